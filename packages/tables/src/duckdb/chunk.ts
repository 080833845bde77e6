import type bindings from "@duckdb/node-bindings";
import type { DataChunk, Vector } from "@duckdb/node-bindings";
import { TextCells } from "./text-cells.ts";

/** DuckDB's native functions. */
export type Bindings = typeof bindings;

/** Some rows of a query's result, column by column. */
export class Chunk {
  readonly rows: number;
  readonly #bindings: Bindings;
  readonly #chunk: DataChunk;

  constructor(bindings: Bindings, chunk: DataChunk, rows: number) {
    this.#bindings = bindings;
    this.#chunk = chunk;
    this.rows = rows;
  }

  /** A DOUBLE column in an array of its own: NaN where it is NULL. */
  numbers(column: number): Float64Array {
    const vector = this.#bindings.data_chunk_get_vector(this.#chunk, column);
    const bytes = this.#bindings.vector_get_data(vector, this.rows * Float64Array.BYTES_PER_ELEMENT);
    const numbers = new Float64Array(bytes.buffer, bytes.byteOffset, this.rows);
    const valid = this.#validity(vector);
    if (valid !== null) {
      for (let row = 0; row < this.rows; row++)
        if ((valid[row >> 3] & (1 << (row & 7))) === 0) numbers[row] = Number.NaN;
    }
    return numbers;
  }

  /** A VARCHAR column. */
  texts(column: number): TextCells {
    const vector = this.#bindings.data_chunk_get_vector(this.#chunk, column);
    const cells = this.#bindings.vector_get_data(vector, this.rows * TextCells.BYTES);
    return new TextCells(this.#bindings, cells, this.#validity(vector));
  }

  /** A bit a row, 0 for NULL; null where no row is. */
  #validity(vector: Vector): Uint8Array | null {
    return this.#bindings.vector_get_validity(vector, Math.ceil(this.rows / 64) * 8);
  }
}
