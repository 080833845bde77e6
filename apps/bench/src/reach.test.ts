import { expect, test } from "vitest";
import { cases } from "./cases.ts";
import { goalsOf, reach } from "./reach.ts";

test("every goal is measured on a case that has its work", () => {
  for (const { work, on } of reach) {
    expect(cases.find(({ name }) => name === on)?.works, on).toContain(work);
  }
});

test("every goal asks for something", () => {
  for (const { atLeast, belowMs, theirs } of reach) {
    expect(atLeast !== null || belowMs !== null).toBe(true);
    if (atLeast !== null) expect(theirs).not.toBeNull();
  }
});

test("goals are found by work and case", () => {
  expect(goalsOf("elbow", "1M x 2 k 8 blobs").map(({ belowMs }) => belowMs)).toEqual([1000]);
  expect(goalsOf("elbow", "nowhere")).toEqual([]);
});

test("no two cases have the same name, and a quick comparison measures works that a case has", () => {
  expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length);
  for (const { works, quick } of cases) for (const work of quick) expect(works).toContain(work);
});
