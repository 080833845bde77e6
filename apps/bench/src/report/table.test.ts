import { expect, test } from "vitest";
import { tableLines } from "./table.ts";

test("the first column stands to the left, the others to the right", () => {
  expect(
    tableLines([
      ["", "ms", "x"],
      ["kentro", "4.50", "1"],
      ["other", "120", "26.7"],
    ]),
  ).toEqual(["          ms     x", "kentro  4.50     1", "other    120  26.7"]);
});

test("no line ends with spaces", () => {
  expect(
    tableLines([
      ["a", ""],
      ["b", "1"],
    ]),
  ).toEqual(["a", "b  1"]);
});
