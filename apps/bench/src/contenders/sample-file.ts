import { mkdtempSync, rmSync } from "node:fs";
import { open, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Sample } from "../data/sample.ts";

/** A folder of its own for what Python reads and writes; it goes with the process. */
export class SampleFile {
  readonly #folder: string;
  readonly #remove: () => void;
  #written: Sample | null = null;

  constructor() {
    const folder = mkdtempSync(join(tmpdir(), "kentro-bench-"));
    this.#folder = folder;
    this.#remove = () => rmSync(folder, { recursive: true, force: true });
    process.on("exit", this.#remove);
  }

  /** Where points and start of a sample are, the one after the other, float32 and little-endian; one sample at a time. */
  async pathOf(sample: Sample): Promise<string> {
    const path = join(this.#folder, "sample.f32");
    if (this.#written === sample) return path;
    const file = await open(path, "w");
    try {
      for (const values of [sample.points, sample.start]) {
        await file.writeFile(new Uint8Array(values.buffer, values.byteOffset, values.byteLength));
      }
    } finally {
      await file.close();
    }
    this.#written = sample;
    return path;
  }

  /** Where Python may write a set. */
  setPath(name: string): string {
    return join(this.#folder, `${name}.f32`);
  }

  /** The values that Python wrote. */
  async readSet(name: string): Promise<Float32Array> {
    const { buffer, byteOffset, byteLength } = await readFile(this.setPath(name));
    return new Float32Array(buffer.slice(byteOffset, byteOffset + byteLength));
  }

  remove(): void {
    process.off("exit", this.#remove);
    this.#remove();
  }
}
