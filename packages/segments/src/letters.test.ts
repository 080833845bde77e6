import { expect, test } from "vitest";
import { freshLetters, letterOf } from "./letters.ts";

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

test("fresh letters pass over those taken", () => {
  const letters = freshLetters(new Set(["A", "C", "AA"]));
  const drawn = Array.from({ length: 25 }, () => letters.next().value);
  expect([drawn[0], drawn[1], drawn[23], drawn[24]]).toEqual(["B", "D", "Z", "AB"]);
});
