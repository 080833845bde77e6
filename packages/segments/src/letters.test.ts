import { expect, test } from "vitest";
import { letterOf } from "./letters.ts";

test("letters run from A to Z and on with two and three", () => {
  expect([0, 1, 25, 26, 27, 51, 52, 701, 702].map(letterOf)).toEqual([
    "A",
    "B",
    "Z",
    "AA",
    "AB",
    "AZ",
    "BA",
    "ZZ",
    "AAA",
  ]);
});

test("a thousand segments have a thousand letters", () => {
  expect(new Set(Array.from({ length: 1000 }, (_, id) => letterOf(id))).size).toBe(1000);
});
