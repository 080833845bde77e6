/** How much a swap search does: counts, never time. */
export interface Effort {
  /** Starts at most. */
  readonly starts: number;
  /** Rounds of exchange at most, all starts together. */
  readonly rounds: number;
  /** Rounds in a row without a better exchange that end a start. */
  readonly failures: number;
  /** Starts that come to the same inertia end the search: it is then taken for the least there is. */
  readonly agreeing: number;
  /** Steps of Lloyd's algorithm after an exchange, at most. */
  readonly steps: number;
}

/** A start has had its chances after as many rounds in vain; with few centroids there are few exchanges to try. */
const MOST_FAILURES = 50;

/** One or two starts may agree by chance. */
const AGREEING = 3;
const AGREEING_OF_FEW = 6;

/** Later steps are for the end of the search: whether an exchange helps shows in the first. */
const STEPS = 5;

/** Where rows are so few, single rows make optima of their own: there are more, and a start costs next to nothing. */
const FEW_ROWS = 1000;
const TIMES_FOR_FEW = 6;

/** The effort of a whole search. */
export function effortFor(k: number, restarts: number, rows: number): Effort {
  const few = rows <= FEW_ROWS;
  const times = few ? TIMES_FOR_FEW : 1;
  return {
    starts: restarts * times,
    rounds: Math.ceil(restarts * times * (5 + k / 2)),
    failures: Math.min(MOST_FAILURES, 4 + 2 * k),
    agreeing: few ? AGREEING_OF_FEW : AGREEING,
    steps: STEPS,
  };
}

/** The effort for a k beyond the first of a curve: the solution of the k before is a start, and the k after lends its own. */
export function effortAlong(k: number, restarts: number): Effort {
  return { ...effortFor(k, restarts, Number.POSITIVE_INFINITY), agreeing: 2 };
}

/** The effort for one of many curves of which only the mean and the spread are asked for. */
export const SLIGHT: Effort = { starts: 1, rounds: 2, failures: 1, agreeing: 1, steps: 3 };
