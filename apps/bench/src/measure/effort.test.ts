import { expect, test } from "vitest";
import { cases } from "../cases.ts";
import { WORKS } from "../works.ts";
import { FULL, planFor, QUICK } from "./effort.ts";

const EFFORT = { rounds: 5, slowMs: 1000 };
/** An iteration takes the slow 4 ms. */
const SIZE = { rows: 100_000, columns: 2, k: 5, iterations: 40, span: 20, repeats: 1 };
const LARGE = { ...SIZE, columns: 200 };

test("who is quick does all rounds and the whole span, however large the case is", () => {
  expect(planFor("iteration", { ...LARGE, rows: 1e9 }, false, EFFORT)).toEqual({ rounds: 5, span: 20 });
});

test("an optimum is looked for with 20 seeds", () => {
  expect(planFor("optimum", SIZE, false, EFFORT).rounds).toBe(20);
});

test("who is slow has a shorter span before it has fewer rounds", () => {
  expect(planFor("iteration", SIZE, true, EFFORT)).toEqual({ rounds: 5, span: 20 });
  expect(planFor("iteration", { ...SIZE, columns: 10 }, true, EFFORT)).toEqual({ rounds: 5, span: 6 });
  expect(planFor("iteration", { ...SIZE, columns: 50 }, true, EFFORT)).toEqual({ rounds: 2, span: 2 });
});

test("who would take too long has no rounds", () => {
  for (const work of WORKS) expect(planFor(work, LARGE, true, EFFORT).rounds).toBe(0);
});

test("a sweep up to 10 costs the iterations of all its k", () => {
  const rounds = (slowMs: number): number => planFor("elbow", SIZE, true, { rounds: 5, slowMs }).rounds;
  // 30 iterations of 55 centroids in all, 11 times the k of the case.
  expect([rounds(1319), rounds(1320), rounds(5 * 1320)]).toEqual([0, 1, 5]);
});

test("what is to be reached against slow contenders is measured in five rounds", () => {
  const found = cases.find(({ name }) => name === "1M x 4 k 8 blobs");
  if (found === undefined) throw new Error("There is no such case");
  expect(planFor("fit", found, true, FULL).rounds).toBe(5);
  expect(FULL.rounds).toBeGreaterThanOrEqual(5);
  expect(QUICK.rounds).toBeGreaterThanOrEqual(3);
});
