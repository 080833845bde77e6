import type { DistinctValues } from "./distinct-values.ts";

/** Values between two prefix sums that are kept. */
const BLOCK = 16;

/** Sums over neighboring values: of their weights, of their weighted distances to some value, and of the squares of these. */
export interface Sums {
  weight: number;
  distance: number;
  square: number;
}

/**
 * The sums over any run of ascending values. Far ends of a long tail weigh so heavily in sums of squares that the
 * differences of two prefix sums would have no digits left for what lies between them: so prefixes are unevaluated pairs
 * of float64 (about 106 bits; Dekker 1971), kept for every 16th value only.
 */
export class Moments {
  readonly #values: Float64Array;
  readonly #weights: Float64Array;
  /** The sums of the weights, of the weighted values and of the weighted squares before a block: three pairs. */
  readonly #prefixes: Float64Array;

  constructor({ values, weights }: DistinctValues) {
    this.#values = values;
    this.#weights = weights;
    this.#prefixes = new Float64Array(6 * (Math.floor(values.length / BLOCK) + 1));
    const pairs = new Float64Array(6);
    for (let at = 0; at < values.length; at++) {
      if (at % BLOCK === 0) this.#prefixes.set(pairs, (at / BLOCK) * 6);
      const x = values[at];
      const first = weights[at] * x;
      const firstError = productError(weights[at], x, first);
      const second = first * x;
      addPair(pairs, 0, weights[at], 0);
      addPair(pairs, 2, first, firstError);
      addPair(pairs, 4, second, productError(first, x, second) + firstError * x);
    }
    if (values.length % BLOCK === 0) this.#prefixes.set(pairs, (values.length / BLOCK) * 6);
  }

  /** The sums over the values from `first` up to `end`, with distances to `center`. */
  about(center: number, first: number, end: number, into: Sums): void {
    const firstBlock = Math.ceil(first / BLOCK);
    const endBlock = Math.floor(end / BLOCK);
    into.weight = 0;
    into.distance = 0;
    into.square = 0;
    if (endBlock <= firstBlock) {
      this.#add(center, first, end, into);
      return;
    }
    this.#addBlocks(center, firstBlock, endBlock, into);
    this.#add(center, first, firstBlock * BLOCK, into);
    this.#add(center, endBlock * BLOCK, end, into);
  }

  #add(center: number, first: number, end: number, into: Sums): void {
    for (let at = first; at < end; at++) {
      const distance = this.#values[at] - center;
      const weighted = this.#weights[at] * distance;
      into.weight += this.#weights[at];
      into.distance += weighted;
      into.square += weighted * distance;
    }
  }

  /** Of sums about 0 as pairs makes those about `center`: S - cW, and Q - 2cS + c²W = Q - c (S + (S - cW)). */
  #addBlocks(center: number, first: number, end: number, into: Sums): void {
    const sums = this.#prefixes;
    const from = first * 6;
    const to = end * 6;
    const w = sums[to] - sums[from];
    const wLow = sumError(sums[to], -sums[from], w) + (sums[to + 1] - sums[from + 1]);
    const s = sums[to + 2] - sums[from + 2];
    const sLow = sumError(sums[to + 2], -sums[from + 2], s) + (sums[to + 3] - sums[from + 3]);
    const q = sums[to + 4] - sums[from + 4];
    const qLow = sumError(sums[to + 4], -sums[from + 4], q) + (sums[to + 5] - sums[from + 5]);
    const cw = center * w;
    const d = s - cw;
    const dLow = sumError(s, -cw, d) + (sLow - (productError(center, w, cw) + center * wLow));
    const sd = s + d;
    const sdLow = sumError(s, d, sd) + (sLow + dLow);
    const csd = center * sd;
    const square = q - csd;
    const squareLow = sumError(q, -csd, square) + (qLow - (productError(center, sd, csd) + center * sdLow));
    into.weight += w + wLow;
    into.distance += d + dLow;
    into.square += square + squareLow;
  }
}

/** Adds the unevaluated sum `high + low` to the pair at `index`, and leaves that pair normalized. */
function addPair(pairs: Float64Array, index: number, high: number, low: number): void {
  const sum = pairs[index] + high;
  const rest = sumError(pairs[index], high, sum) + (pairs[index + 1] + low);
  pairs[index] = sum + rest;
  pairs[index + 1] = rest - (pairs[index] - sum);
}

/** What rounding took from a + b (Knuth 1969). */
function sumError(a: number, b: number, sum: number): number {
  const part = sum - a;
  return a - (sum - part) + (b - part);
}

/** What rounding took from a * b (Dekker 1971). */
function productError(a: number, b: number, product: number): number {
  const aTop = topHalf(a);
  const bTop = topHalf(b);
  const aRest = a - aTop;
  const bRest = b - bTop;
  return aRest * bRest - (product - aTop * bTop - aRest * bTop - aTop * bRest);
}

/** The upper half of a number's digits (Veltkamp's splitting). */
function topHalf(value: number): number {
  const spread = 134217729 * value;
  return spread - (spread - value);
}
