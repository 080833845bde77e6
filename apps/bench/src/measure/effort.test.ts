import { expect, test } from "vitest";
import { cases } from "../cases.ts";
import { FULL, type Plan, planFor, QUICK } from "./effort.ts";

const EFFORT = { rounds: 3, iterationsMs: 600, wholeFitsMs: 1000 };

function plan(differences: number, slow = false): Plan {
  return planFor({ differences, slow, iterations: 40, span: 20 }, EFFORT);
}

test("who is expected to be quick gets the span and the rounds that are wished for", () => {
  expect(plan(1_000_000)).toEqual({ span: 20, wholeFitRounds: 3 });
});

test("who is expected to be slow gets a shorter span", () => {
  expect(plan(80_000_000)).toEqual({ span: 8, wholeFitRounds: 1 });
  expect(plan(5_000_000, true)).toEqual({ span: 8, wholeFitRounds: 1 });
});

test("the shortest span is two iterations, and a whole fit that takes too long is left out", () => {
  expect(plan(10_000_000_000)).toEqual({ span: 2, wholeFitRounds: 0 });
});

test("a span that is short by nature stays so", () => {
  expect(planFor({ differences: 1e12, slow: true, iterations: 3, span: 1 }, EFFORT).span).toBe(1);
});

test("without hurry, all but the slow spend 20 iterations in at least 5 rounds on every made case", () => {
  for (const { rows, columns, k, repeats, ...rest } of cases.filter(({ source }) => source !== "mall")) {
    expect(planFor({ differences: rows * columns * k * repeats, slow: false, ...rest }, FULL).span).toBe(20);
  }
  expect(FULL.rounds).toBeGreaterThanOrEqual(5);
});

test("in a hurry, the case of the goals is measured whole, by the slow too", () => {
  const found = cases.find(({ id }) => id === "1m-4");
  if (found === undefined) throw new Error("There is no such case");
  const { rows, columns, k, iterations, span } = found;
  const differences = rows * columns * k;
  expect(planFor({ differences, slow: false, iterations, span }, QUICK)).toEqual({ span: 20, wholeFitRounds: 3 });
  expect(planFor({ differences, slow: true, iterations, span }, QUICK).wholeFitRounds).toBe(1);
});
