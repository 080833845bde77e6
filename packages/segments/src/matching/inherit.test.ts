import { describe, expect, test } from "vitest";
import { called } from "./inherit.ts";

const previous = [
  { letter: "A", name: "high income" },
  { letter: "B", name: "low income" },
  { letter: "C", name: "average income" },
];

test("without earlier segments letters follow the order", () => {
  expect(called(["big", "small"], null, [])).toEqual([
    { letter: "A", name: "big" },
    { letter: "B", name: "small" },
  ]);
});

describe("with earlier segments", () => {
  test("those that match keep letter and name, whatever they would be called now", () => {
    const matches = [
      { other: 1, jaccard: 0.9 },
      { other: 0, jaccard: 0.5 },
    ];
    expect(called(["few orders", "many orders"], previous, matches)).toEqual([
      { letter: "B", name: "low income" },
      { letter: "A", name: "high income" },
    ]);
  });

  test("those that match none are new, with a letter that nobody had", () => {
    const matches = [null, null, { other: 0, jaccard: 0.8 }];
    expect(called(["older", "younger", "rich"], previous, matches)).toEqual([
      { letter: "D", name: "older" },
      { letter: "E", name: "younger" },
      { letter: "A", name: "high income" },
    ]);
  });

  test("a new name that is also inherited gets its letter", () => {
    const matches = [null, { other: 0, jaccard: 1 }];
    expect(called(["high income", "low income"], previous, matches).map(({ name }) => name)).toEqual([
      "high income (D)",
      "high income",
    ]);
  });
});
