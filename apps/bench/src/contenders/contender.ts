import type { Sample } from "../data/sample.ts";

/** What a contender computes in. */
export type Precision = "float32" | "float64";

/** A number of fits that are alike. */
export interface FitRequest {
  /** From the start of the sample, for so many iterations at most; or whole, from a seed. */
  readonly from: { readonly limit: number } | { readonly seed: number };
  /** How many fits are timed, >= 1. */
  readonly repeats: number;
  /** Whether labels are wanted. */
  readonly labels: boolean;
}

export interface FitReply {
  /** Time of one fit: the median of those that were timed. */
  readonly elapsedMs: number;
  /** Iterations of each fit. */
  readonly iterations: number;
  /** For each row the index of the nearest of the final centroids, where wanted. */
  readonly labels: Int32Array | null;
}

/** An implementation of k-means in a thread or process of its own, where nobody else's memory is in its way. */
export interface Contender {
  readonly name: string;
  readonly precision: Precision;
  /** Whether it is known to be many times slower than others: it gets less to do. */
  readonly slow: boolean;
  /** Takes a sample in the place of the one before. */
  load(sample: Sample): Promise<void>;
  /** Fits the sample loaded last. Rejects where the contender fails. */
  fit(request: FitRequest): Promise<FitReply>;
  close(): Promise<void>;
}
