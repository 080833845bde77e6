import type { FileHandle } from "node:fs/promises";
import { createGzip } from "node:zlib";

const BUFFER_BYTES = 1 << 20;

/** Takes bytes one call after the other; they may be changed once it has resolved. */
type Sink = (bytes: Uint8Array) => Promise<void>;

/** Collects bytes and writes them a megabyte at a time; `flushWhenFull` between rows is what keeps memory bounded. */
export class ByteWriter {
  readonly #sink: Sink;
  #bytes: Uint8Array = new Uint8Array(BUFFER_BYTES);
  #used = 0;

  constructor(sink: Sink) {
    this.#sink = sink;
  }

  byte(value: number): void {
    if (this.#used === this.#bytes.length) this.#reserve(1);
    this.#bytes[this.#used++] = value;
  }

  all(values: Uint8Array): void {
    if (this.#used + values.length > this.#bytes.length) this.#reserve(values.length);
    this.#bytes.set(values, this.#used);
    this.#used += values.length;
  }

  /** Room for `count` more bytes: the array in which they belong, from `used` on. What was put there is then `take`n. */
  room(count: number): Uint8Array {
    if (this.#used + count > this.#bytes.length) this.#reserve(count);
    return this.#bytes;
  }

  get used(): number {
    return this.#used;
  }

  /** Takes the bytes up to before `end` that were put into the room asked for. */
  take(end: number): void {
    this.#used = end;
  }

  /** Writes what has been collected once there is enough of it. */
  async flushWhenFull(): Promise<void> {
    if (this.#used >= BUFFER_BYTES / 2) await this.flush();
  }

  async flush(): Promise<void> {
    await this.#sink(this.#bytes.subarray(0, this.#used));
    this.#used = 0;
  }

  #reserve(more: number): void {
    const larger = new Uint8Array(Math.max(this.#bytes.length * 2, this.#used + more));
    larger.set(this.#bytes.subarray(0, this.#used));
    this.#bytes = larger;
  }
}

/** Hands a writer into a file, from its first byte, to `use`; what it wrote is in the file when this resolves. */
export async function withByteWriter<T>(
  file: FileHandle,
  gzip: boolean,
  use: (writer: ByteWriter) => Promise<T>,
): Promise<T> {
  const sink = fileSink(file);
  if (gzip) return withGzip(sink, use);
  const writer = new ByteWriter(sink);
  const answer = await use(writer);
  await writer.flush();
  return answer;
}

function fileSink(file: FileHandle): Sink {
  let position = 0;
  return async (bytes) => {
    for (let written = 0; written < bytes.length; ) {
      const { bytesWritten } = await file.write(bytes, written, bytes.length - written, position);
      written += bytesWritten;
      position += bytesWritten;
    }
  };
}

async function withGzip<T>(sink: Sink, use: (writer: ByteWriter) => Promise<T>): Promise<T> {
  const gzip = createGzip();
  const packed = (async () => {
    for await (const bytes of gzip) await sink(bytes);
  })();
  packed.catch(() => {}); // it is asked below what it failed at
  const writer = new ByteWriter(async (bytes) => {
    const taken = new Promise<void>((resolve, reject) => {
      gzip.write(bytes, (error) => (error ? reject(error) : resolve()));
    });
    // Where the file fails, the bytes may not be taken, nor refused; and what refuses them does not know why.
    await Promise.race([packed, taken.catch(() => packed)]);
  });
  try {
    const answer = await use(writer);
    await writer.flush();
    gzip.end();
    await packed;
    return answer;
  } catch (error) {
    gzip.destroy();
    await packed.catch(() => {});
    throw error;
  }
}
