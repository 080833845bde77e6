import type { FileHandle } from "node:fs/promises";

const BUFFER_BYTES = 1 << 20;

/** Collects bytes and writes them a megabyte at a time; `flush` between rows is what keeps memory bounded. */
export class ByteWriter {
  readonly #file: FileHandle;
  #bytes: Uint8Array = new Uint8Array(BUFFER_BYTES);
  #used = 0;

  constructor(file: FileHandle) {
    this.#file = file;
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

  /** Writes what has been collected once there is enough of it. */
  async flushWhenFull(): Promise<void> {
    if (this.#used >= BUFFER_BYTES / 2) await this.flush();
  }

  async flush(): Promise<void> {
    for (let written = 0; written < this.#used; ) {
      written += (await this.#file.write(this.#bytes, written, this.#used - written)).bytesWritten;
    }
    this.#used = 0;
  }

  #reserve(more: number): void {
    const larger = new Uint8Array(Math.max(this.#bytes.length * 2, this.#used + more));
    larger.set(this.#bytes.subarray(0, this.#used));
    this.#bytes = larger;
  }
}
