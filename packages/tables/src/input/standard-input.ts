import type { Readable } from "node:stream";
import { type PrivateFile, writePrivateFile } from "./private-file.ts";

/** What came in, by the stream: it can be read once only, and a table is read more than once. */
const spooled = new WeakMap<Readable, Promise<PrivateFile>>();

/**
 * All of a stream (standard input) in a temporary file, which stays until the process ends. Rejects with the signal's
 * reason, also while nothing comes.
 */
export async function spool(stream: Readable, signal?: AbortSignal): Promise<PrivateFile> {
  const known = spooled.get(stream);
  if (known !== undefined) return known;
  const spooling = writePrivateFile((file) => copy(stream, (bytes) => file.writeFile(bytes), signal));
  spooled.set(stream, spooling);
  return spooling;
}

async function copy(stream: Readable, write: (bytes: Buffer) => Promise<unknown>, signal?: AbortSignal): Promise<void> {
  const stop = (): void => void stream.destroy();
  signal?.throwIfAborted();
  signal?.addEventListener("abort", stop, { once: true });
  try {
    for await (const bytes of stream) await write(Buffer.from(bytes));
  } catch (error) {
    signal?.throwIfAborted();
    throw error;
  } finally {
    signal?.removeEventListener("abort", stop);
  }
  signal?.throwIfAborted();
}
