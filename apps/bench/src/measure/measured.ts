import type { Identity } from "../contenders/contender.ts";
import type { Work } from "../works.ts";
import type { Agreement } from "./agreement.ts";

/** What is known of one contender in one measurement. */
export interface Measured extends Identity {
  readonly agreement: Agreement;
  /** Iterations between the two fits of each sample; null where a sample is one job. */
  readonly span: number | null;
  /** Milliseconds, a sample for each round; none where answers disagreed. */
  readonly samplesMs: readonly number[];
  /** Inertias of each round, in float64 around the means of the labels: one for each k. */
  readonly inertias: readonly (readonly number[])[];
  /** Iterations of each round, where they are told. */
  readonly iterations: readonly number[];
}

/** One work on one case. */
export interface Measurement {
  readonly work: Work;
  /** Name of the case. */
  readonly on: string;
  readonly rows: number;
  readonly columns: number;
  readonly k: number;
  /** The lowest inertia known from elsewhere. */
  readonly bestKnown: number | null;
  /** Kentro first. */
  readonly measured: readonly Measured[];
  /** Titles of those who would take too long. */
  readonly leftOut: readonly string[];
}
