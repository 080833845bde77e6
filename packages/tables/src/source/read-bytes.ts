import { createReadStream } from "node:fs";
import { createGunzip } from "node:zlib";

/** The first bytes of a file, and whether they are all of it. */
export interface Head {
  readonly bytes: Buffer;
  readonly whole: boolean;
}

/** A file's bytes from the beginning, unpacked where it is gzip'd; rejects as the file system and zlib do, or with the signal's reason. */
export async function* readBytes(path: string, gzip: boolean, signal?: AbortSignal): AsyncGenerator<Buffer> {
  const file = createReadStream(path, { highWaterMark: 1 << 18 });
  const stream = gzip ? file.pipe(createGunzip({ chunkSize: 1 << 18 })) : file;
  if (gzip) file.on("error", (error) => stream.destroy(error));
  try {
    for await (const bytes of stream) {
      signal?.throwIfAborted();
      yield bytes;
    }
  } finally {
    file.destroy();
    stream.destroy();
  }
}

/** The first `limit` bytes (a little more or less: whole reads), unpacked where gzip'd. */
export async function readHead(path: string, gzip: boolean, limit: number): Promise<Head> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const bytes of readBytes(path, gzip)) {
    pieces.push(bytes);
    size += bytes.length;
    if (size > limit) return { bytes: Buffer.concat(pieces), whole: false };
  }
  return { bytes: Buffer.concat(pieces), whole: true };
}
