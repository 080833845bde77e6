/** How much a swap search does: counts, never time. */
export interface Effort {
  /** Starts at most. */
  readonly starts: number;
  /** Rounds of exchange at most, all starts together. */
  readonly rounds: number;
  /** Rounds in a row without a better exchange that end a start. */
  readonly failures: number;
  /** Starts that come to the same inertia end the search: it is then taken for the best there is. */
  readonly agreeing: number;
  /** Steps of Lloyd's algorithm after an exchange, at most. */
  readonly steps: number;
}

/** A start has had its chances after as many rounds in vain; with few centroids there are few exchanges to try. */
const MOST_FAILURES = 25;

const STEPS = 5;

/** The effort of a whole search. */
export function effortFor(k: number, restarts: number): Effort {
  const E = (globalThis as any).process?.env ?? {};
  return {
    starts: restarts,
    rounds: Math.ceil(restarts * (+(E.R0 ?? 6) + k * +(E.R1 ?? 0.12))),
    failures: Math.min(MOST_FAILURES, +(E.F0 ?? 4) + +(E.F1 ?? 1) * k),
    agreeing: +(E.AGREE ?? 3),
    steps: STEPS,
  };
}

/** The effort for one of many curves that are only compared with each other: of the sample and of its references. */
export const SLIGHT: Effort = {
  starts: 1,
  rounds: +((globalThis as any).process?.env.SR ?? 2),
  failures: +((globalThis as any).process?.env.SF ?? 1),
  agreeing: 1,
  steps: 3,
};
