import type { Precision } from "./layout.ts";

/** How points are rounded to 16 bits: `round((x - mean) * factor)`, column by column. */
export interface Quantization {
  readonly means: Float64Array;
  readonly factors: Float64Array;
  /** The most of |x - mean| in each column. */
  readonly reaches: Float64Array;
}

/** Centroids in the form that the kernel wants, and its rule for rows in doubt: see `assembly/quantized.ts`. */
export interface RoundedCentroids {
  readonly words: Int32Array;
  /** The power of two below which distances carry the index of their centroid, or 0 where they do not. */
  readonly tags: number;
  readonly rule: Float64Array;
  /** Units of s in half a squared distance. */
  readonly scale: number;
}

/** More than any distance, as in the kernel. */
const FAR = 0x3fffffff;

const LARGEST = 32_767;

/** Most columns and clusters of tagged centroids. */
const TAGGED_COLUMNS = 4;
const TAGGED_CLUSTERS = 16;

/** A column that is so much narrower than the widest is rounded as if it were not. */
const NARROWEST = 1e-9;

/** Room for the rounding of what is computed here. */
const SAFELY = 1 + 1e-6;

/**
 * The arithmetic of the kernels: the relative error of one operation; below `least` errors are no longer relative to what
 * they are errors of; distances of centroids whose squares are up to `most` are finite.
 */
const ARITHMETIC = {
  float32: { epsilon: 2 ** -24, least: 2 ** -126, most: 2 ** 120 },
  float64: { epsilon: 2 ** -53, least: 2 ** -1022, most: 2 ** 1000 },
} as const;

/**
 * How to round points between `low` and `high` (in each column, as the kernel has them) around their means; null where all
 * are one. Products of as many columns as there are must fit 30 bits, and centroids have a share of the bits that is the
 * larger the fewer the columns: there they carry their index too.
 */
export function quantizationOf(low: Float64Array, high: Float64Array, means: Float64Array): Quantization | null {
  const columns = means.length;
  const reaches = means.map((mean, j) => Math.max(high[j] - mean, mean - low[j], 0));
  const widest = reaches.reduce((most, each) => Math.max(most, each), 0);
  if (!(widest > 0)) return null;
  const share = columns <= TAGGED_COLUMNS ? 0.5 : 1;
  const largest = Math.min(LARGEST - 2, share * Math.sqrt(FAR / (1.5 * columns)));
  const factors = reaches.map((reach) => largest / Math.max(reach, widest * NARROWEST));
  return { means, factors, reaches };
}

/**
 * Rounds centroids for points that were rounded by `quantization`. Null where they are too far off, or too near to each
 * other, for anything to be told by it.
 *
 * @param centroids as the kernel sees them, `k x columns`
 */
