import { chunkRows } from "../layout.ts";
import { type Quantization, quantizationOf, roundCentroids } from "../quantized.ts";
import type { WorkspaceMemory } from "./memory.ts";
import { groupBytesOf, RULE_NUMBERS } from "./places.ts";

/** Where the rule tells the tags of the centroids, and what it tells where they are not rounded. */
const TAGS = RULE_NUMBERS - 1;
const NOT_ROUNDED = -1;

/** Rows and centroids rounded to 16 bits, and steps on them: `assembly/quantized.ts`. */
export class Rounding {
  readonly #memory: WorkspaceMemory;
  readonly #chunkRows: number;
  readonly #groupBytes: number;
  /** Of the thread that leads. */
  #quantization: Quantization | null = null;

  constructor(memory: WorkspaceMemory) {
    this.#memory = memory;
    this.#chunkRows = chunkRows(memory.shape.precision);
    this.#groupBytes = groupBytesOf(memory.shape.columns);
  }

  begin(low: Float64Array, high: Float64Array, means: Float64Array): boolean {
    this.#quantization = quantizationOf(low, high, means);
    if (this.#quantization === null) return false;
    const { doubles } = this.#memory.views;
    const frame = this.#memory.rows.frame / 8;
    this.#quantization.factors.forEach((factor, j) => {
      doubles[frame + 2 * j] = means[j];
      doubles[frame + 2 * j + 1] = factor;
    });
    return true;
  }

  quantize(first: number, rows: number): void {
    const memory = this.#memory;
    memory.kernel.quantize(
      memory.pointsAt(first),
      rows,
      memory.shape.columns,
      memory.rows.frame,
      this.rowsAt(first),
      this.extentsAt(first),
    );
  }

  write(centroids: Float64Array): boolean {
    const { shape, run, views } = this.#memory;
    const rounded = this.#quantization && roundCentroids(centroids, this.#quantization, shape.precision);
    if (rounded === null) {
      this.forget();
      return false;
    }
    views.integers.set(rounded.words, run.rounded / 4);
    views.doubles.set([...rounded.rule, rounded.scale, rounded.tags], run.rule / 8);
    return true;
  }

  forget(): void {
    this.#memory.views.doubles[this.#memory.run.rule / 8 + TAGS] = NOT_ROUNDED;
  }

  assign(first: number, rows: number): number {
    const memory = this.#memory;
    const { run } = memory;
    const partition = memory.partitionOf(first);
    return memory.kernel.assignQuantized(
      memory.pointsAt(first),
      rows,
      memory.shape.columns,
      run.centroids,
      memory.k,
      memory.labelsAt(first),
      memory.sumsOf(partition),
      memory.countsOf(partition),
      this.rowsAt(first),
      this.extentsAt(first),
      run.rounded,
      this.#tags(),
      run.rule,
      run.doubted + partition * 4,
      memory.scratch,
    );
  }

  takeDoubted(): number {
    return this.#memory.takeCounts(this.#memory.run.doubted);
  }

  /** The tags of rounded centroids, null where there are none. */
  tags(): number | null {
    if (!this.#memory.shape.quantized) return null;
    const tags = this.#tags();
    return tags === NOT_ROUNDED ? null : tags;
  }

  rowsAt(first: number): number {
    return this.#memory.rows.quantized + (first / 8) * this.#groupBytes;
  }

  extentsAt(first: number): number {
    return this.#memory.rows.extents + (first / this.#chunkRows) * 16;
  }

  #tags(): number {
    return this.#memory.views.doubles[this.#memory.run.rule / 8 + TAGS];
  }
}
