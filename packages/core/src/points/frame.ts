import type { Precision } from "@kentro/kernel";
import { KentroError } from "../errors.ts";
import type { Extent } from "./matrix.ts";

/**
 * How values are written for the kernel: `(value - origin[column]) * scale`. Both steps are exact, so neither a tie nor a
 * digit is lost; what they spare is float32 rounding of centroids far from zero, and squares that overflow or vanish.
 */
export interface Frame {
  /** Float64Array of `columns` values. */
  readonly origin: Float64Array;
  /** A power of two, 1 for all ordinary data. */
  readonly scale: number;
}

/** Magnitudes between 2^-n and 2^n are squared and summed safely. */
const SAFE_EXPONENT = { float32: 40, float64: 400 } as const;

/**
 * Chooses a column's origin where subtracting it is exact for every value: by Sterbenz's lemma that is so where all lie
 * within [origin / 2, 2 origin]. Elsewhere the spread is of the values' own size, nothing would be gained, and it is 0.
 */
export function chooseOrigin({ minimum, maximum }: Extent, precision: Precision): Float64Array {
  return minimum.map((low, column) => {
    const high = maximum[column];
    const exactMiddle = low / 2 + high / 2;
    const middle = precision === "float32" ? Math.fround(exactMiddle) : exactMiddle;
    const near = Math.min(Math.abs(low), Math.abs(high));
    const far = Math.max(Math.abs(low), Math.abs(high));
    const exact = low > 0 === high > 0 && far / 2 <= Math.abs(middle) && Math.abs(middle) <= 2 * near;
    return exact ? middle : 0;
  });
}

/** The power of two that brings values of at most `magnitude` to where squares neither overflow nor vanish. */
export function chooseScale(magnitude: number, precision: Precision): number {
  const safe = SAFE_EXPONENT[precision];
  if (magnitude === 0 || (magnitude <= 2 ** safe && magnitude >= 2 ** -safe)) return 1;
  let exponent = 0;
  for (let rest = magnitude; rest >= 2; rest /= 2) exponent++;
  for (let rest = magnitude; rest < 1; rest *= 2) exponent--;
  // 2^1023 is the largest power of two there is; values smaller than its inverse come as near to 1 as they can.
  return 2 ** Math.min(-exponent, 1023);
}

/** The largest `|value - origin|` of an extent. */
export function magnitudeOf({ minimum, maximum }: Extent, origin: Float64Array): number {
  let magnitude = 0;
  origin.forEach((value, column) => {
    magnitude = Math.max(magnitude, Math.abs(minimum[column] - value), Math.abs(maximum[column] - value));
  });
  return magnitude;
}

/** Centroids as the kernel takes them. */
export function intoFrame(centroids: Float64Array, { origin, scale }: Frame): Float64Array {
  return centroids.map((value, at) => (value - origin[at % origin.length]) * scale);
}

/** Centroids in the units of the points. */
export function outOfFrame(centroids: Float64Array, { origin, scale }: Frame): Float64Array {
  return centroids.map((value, at) => value / scale + origin[at % origin.length]);
}

/** A sum of squared distances in the units of the points, infinite where float64 cannot hold it. */
export function squaredUnits(value: number, { scale }: Frame): number {
  return value / scale / scale;
}

/** A sum of squared distances in the units of the points. Throws KentroError OUT_OF_RANGE where float64 cannot hold it. */
export function squaredOutOfFrame(value: number, frame: Frame): number {
  const unscaled = squaredUnits(value, frame);
  if (!Number.isFinite(unscaled)) {
    throw new KentroError(
      "OUT_OF_RANGE",
      "Squared distances between these points are beyond float64: divide the values first",
    );
  }
  return unscaled;
}