export function roundCentroids(
  centroids: Float64Array,
  { means, factors, reaches }: Quantization,
  precision: Precision,
): RoundedCentroids | null {
  const columns = means.length;
  const k = centroids.length / columns;
  const tags = columns <= TAGGED_COLUMNS && k <= TAGGED_CLUSTERS ? 2 ** Math.ceil(Math.log2(k)) : 0;
  const unit = Math.max(tags, 1);
  const { farthest, spreads, most, least, longest } = measure(centroids, means, factors);
  const arithmetic = ARITHMETIC[precision];
  // Of a computed squared distance: one error for the difference, two for the square, one for each sum.
  const error = (columns + 3) * arithmetic.epsilon;
  if (!(most <= arithmetic.most && error < 0.25)) return null;

  // |s| stays below FAR, and centroids within 16 bits.
  let perScale = most / 2;
  let lost = unit;
  let scale = Number.POSITIVE_INFINITY;
  for (let j = 0; j < columns; j++) {
    const largest = reaches[j] * factors[j] + 1;
    perScale += (largest * farthest[j]) / factors[j];
    lost += (largest * unit) / 2;
    scale = Math.min(scale, ((LARGEST - unit) * factors[j]) / farthest[j]);
  }
  scale = Math.min(scale, (FAR - 2 - lost - unit) / perScale) / SAFELY;
  if (!(scale > 0 && scale < Number.POSITIVE_INFINITY)) return null;

  // What rounding a row may change between two centroids: as far as columns are wide, or as both centroids are long.
  let apart = 0;
  for (let j = 0; j < columns; j++) apart += (scale * spreads[j]) / factors[j] / 2;
  const doubt = 2 * unit + 2 + Math.min(apart, scale * longest);
  // The nearest centroid is no farther than the one of the least square, so at most 2 (|x|² + least) off, squared.
  const perSquare = ((2 * error) / (1 - 2 * error)) * scale;
  // What one s may be off beside the difference of two: its centroid's own length.
  const own = (scale * longest) / 2;
  const rule = Float64Array.of(doubt, unit, perSquare, least + arithmetic.least, own).map((each) => each * SAFELY);
  const rounded = new Int32Array(k * columns);
  const halves = new Int32Array(k);
  for (let c = 0; c < k; c++) {
    let square = 0;
    for (let j = 0; j < columns; j++) {
      const value = centroids[c * columns + j] - means[j];
      square += value * value;
      // Negative, so that the kernel only adds.
      rounded[c * columns + j] = -Math.round((value * scale) / factors[j] / unit) * unit;
    }
    halves[c] = Math.round((square * scale) / 2 / unit) * unit;
  }
  const words = tags > 0 ? taggedWords(rounded, halves, columns) : plainWords(rounded, halves, columns);
  return { words, tags, rule, scale };
}

/**
 * Of the centroids less the means: the largest value and the width of each column, the most and the least square, and the
 * most of the sums of |value / factor|.
 */
function measure(centroids: Float64Array, means: Float64Array, factors: Float64Array) {
  const columns = means.length;
  const farthest = new Float64Array(columns);
  const low = new Float64Array(columns).fill(Number.POSITIVE_INFINITY);
  const high = new Float64Array(columns).fill(Number.NEGATIVE_INFINITY);
  let most = 0;
  let least = Number.POSITIVE_INFINITY;
  let longest = 0;
  for (let at = 0; at < centroids.length; at += columns) {
    let square = 0;
    let length = 0;
    for (let j = 0; j < columns; j++) {
      const value = centroids[at + j] - means[j];
      square += value * value;
      length += Math.abs(value) / factors[j];
      farthest[j] = Math.max(farthest[j], Math.abs(value));
      low[j] = Math.min(low[j], value);
      high[j] = Math.max(high[j], value);
    }
    most = Math.max(most, square);
    least = Math.min(least, square);
    longest = Math.max(longest, length);
  }
  return { farthest, spreads: high.map((each, j) => each - low[j]), most, least, longest };
}

/** Two columns of a centroid in one word. */
function pairOf(rounded: Int32Array, at: number, j: number, columns: number): number {
  const second = j + 1 < columns ? rounded[at + j + 1] : 0;
  return (rounded[at + j] & 0xffff) | (second << 16);
}

function taggedWords(rounded: Int32Array, halves: Int32Array, columns: number): Int32Array {
  const words = new Int32Array(halves.length * (1 + Math.ceil(columns / 2)));
  for (let c = 0, to = 0; c < halves.length; c++) {
    words[to++] = halves[c] + c;
    for (let j = 0; j < columns; j += 2) words[to++] = pairOf(rounded, c * columns, j, columns);
  }
  return words;
}

function plainWords(rounded: Int32Array, halves: Int32Array, columns: number): Int32Array {
  const pairs = Math.ceil(columns / 2);
  const padded = Math.ceil(halves.length / 4) * 4;
  const words = new Int32Array(padded * (pairs + 1)).fill(FAR, padded * pairs);
  for (let c = 0; c < halves.length; c++) {
    const start = (c - (c % 4)) * pairs + (c % 4);
    for (let j = 0; j < columns; j += 2) words[start + j * 2] = pairOf(rounded, c * columns, j, columns);
    words[padded * pairs + c] = halves[c];
  }
  return words;
}
