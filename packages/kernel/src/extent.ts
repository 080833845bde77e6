import { createMemory, elementBytes, type Precision, pieceRows, Regions } from "./layout.ts";
import { compileKernel, instantiateKernel, type PrecisionExports } from "./module.ts";

/** Finds the smallest and the largest value of each column of row-major values. */
export class ColumnExtent {
  readonly #memory: WebAssembly.Memory;
  readonly #kernel: PrecisionExports;
  readonly #precision: Precision;
  readonly #columns: number;
  /** Rows that fill a vector of each column. */
  readonly #group: number;
  readonly #low: number;
  readonly #high: number;
  readonly #raw: number;

  /** Makes room for columns whose values are of this precision. */
  static async create(columns: number, precision: Precision): Promise<ColumnExtent> {
    return new ColumnExtent(columns, precision, await compileKernel());
  }

  private constructor(columns: number, precision: Precision, module: WebAssembly.Module) {
    const regions = new Regions(16);
    this.#precision = precision;
    this.#columns = columns;
    this.#group = 16 / elementBytes(precision);
    this.#low = regions.take(columns * 16);
    this.#high = regions.take(columns * 16);
    this.#raw = regions.take(pieceRows(columns) * columns * elementBytes(precision));
    this.#memory = createMemory(regions.end);
    this.#kernel = instantiateKernel(module, this.#memory)[precision];
    this.#elements(this.#low, columns * this.#group).fill(Number.POSITIVE_INFINITY);
    this.#elements(this.#high, columns * this.#group).fill(Number.NEGATIVE_INFINITY);
  }

  /** Takes rows. False where a value is not finite: the extent means nothing then. */
  add(values: Float32Array | Float64Array): boolean {
    const atOnce = pieceRows(this.#columns) * this.#columns;
    const raw = this.#elements(this.#raw, atOnce);
    for (let at = 0; at < values.length; at += atOnce) {
      const piece = values.subarray(at, at + atOnce);
      raw.set(piece);
      const finite = this.#kernel.extent(this.#raw, piece.length / this.#columns, this.#columns, this.#low, this.#high);
      if (finite === 0) return false;
    }
    return true;
  }

  /** The extent of the rows so far, infinite the wrong way around where there was none. */
  read(minimum: Float64Array, maximum: Float64Array): void {
    const low = this.#elements(this.#low, this.#columns * this.#group);
    const high = this.#elements(this.#high, this.#columns * this.#group);
    for (let column = 0; column < this.#columns; column++) {
      minimum[column] = low[column];
      maximum[column] = high[column];
      // Of equal values the first row's stands, as -0 and 0 are equal and not the same.
      for (let at = column + this.#columns; at < low.length; at += this.#columns) {
        if (low[at] < minimum[column]) minimum[column] = low[at];
        if (high[at] > maximum[column]) maximum[column] = high[at];
      }
    }
  }

  #elements(at: number, length: number): Float32Array | Float64Array {
    return this.#precision === "float32"
      ? new Float32Array(this.#memory.buffer, at, length)
      : new Float64Array(this.#memory.buffer, at, length);
  }
}
