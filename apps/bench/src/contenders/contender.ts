import type { Sample } from "../data/sample.ts";

/** What a contender computes in. */
export type Precision = "float32" | "float64";

/** Threads that a contender may use; by default as many as it wishes. */
export type Threads = 1 | 2 | "default";

/** Who computes, in what, on how many threads. */
export interface Identity {
  readonly name: string;
  readonly precision: Precision;
  readonly threads: Threads;
}

/** What is timed as a whole. */
export type Job =
  /** Lloyd from the start of the sample, tolerance 0, until nothing moves any more or so many iterations are done. */
  | { readonly kind: "from start"; readonly limit: number }
  /** What users get for the k of the sample. */
  | { readonly kind: "fit"; readonly seed: number; readonly starts: number }
  /** What users get for each k from 1 to `kMax`. */
  | { readonly kind: "elbow"; readonly seed: number; readonly starts: number; readonly kMax: number }
  /** As before with silhouettes and the verdict on k. */
  | { readonly kind: "analysis"; readonly seed: number; readonly kMax: number };

/** A number of jobs that are alike. */
export interface JobRequest {
  readonly job: Job;
  /** How many are timed, >= 1. */
  readonly repeats: number;
  /** What of the last one is wanted besides its time, and not part of it. */
  readonly wants: "time" | "inertia" | "labels";
}

export interface JobReply {
  /** Time of one job: the median of those that were timed. */
  readonly elapsedMs: number;
  /** Iterations of the fit that was kept; null where there are several, or nobody tells. */
  readonly iterations: number | null;
  /** Inertia in float64, around the means of the labels; one for each k. Empty where not wanted. */
  readonly inertias: readonly number[];
  /** For each row the index of the nearest of the final centroids, where wanted. */
  readonly labels: Int32Array | null;
}

/** An implementation of k-means in a thread or process of its own, where nobody else's memory is in its way. */
export interface Contender extends Identity {
  /** Whether it is known to be many times slower than others: it gets less to do. */
  readonly slow: boolean;
  /** Takes a sample in the place of the one before. */
  load(sample: Sample): Promise<void>;
  /** Does a job on the sample loaded last. Rejects where the contender fails. */
  run(request: JobRequest): Promise<JobReply>;
  /** Ends its thread or process and leaves its memory. */
  close(): Promise<void>;
}

/** `kentro float32, 1 thread` */
export function titleOf({ name, precision, threads }: Identity): string {
  return `${name} ${precision}, ${threads === 1 ? "1 thread" : `${threads} threads`}`;
}

export function isSame(a: Identity, b: Identity): boolean {
  return a.name === b.name && a.precision === b.precision && a.threads === b.threads;
}
