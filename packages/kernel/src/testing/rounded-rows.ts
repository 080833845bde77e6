import type { Quantization, RoundedCentroids } from "../quantized.ts";

/** More than any s may be, as in the kernel. */
export const FAR = 0x3fffffff;

/** Points and centroids, row-major, as a kernel of their precision sees them. */
export interface Seen {
  readonly points: Float64Array;
  readonly centroids: Float64Array;
  readonly columns: number;
}

/** What `assembly/quantized.ts` does to one chunk of rows, in numbers that nothing overflows. */
export class RoundedRows {
  readonly rows: number;
  readonly k: number;
  /** x̂ of each row, row-major. */
  readonly values: readonly number[];
  /** ĉ of each centroid, row-major: negative, as in the kernel. */
  readonly factors: readonly number[];
  /** |c|²/2 of each centroid, with its index where centroids are tagged. */
  readonly halves: readonly number[];
  /** The difference of its two least s that leaves a row in doubt. */
  readonly doubt: number;
  readonly #columns: number;

  constructor({ points, centroids, columns }: Seen, { means, factors }: Quantization, rounded: RoundedCentroids) {
    this.#columns = columns;
    this.rows = points.length / columns;
    this.k = centroids.length / columns;
    this.values = Array.from(points, (x, at) => halfToEven((x - means[at % columns]) * factors[at % columns]));
    this.factors = Array.from(centroids, (_, at) => factorOf(rounded, this.k, columns, at));
    this.halves = Array.from({ length: this.k }, (_, c) => rounded.words[halfAt(rounded, this.k, columns, c)]);
    let length = 0;
    let square = 0;
    for (let row = 0; row < this.rows; row++) {
      const own = this.values.slice(row * columns, (row + 1) * columns);
      length = Math.max(length, total(own.map(Math.abs)));
      square = Math.max(square, total(own.map((_, j) => (points[row * columns + j] - means[j]) ** 2)));
    }
    const { rule } = rounded;
    this.doubt = Math.floor(rule[0] + rule[1] * length + rule[2] * (square + rule[3]));
  }

  /** s of a row for each centroid. */
  sums(row: number): readonly number[] {
    const x = this.values.slice(row * this.#columns, (row + 1) * this.#columns);
    return this.halves.map((half, c) => half + total(x.map((value, j) => value * this.factors[c * this.#columns + j])));
  }
}

function total(values: readonly number[]): number {
  return values.reduce((sum, each) => sum + each, 0);
}

/** The nearest whole number, the even one in the middle between two. */
function halfToEven(value: number): number {
  const below = Math.floor(value);
  if (value - below === 0.5) return below % 2 === 0 ? below : below + 1;
  return Math.round(value);
}

function factorOf({ words, tags }: RoundedCentroids, k: number, columns: number, at: number): number {
  const c = Math.floor(at / columns);
  const pair = (at % columns) >> 1;
  const pairs = Math.ceil(columns / 2);
  const word = tags > 0 ? words[c * (1 + pairs) + 1 + pair] : words[((c >> 2) * pairs + pair) * 4 + (c % 4)];
  if (word === undefined) throw new RangeError(`Expected a word of centroid ${c} of ${k}`);
  return (at % columns) % 2 === 0 ? (word << 16) >> 16 : word >> 16;
}

function halfAt({ tags }: RoundedCentroids, k: number, columns: number, c: number): number {
  const pairs = Math.ceil(columns / 2);
  return tags > 0 ? c * (1 + pairs) : Math.ceil(k / 4) * 4 * pairs + c;
}
