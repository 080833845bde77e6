import type { Pace } from "../../pace.ts";
import type { DistinctValues } from "./distinct-values.ts";
import { inPieces } from "./pieces.ts";

/** Values from one prefix sum that is kept to the next. */
export const PREFIX_EVERY = 16;

/**
 * Sums over neighboring values, three in this order: of their weights, of their weighted distances to some value, and of
 * the squares of these. An array, for objects would have a number made anew whenever one of theirs changes.
 */
export type Sums = Float64Array;

/**
 * The sums over any run of ascending values. Far ends of a long tail weigh so heavily in sums of squares that the
 * differences of two prefix sums would have no digits left for what lies between them: so prefixes are unevaluated pairs
 * of float64 (about 106 bits; Dekker 1971), kept for every 16th value only.
 */
export class Moments {
  readonly #values: Float64Array;
  readonly #weights: Float64Array;
  /** Of all values before every 16th one the sums of weights, of weighted values and of weighted squares: three pairs. */
  readonly #prefixes: Float64Array;
  readonly #run: Sums = new Float64Array(3);

  private constructor({ values, weights }: DistinctValues) {
    this.#values = values;
    this.#weights = weights;
    this.#prefixes = new Float64Array(6 * (Math.floor(values.length / PREFIX_EVERY) + 1));
  }

  /** Sums values (ascending) and their weights once. */
  static async over(distinct: DistinctValues, pace: Pace): Promise<Moments> {
    const moments = new Moments(distinct);
    const pairs = new Float64Array(6);
    await inPieces(distinct.values.length, pace, (first, end) => moments.#sum(first, end, pairs));
    return moments;
  }

  /** The sum of squared distances of the values from `first` up to `end` to their mean. */
  inertia(first: number, end: number): number {
    this.about(this.#values[(first + end) >> 1], first, end, this.#run);
    return inertiaOf(this.#run);
  }

  /** The sums over the values from `first` up to `end`, with distances to `center`. */
  about(center: number, first: number, end: number, into: Sums): void {
    const firstBlock = Math.ceil(first / PREFIX_EVERY);
    const endBlock = Math.floor(end / PREFIX_EVERY);
    into.fill(0);
    if (endBlock <= firstBlock) {
      this.#add(center, first, end, into);
      return;
    }
    this.#addBlocks(center, firstBlock, endBlock, into);
    this.#add(center, first, firstBlock * PREFIX_EVERY, into);
    this.#add(center, endBlock * PREFIX_EVERY, end, into);
  }

  /** Adds values to the pairs, and keeps those that are due. */
  #sum(first: number, end: number, pairs: Float64Array): void {
    for (let at = first; at < end; ) {
      const x = this.#values[at];
      const weight = this.#weights[at];
      const wx = weight * x;
      const wxx = wx * x;
      const wxError = productError(weight, x, wx);
      addPair(pairs, 0, weight, 0);
      addPair(pairs, 2, wx, wxError);
      addPair(pairs, 4, wxx, productError(wx, x, wxx) + wxError * x);
      at++;
      if (at % PREFIX_EVERY === 0) this.#prefixes.set(pairs, (at / PREFIX_EVERY) * 6);
    }
  }

  #add(center: number, first: number, end: number, into: Sums): void {
    for (let at = first; at < end; at++) addValue(this.#weights[at], this.#values[at] - center, into);
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
    into[0] += w + wLow;
    into[1] += d + dLow;
    into[2] += square + squareLow;
  }
}

/** The sum of squared distances to the mean, by sums about any value. */
function inertiaOf(sums: Sums): number {
  return sums[2] - (sums[1] * sums[1]) / sums[0];
}

/** Adds one more value, so far from the one that sums are about. */
export function addValue(weight: number, distance: number, into: Sums): void {
  const weighted = weight * distance;
  into[0] += weight;
  into[1] += weighted;
  into[2] += weighted * distance;
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
