import type { Precision } from "../contenders/contender.ts";

/**
 * The share of rows that may get another label than the reference, rounded down: rows that lie as good as between two
 * centroids, where the last digit of a distance decides. float32 has few digits, and scikit-learn loses some more of them
 * (it computes |x|^2 - 2xc + |c|^2).
 */
const NEAR_TIES: Readonly<Record<Precision, number>> = { float32: 1e-4, float64: 1e-6 };

/** How far an inertia may be from the reference's, of the reference's: near-ties may go on to part. */
const INERTIA: Readonly<Record<Precision, number>> = { float32: 1e-4, float64: 1e-6 };

/** How the answer of a contender compares with the reference's. */
export interface Agreement {
  /** Rows whose label is another; null where labels were not compared. */
  readonly labels: { readonly different: number; readonly allowed: number } | null;
  /** How far the inertia is off, of the reference's; null where it was not compared. */
  readonly inertia: { readonly off: number; readonly allowed: number } | null;
}

/** Nothing is compared where all do as they wish. */
export const NOT_COMPARED: Agreement = { labels: null, inertia: null };

export function compareLabels(reference: Int32Array, labels: Int32Array, precision: Precision): Agreement["labels"] {
  const allowed = Math.floor(reference.length * NEAR_TIES[precision]);
  if (labels.length !== reference.length) return { different: reference.length, allowed };
  let different = 0;
  for (let row = 0; row < reference.length; row++) if (labels[row] !== reference[row]) different++;
  return { different, allowed };
}

/** Compares all that a contender came to: the farthest counts. */
export function compareInertia(
  reference: number,
  inertias: readonly number[],
  precision: Precision,
): Agreement["inertia"] {
  const off = Math.max(...inertias.map((inertia) => Math.abs(inertia - reference) / reference));
  return { off, allowed: INERTIA[precision] };
}

export function agrees({ labels, inertia }: Agreement): boolean {
  return (
    (labels === null || labels.different <= labels.allowed) && (inertia === null || inertia.off <= inertia.allowed)
  );
}
