import type { MadeData } from "./data/blobs.ts";

/** One data set that contenders are compared on. */
export interface Case {
  /** What `--case` calls it. */
  readonly id: string;
  readonly rows: number;
  readonly columns: number;
  readonly k: number;
  /** Where the points come from: the mall customers' income and spending score, or made. */
  readonly source: "mall" | MadeData;
  /** Chooses the rows that are the first centroids. */
  readonly startSeed: number;
  /** Iterations from there until nothing moves any more, in float64. */
  readonly iterations: number;
  /** Iterations that a measurement spans: fewer than any contender needs to converge. */
  readonly span: number;
  /** Fits that are timed for a sample, where one is so short that whatever else the machine does drowns it. */
  readonly repeats: number;
  /** The slow contenders that take part in a quick comparison. */
  readonly slowInQuick: readonly string[];
}

/** Blobs whose centers are on average five standard deviations apart overlap a little, in any number of columns. */
const APART = 5;

/** Starts are chosen so that no case converges soon, or late, and that the mall has no tie on the way. */
export const cases: readonly Case[] = [
  {
    id: "mall",
    rows: 200,
    columns: 2,
    k: 5,
    source: "mall",
    startSeed: 224,
    iterations: 19,
    span: 16,
    repeats: 100,
    slowInQuick: ["ml-kmeans", "skmeans"],
  },
  {
    id: "100k-3",
    rows: 100_000,
    columns: 3,
    k: 5,
    source: { seed: 2, apart: APART },
    startSeed: 2,
    iterations: 39,
    span: 20,
    repeats: 1,
    slowInQuick: ["ml-kmeans", "skmeans"],
  },
  {
    id: "1m-4",
    rows: 1_000_000,
    columns: 4,
    k: 8,
    source: { seed: 9, apart: APART },
    startSeed: 6,
    iterations: 38,
    span: 20,
    repeats: 1,
    slowInQuick: ["ml-kmeans"],
  },
  {
    id: "100k-16",
    rows: 100_000,
    columns: 16,
    k: 16,
    source: { seed: 3, apart: APART },
    startSeed: 9,
    iterations: 39,
    span: 20,
    repeats: 1,
    slowInQuick: [],
  },
  {
    id: "100k-64",
    rows: 100_000,
    columns: 64,
    k: 100,
    source: { seed: 3, apart: APART },
    startSeed: 3,
    iterations: 39,
    span: 20,
    repeats: 1,
    slowInQuick: [],
  },
];
