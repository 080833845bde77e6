import { createReadStream } from "node:fs";
import type { SegmentationModel } from "@kentro/segments";
import { CommandError, fileSystemSentence } from "./failure.ts";

/** A model of a thousand segments and a thousand features takes half of it. */
const LARGEST_MODEL_BYTES = 64 * 2 ** 20;

/**
 * Reads a saved segmentation as a stranger's file. Throws a CommandError where it cannot be read, is larger than
 * `mostBytes`, no JSON, or no segmentation.
 */
export async function readModel(
  path: string,
  signal: AbortSignal,
  mostBytes: number = LARGEST_MODEL_BYTES,
): Promise<SegmentationModel> {
  const json = parsed(path, await readText(path, signal, mostBytes));
  const { SegmentationModel, SegmentsError } = await import("@kentro/segments");
  try {
    return SegmentationModel.fromJSON(json);
  } catch (error) {
    if (error instanceof SegmentsError) throw new CommandError("input", `"${path}" cannot be used: ${error.message}`);
    throw error;
  }
}

// Counted while it is read, so that a pipe or a file that grows is held to the limit too.
async function readText(path: string, signal: AbortSignal, mostBytes: number): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of createReadStream(path, { signal })) {
      size += chunk.length;
      if (size > mostBytes) throw tooLarge(path, mostBytes);
      chunks.push(chunk);
    }
  } catch (error) {
    const sentence = error instanceof Error ? fileSystemSentence(error, `"${path}"`) : null;
    throw sentence === null ? error : new CommandError("input", sentence);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function tooLarge(path: string, mostBytes: number): CommandError {
  const most = `${mostBytes / 2 ** 20} MiB`;
  return new CommandError("input", `"${path}" is larger than ${most}: it is no saved segmentation.`);
}

function parsed(path: string, text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ""));
  } catch {
    throw new CommandError("input", `"${path}" is no saved segmentation: it is not JSON.`);
  }
}
