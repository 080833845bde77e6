import type { Precision } from "../contenders/contender.ts";

/**
 * The share of rows that may get another label than the reference, rounded down: rows that lie as good as between two
 * centroids, where the last digit of a distance decides. float32 has few digits, and scikit-learn loses some more of them
 * (it computes |x|^2 - 2xc + |c|^2).
 */
const NEAR_TIES: Readonly<Record<Precision, number>> = { float32: 1e-4, float64: 1e-6 };

/**
 * How far the inertia may be off after those few iterations where more labels differ. One near-tie moves a centroid, which
 * moves more rows: without clusters a single row has parted hundreds three iterations later, and hardly the inertia.
 */
const EARLY_INERTIA: Readonly<Record<Precision, number>> = { float32: 1e-6, float64: 1e-9 };

/** How far an inertia may be from the reference's, of the reference's: near-ties may go on to part. */
const INERTIA: Readonly<Record<Precision, number>> = { float32: 1e-4, float64: 1e-6 };

/** How labels compare after a few iterations. */
export interface LabelAgreement {
  /** Rows whose label is another. */
  readonly different: number;
  readonly allowed: number;
  /** How far their inertia is off, of the reference's: what counts where more are different than allowed. */
  readonly inertia: InertiaAgreement;
}

export interface InertiaAgreement {
  readonly off: number;
  readonly allowed: number;
}

/** Labels and their inertia. */
export interface Labeled {
  readonly labels: Int32Array;
  readonly inertia: number;
}

/** How the answer of a contender compares with the reference's. */
export interface Agreement {
  /** Null where labels were not compared. */
  readonly labels: LabelAgreement | null;
  /** How far the inertia is off, of the reference's; null where it was not compared. */
  readonly inertia: InertiaAgreement | null;
}

/** Nothing is compared where all do as they wish. */
export const NOT_COMPARED: Agreement = { labels: null, inertia: null };

export function compareLabels(reference: Labeled, { labels, inertia }: Labeled, precision: Precision): LabelAgreement {
  const { length } = reference.labels;
  let different = labels.length === length ? 0 : length;
  if (different === 0) for (let row = 0; row < length; row++) if (labels[row] !== reference.labels[row]) different++;
  return {
    different,
    allowed: Math.floor(length * NEAR_TIES[precision]),
    inertia: { off: offBy(inertia, reference.inertia), allowed: EARLY_INERTIA[precision] },
  };
}

/** Compares all that a contender came to: the farthest counts. */
export function compareInertia(reference: number, inertias: readonly number[], precision: Precision): InertiaAgreement {
  const off = Math.max(...inertias.map((inertia) => offBy(inertia, reference)));
  return { off, allowed: INERTIA[precision] };
}

export function agrees({ labels, inertia }: Agreement): boolean {
  const labelsAgree = labels === null || labels.different <= labels.allowed || isWithin(labels.inertia);
  return labelsAgree && (inertia === null || isWithin(inertia));
}

function isWithin({ off, allowed }: InertiaAgreement): boolean {
  return off <= allowed;
}

function offBy(inertia: number, reference: number): number {
  return inertia === reference ? 0 : Math.abs(inertia - reference) / reference;
}
