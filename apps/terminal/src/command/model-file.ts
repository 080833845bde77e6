import { createReadStream } from "node:fs";
import type { SegmentationModel } from "@kentro/segments";
import { CommandError } from "./failure.ts";

/** A model of a thousand segments and a thousand features takes half of it. */
const LARGEST_MODEL_BYTES = 64 * 2 ** 20;

/**
 * Reads a saved segmentation as a stranger's file. Throws a CommandError where it is larger than `mostBytes` or no JSON,
 * a SegmentsError where it is no segmentation.
 */
export async function readModel(
  path: string,
  signal: AbortSignal,
  mostBytes: number = LARGEST_MODEL_BYTES,
): Promise<SegmentationModel> {
  const text = await readText(path, signal, mostBytes);
  const [{ SegmentationModel }, json] = [await import("@kentro/segments"), parsed(path, text)];
  return SegmentationModel.fromJSON(json);
}

// Counted while it is read, so that a pipe or a file that grows is held to the limit too.
async function readText(path: string, signal: AbortSignal, mostBytes: number): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of createReadStream(path, { signal })) {
    size += chunk.length;
    if (size > mostBytes) {
      throw new CommandError(
        "input",
        `"${path}" is larger than ${mostBytes / 2 ** 20} MiB: it is no saved segmentation.`,
      );
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function parsed(path: string, text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ""));
  } catch {
    throw new CommandError("input", `"${path}" is no saved segmentation: it is not JSON.`);
  }
}
