import type { Identity, Threads } from "./contenders/contender.ts";
import type { Work } from "./works.ts";

/** A promise that a measurement keeps or breaks. */
export interface Goal {
  readonly work: Work;
  /** Name of the case. */
  readonly on: string;
  readonly ours: Identity;
  /** Whom ours is compared with; null where the time alone counts. */
  readonly theirs: Identity | null;
  /** How many times as long as ours theirs takes. */
  readonly atLeast: number | null;
  readonly belowMs: number | null;
  /**
   * What the inertia must be: "no higher" than theirs to a millionth, at any k; "lower"; or "near best": within 0.1 % of
   * the best known for every seed.
   */
  readonly inertia: "no higher" | "lower" | "near best" | null;
}

const ML_KMEANS: Identity = { name: "ml-kmeans", precision: "float64", threads: 1 };
const SKMEANS: Identity = { name: "skmeans", precision: "float64", threads: 1 };

/** What is to be reached, in one run. */
export const reach: readonly Goal[] = [
  iteration("1M x 4 k 8 blobs", 6),
  iteration("1M x 2 k 8 blobs", 6),
  iteration("1M x 16 k 16 blobs", 2),
  iteration("100k x 64 k 100 blobs", 1.5),
  iteration("50k x 128 k 1024 blobs", 1),
  iteration("1M x 4 k 8 noise", 4),
  iteration("1M x 16 k 16 noise", 1.7),
  iteration("100k x 64 k 100 noise", 1.2),
  iteration("50k x 128 k 1024 noise", 0.7),
  against("convergence", "1M x 4 k 8 blobs", { atLeast: 6 }),
  against("fit", "1M x 4 k 8 blobs", { atLeast: 15, inertia: "no higher" }),
  against("elbow", "1M x 2 k 8 blobs", { atLeast: 50, belowMs: 1000, inertia: "no higher" }),
  against("elbow", "1M x 4 k 8 blobs", { atLeast: 50, inertia: "no higher" }),
  against("fit", "1M x 4 k 8 blobs", { theirs: ML_KMEANS, atLeast: 100, inertia: "lower" }),
  against("fit", "1M x 4 k 8 blobs", { theirs: SKMEANS, atLeast: 100, inertia: "lower" }),
  against("analysis", "200 x 2 k 5 mall", { theirs: null, belowMs: 100 }),
  against("iteration", "1M x 16 k 16 blobs", { ours: kentro(2), theirs: kentro(1), atLeast: 1.7 }),
  ...[
    "200 x 2 k 5 mall",
    "5k x 2 k 25 grid",
    "10k x 2 k 100 grid",
    "5k x 2 k 15 uneven",
    "10k x 4 k 50 uneven",
    "20k x 8 k 100 uneven",
    "6k x 2 k 30 chains",
    "12k x 5 k 60 chains",
    "150 x 4 k 3 iris",
    "178 x 13 k 3 wine",
  ].map((on) => against("optimum", on, { atLeast: 1, inertia: "near best" })),
  ...["1797 x 64 k 10 digits", "1797 x 64 k 50 digits", "5k x 8 k 50 noise", "5k x 16 k 50 customers"].map((on) =>
    against("optimum", on, { atLeast: 10, inertia: "no higher" }),
  ),
];

/** The goals that a measurement says something about. */
export function goalsOf(work: Work, on: string): readonly Goal[] {
  return reach.filter((goal) => goal.work === work && goal.on === on);
}

function iteration(on: string, atLeast: number): Goal {
  return against("iteration", on, { ours: kentro(1), theirs: scikitLearn(1), atLeast });
}

function against(work: Work, on: string, goal: Partial<Goal>): Goal {
  const sides = { ours: kentro("default"), theirs: scikitLearn("default") };
  return { work, on, ...sides, atLeast: null, belowMs: null, inertia: null, ...goal };
}

function kentro(threads: Threads): Identity {
  return { name: "kentro", precision: "float32", threads };
}

function scikitLearn(threads: Threads): Identity {
  return { name: "scikit-learn", precision: "float32", threads };
}
