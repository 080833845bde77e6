import type { SampleShape } from "./data/sample.ts";
import type { Source } from "./data/source.ts";
import { SPAN, type Work } from "./works.ts";

/** One data set, and what contenders are compared in on it. */
export interface Case extends SampleShape {
  /** What `--case` finds it by: `1M x 4 k 8 blobs`. */
  readonly name: string;
  readonly works: readonly Work[];
  /** Those of a quick comparison. */
  readonly quick: readonly Work[];
  /** Iterations from the start until nothing moves any more, about; more than `span`. */
  readonly iterations: number;
  /** Iterations that a measurement spans: fewer than any contender needs to converge. */
  readonly span: number;
  /** Jobs that are timed for a sample, where one is so short that whatever else the machine does drowns it. */
  readonly repeats: number;
  /** Starts that scikit-learn makes by default. */
  readonly starts: number;
  /** The lowest inertia that thousands of starts came to, where that is known. */
  readonly bestKnown: number | null;
}

/** Blobs whose centers are on average so many standard deviations apart overlap a little, in any number of columns. */
const OVERLAPPING = 5;
const FAR = 40;

const DEFAULTS = { startSeed: 1, iterations: 60, span: SPAN, repeats: 1, quick: [], starts: 10, bestKnown: null };

/** Starts are chosen so that no case with iterations to measure converges soon, and that the mall has no tie on the way. */
export const cases: readonly Case[] = [
  caseOf(200, 2, 5, { kind: "mall" }, ["iteration", "fit", "elbow", "analysis", "optimum"], {
    startSeed: 224,
    iterations: 19,
    span: 16,
    repeats: 100,
    quick: ["iteration", "fit", "analysis"],
    bestKnown: 44448.4554479337,
  }),
  caseOf(100_000, 3, 5, blobs(2), ["iteration", "convergence", "fit", "elbow"], {
    startSeed: 2,
    iterations: 39,
    quick: ["iteration", "convergence", "fit"],
  }),
  caseOf(1_000_000, 4, 8, blobs(9), ["iteration", "convergence", "fit", "elbow"], {
    startSeed: 6,
    iterations: 38,
    quick: ["iteration", "convergence"],
  }),
  caseOf(1_000_000, 2, 8, blobs(1), ["iteration", "convergence", "fit", "elbow"], {}),
  caseOf(1_000_000, 16, 16, blobs(1), ["iteration", "convergence", "fit"], {}),
  caseOf(100_000, 64, 100, blobs(3), ["iteration", "convergence", "fit"], {
    startSeed: 3,
    iterations: 39,
  }),
  caseOf(50_000, 128, 1024, blobs(1), ["iteration"], { iterations: 26 }),
  caseOf(1_000_000, 4, 8, { kind: "far blobs", seed: 1, apart: FAR }, ["convergence", "fit"], {}),
  caseOf(1_000_000, 4, 8, noise(1), ["iteration", "fit"], {}),
  caseOf(1_000_000, 16, 16, noise(1), ["iteration"], {}),
  caseOf(100_000, 64, 100, noise(1), ["iteration"], {}),
  caseOf(50_000, 128, 1024, noise(1), ["iteration"], {}),
  caseOf(200_000, 16, 8, { kind: "customers", seed: 1 }, ["iteration", "convergence", "fit", "elbow"], {}),
  caseOf(5000, 2, 25, { kind: "grid", seed: 1 }, ["optimum"], {}),
  caseOf(10_000, 2, 100, { kind: "grid", seed: 2 }, ["optimum"], {}),
  caseOf(5000, 2, 15, { kind: "uneven", seed: 1 }, ["optimum"], {}),
  caseOf(10_000, 4, 50, { kind: "uneven", seed: 2 }, ["optimum"], {}),
  caseOf(20_000, 8, 100, { kind: "uneven", seed: 3 }, ["optimum"], {}),
  caseOf(6000, 2, 30, { kind: "chains", seed: 1 }, ["optimum"], {}),
  caseOf(12_000, 5, 60, { kind: "chains", seed: 2 }, ["optimum"], {}),
  caseOf(150, 4, 3, { kind: "iris" }, ["optimum"], { bestKnown: 78.851441426146 }),
  caseOf(178, 13, 3, { kind: "wine" }, ["optimum"], { bestKnown: 1277.9284888446423 }),
  caseOf(1797, 64, 10, { kind: "digits" }, ["optimum"], { starts: 100, bestKnown: 1165122.155560049 }),
  caseOf(1797, 64, 50, { kind: "digits" }, ["optimum"], { starts: 100 }),
  caseOf(5000, 8, 50, noise(2), ["optimum"], { starts: 100 }),
  caseOf(5000, 16, 50, { kind: "customers", seed: 2 }, ["optimum"], { starts: 100 }),
];

function caseOf(
  rows: number,
  columns: number,
  k: number,
  source: Source,
  works: readonly Work[],
  more: Partial<Omit<Case, keyof SampleShape | "name" | "works">> & { readonly startSeed?: number },
): Case {
  const name = `${short(rows)} x ${columns} k ${k} ${source.kind}`;
  return { name, rows, columns, k, source, works, ...DEFAULTS, ...more };
}

function blobs(seed: number): Source {
  return { kind: "blobs", seed, apart: OVERLAPPING };
}

function noise(seed: number): Source {
  return { kind: "noise", seed };
}

/** `1M`, `50k`, `1797` */
function short(rows: number): string {
  if (rows % 1_000_000 === 0) return `${rows / 1_000_000}M`;
  return rows % 1000 === 0 ? `${rows / 1000}k` : String(rows);
}
