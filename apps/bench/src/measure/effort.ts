/** How much is done. It depends on nothing that is measured: the same command does the same work on any machine. */
export interface Effort {
  /** Rounds in which everyone takes part. */
  readonly rounds: number;
  /** Expected time that one contender spends on the iterations of a case. */
  readonly iterationsMs: number;
  /** Expected time that one contender spends on whole fits of a case; one that takes longer by itself is left out. */
  readonly wholeFitsMs: number;
}

export const FULL: Effort = { rounds: 5, iterationsMs: 20_000, wholeFitsMs: 100_000 };
export const QUICK: Effort = { rounds: 3, iterationsMs: 1_500, wholeFitsMs: 5_000 };

/** What a contender does in a case. */
export interface Plan {
  /** Iterations between the two fits whose difference is measured. */
  readonly span: number;
  /** 0 where even one would take too long. */
  readonly wholeFitRounds: number;
}

/** What is known before anything is measured. */
export interface Work {
  /** Differences of coordinates in an iteration: rows x columns x k, times the fits of a sample. */
  readonly differences: number;
  /** Whether the contender is a slow one. */
  readonly slow: boolean;
  /** Iterations until nothing moves any more. */
  readonly iterations: number;
  /** Span that is wished for. */
  readonly span: number;
}

/** What a difference costs on an ordinary machine. */
const NANOSECONDS = { fast: 0.25, slow: 4 } as const;

/** Fewer iterations than this would measure the clock. */
const SHORTEST_SPAN = 2;

/** Who would take long has shorter rounds, and fewer whole fits. */
export function planFor({ differences, slow, iterations, span }: Work, effort: Effort): Plan {
  const iterationMs = (differences * NANOSECONDS[slow ? "slow" : "fast"]) / 1e6;
  const affordable = Math.floor(effort.iterationsMs / effort.rounds / iterationMs) - 2;
  return {
    span: Math.min(span, Math.max(SHORTEST_SPAN, affordable)),
    wholeFitRounds: Math.min(effort.rounds, Math.floor(effort.wholeFitsMs / (iterationMs * iterations))),
  };
}
