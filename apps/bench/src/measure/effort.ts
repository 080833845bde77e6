import { K_MAX, type Work } from "../works.ts";

/** How much is done. It depends on nothing that is measured: the same command does the same work on any machine. */
export interface Effort {
  readonly rounds: number;
  /** Expected time that a slow contender may spend on one measurement; one that takes longer by itself is left out. */
  readonly slowMs: number;
}

export const FULL: Effort = { rounds: 5, slowMs: 100_000 };
export const QUICK: Effort = { rounds: 3, slowMs: 2500 };

/** Seeds that an optimum is looked for with. */
const OPTIMUM_ROUNDS = 20;

/** What a contender does in a measurement. */
export interface Plan {
  /** 0 where even one would take too long. */
  readonly rounds: number;
  /** Iterations between the two fits whose difference is measured. */
  readonly span: number;
}

/** What is known before anything is measured: see `Case`. */
export interface Size {
  readonly rows: number;
  readonly columns: number;
  readonly k: number;
  readonly iterations: number;
  readonly span: number;
  readonly repeats: number;
}

/** What the slow spend on one difference of coordinates on an ordinary machine. */
const NANOSECONDS = 4;
/** Iterations of a fit by a contender's own defaults, about. */
const DEFAULT_ITERATIONS = 30;
/** Fewer iterations than this would measure the clock. */
const SHORTEST_SPAN = 2;

/** Who is quick does all that is wished for. Who would take long has a shorter span, and then fewer rounds. */
export function planFor(work: Work, size: Size, slow: boolean, { rounds: wished, slowMs }: Effort): Plan {
  const rounds = work === "optimum" ? OPTIMUM_ROUNDS : wished;
  if (!slow) return { rounds, span: size.span };
  const iterationMs = (size.rows * size.columns * size.k * size.repeats * NANOSECONDS) / 1e6;
  // The labels that are checked before the first round take a long fit of their own.
  const affordable = Math.floor(slowMs / (rounds + 1) / iterationMs) - 2;
  const span = Math.min(size.span, Math.max(SHORTEST_SPAN, affordable));
  const roundMs = iterationMs * iterationsOf(work, size, span);
  return { rounds: Math.min(rounds, Math.floor(slowMs / roundMs)), span };
}

/** Iterations of one round, counted in those with the k of the case. */
function iterationsOf(work: Work, { k, iterations }: Size, span: number): number {
  switch (work) {
    case "iteration":
      return 2 + span;
    case "convergence":
      return iterations;
    case "fit":
    case "optimum":
      return DEFAULT_ITERATIONS;
    case "elbow":
    case "analysis":
      return (DEFAULT_ITERATIONS * K_MAX * (K_MAX + 1)) / 2 / k;
  }
}
