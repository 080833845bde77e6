const BLOCK = 1 << 13;

/** Numbers or codes by row, for as many rows as may come; rows never written read as the filler. */
export class Growing<Values extends Float64Array | Int32Array> {
  readonly #make: (length: number) => Values;
  readonly #filler: number;
  #blocks: (Values | undefined)[] = [];

  constructor(make: (length: number) => Values, filler: number) {
    this.#make = make;
    this.#filler = filler;
  }

  /** Copies values to rows `row` and on. */
  write(values: Values, row: number): void {
    for (let from = 0; from < values.length; ) {
      const at = (row + from) % BLOCK;
      const count = Math.min(values.length - from, BLOCK - at);
      this.#block(row + from).set(values.subarray(from, from + count), at);
      from += count;
    }
  }

  /** All rows in one array; gives up its own blocks on the way. */
  take(rows: number): Values {
    const all = this.#make(rows);
    const blocks = this.#blocks;
    this.#blocks = [];
    for (let row = 0; row < rows; row += BLOCK) {
      const block = blocks[row / BLOCK];
      const end = Math.min(rows, row + BLOCK);
      if (block === undefined) all.fill(this.#filler, row, end);
      else all.set(block.subarray(0, end - row), row);
      blocks[row / BLOCK] = undefined;
    }
    return all;
  }

  /** Gives the memory back. */
  clear(): void {
    this.#blocks = [];
  }

  #block(row: number): Values {
    const index = Math.floor(row / BLOCK);
    const known = this.#blocks[index];
    if (known !== undefined) return known;
    const block = this.#make(BLOCK);
    block.fill(this.#filler);
    this.#blocks[index] = block;
    return block;
  }
}
