/** How long a benchmark may take. */
export interface Effort {
  /** Rounds that every contender takes part in while its time lasts. */
  readonly rounds: number;
  /** Time that one contender may spend on the iterations of a case. */
  readonly iterationsMs: number;
  /** Time that one contender may spend on whole fits of a case; one that takes longer by itself is left out. */
  readonly wholeFitsMs: number;
}

export const FULL: Effort = { rounds: 7, iterationsMs: 20_000, wholeFitsMs: 90_000 };
export const QUICK: Effort = { rounds: 3, iterationsMs: 4_000, wholeFitsMs: 9_000 };

/** What a contender does in a case. */
export interface Plan {
  /** Iterations between the two fits whose difference is measured. */
  readonly span: number;
  readonly iterationRounds: number;
  /** 0 where even one would take too long. */
  readonly wholeFitRounds: number;
}

/** What is known before anything is measured. */
export interface Forecast {
  readonly iterationMs: number;
  /** Iterations until nothing moves any more. */
  readonly iterations: number;
  /** Span that is wished for. */
  readonly span: number;
  /** Fits that are timed together. */
  readonly repeats: number;
}

/** Fewer iterations than this would measure the clock. */
const SHORTEST_SPAN = 2;

/** Slow contenders take part in fewer rounds, and where even one is too long, in a shorter one. */
export function planFor({ iterationMs, iterations, span, repeats }: Forecast, effort: Effort): Plan {
  const atOnceMs = iterationMs * repeats;
  const affordable = Math.floor(effort.iterationsMs / atOnceMs) - 2;
  const taken = Math.max(Math.min(span, SHORTEST_SPAN), Math.min(span, affordable));
  const rounds = Math.floor(effort.iterationsMs / (atOnceMs * (taken + 2)));
  return {
    span: taken,
    iterationRounds: Math.max(1, Math.min(effort.rounds, rounds)),
    wholeFitRounds: Math.min(effort.rounds, Math.floor(effort.wholeFitsMs / (atOnceMs * iterations))),
  };
}
