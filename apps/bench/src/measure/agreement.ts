import type { Precision } from "../contenders/contender.ts";

/**
 * The share of rows that may get another label than the reference, rounded down: rows that lie as good as between two
 * centroids, where the last digit of a distance decides. float32 has few digits, and scikit-learn loses some more of them
 * (it computes |x|^2 - 2xc + |c|^2).
 */
const NEAR_TIES: Readonly<Record<Precision, number>> = { float32: 1e-4, float64: 1e-6 };

/** How the labels of a contender compare with the reference's. */
export interface Agreement {
  /** Rows whose label is another. */
  readonly different: number;
  /** Rows that may differ. */
  readonly allowed: number;
}

export function compareLabels(reference: Int32Array, labels: Int32Array, precision: Precision): Agreement {
  const allowed = Math.floor(reference.length * NEAR_TIES[precision]);
  if (labels.length !== reference.length) return { different: reference.length, allowed };
  let different = 0;
  for (let row = 0; row < reference.length; row++) if (labels[row] !== reference[row]) different++;
  return { different, allowed };
}

export function agrees({ different, allowed }: Agreement): boolean {
  return different <= allowed;
}
