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
  /** Iterations that a measurement spans: fewer than any contender needs to converge from that start. */
  readonly span: number;
  /** Fits that are timed together, where one is too short for a clock. */
  readonly repeats: number;
}

/** Blobs whose centers are on average five standard deviations apart overlap a little, in any number of columns. */
const APART = 5;

/** From their starts the mall converges after 19 iterations, without a tie on the way, and the made cases after 39 to 65. */
export const cases: readonly Case[] = [
  { id: "mall", rows: 200, columns: 2, k: 5, source: "mall", startSeed: 224, span: 16, repeats: 50 },
  { ...made("100k-3", 100_000, 3, 5, 2), repeats: 4 },
  made("1m-4", 1_000_000, 4, 8, 2),
  made("100k-16", 100_000, 16, 16, 3),
  made("100k-64", 100_000, 64, 100, 3),
];

function made(id: string, rows: number, columns: number, k: number, seed: number): Case {
  return { id, rows, columns, k, source: { seed, apart: APART }, startSeed: seed, span: 20, repeats: 1 };
}
