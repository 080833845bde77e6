import { createReadStream } from "node:fs";
import type { Play, SegmentationModel } from "@kentro/segments";
import { CommandError, fileSystemSentence } from "./failure.ts";

/** A model of a thousand segments and a thousand features takes half of it. */
const LARGEST_MODEL_BYTES = 64 * 2 ** 20;

const LARGEST_PLAYS_BYTES = 2 ** 20;

/**
 * Reads a saved segmentation as a stranger's file. Throws a CommandError where it cannot be read, is larger than
 * `mostBytes`, no JSON, or no segmentation.
 */
export async function readModel(
  path: string,
  signal: AbortSignal,
  mostBytes: number = LARGEST_MODEL_BYTES,
): Promise<SegmentationModel> {
  const { SegmentationModel } = await import("@kentro/segments");
  return await readJson(path, "saved segmentation", signal, mostBytes, (json) => SegmentationModel.fromJSON(json));
}

/** Reads a user's own plays. Throws a CommandError where it cannot be read, is too large, no JSON, or no plays. */
export async function readPlaysFile(path: string, signal: AbortSignal): Promise<readonly Play[]> {
  const { readPlays } = await import("@kentro/segments");
  return await readJson(path, "list of plays", signal, LARGEST_PLAYS_BYTES, readPlays);
}

async function readJson<T>(
  path: string,
  what: string,
  signal: AbortSignal,
  mostBytes: number,
  read: (json: unknown) => T,
): Promise<T> {
  const json = parsed(path, what, await readText(path, what, signal, mostBytes));
  const { SegmentsError } = await import("@kentro/segments");
  try {
    return read(json);
  } catch (error) {
    if (!(error instanceof SegmentsError)) throw error;
    // That of plays says itself that they cannot be used.
    const cannot = error.code === "INVALID_PLAYS" ? "" : " cannot be used";
    throw new CommandError("input", `"${path}"${cannot}: ${error.message}`);
  }
}

// Counted while it is read, so that a pipe or a file that grows is held to the limit too.
async function readText(path: string, what: string, signal: AbortSignal, mostBytes: number): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of createReadStream(path, { signal })) {
      size += chunk.length;
      if (size > mostBytes) throw tooLarge(path, what, mostBytes);
      chunks.push(chunk);
    }
  } catch (error) {
    const sentence = error instanceof Error ? fileSystemSentence(error, `"${path}"`) : null;
    throw sentence === null ? error : new CommandError("input", sentence);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function tooLarge(path: string, what: string, mostBytes: number): CommandError {
  const most = `${mostBytes / 2 ** 20} MiB`;
  return new CommandError("input", `"${path}" is larger than ${most}: it is no ${what}.`);
}

function parsed(path: string, what: string, text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ""));
  } catch {
    throw new CommandError("input", `"${path}" is no ${what}: it is not JSON.`);
  }
}
