import { expect, test } from "vitest";
import type { TextColumn } from "../table.ts";
import { tableOf } from "../testing/table.ts";
import { isYesNo, yesNoNumbers } from "./yes-no.ts";

const texts = (cells: readonly (string | null)[]) => tableOf({ member: cells }).columns[0] as TextColumn;

test.each([
  ["yes", "no"],
  ["Y", "n"],
  ["TRUE", "False"],
  ["ja", "Nein"],
  ["oui", "non"],
  ["1", "0"],
  [" yes", "N "],
])("%j and %j are yes and no", (yes, no) => {
  const column = texts([yes, no, null, yes]);
  expect(isYesNo(column)).toBe(true);
  const { values, missing, unreadableCount } = yesNoNumbers(column);
  expect([...values]).toEqual([1, 0, Number.NaN, 1]);
  expect([missing, unreadableCount]).toEqual([1, 0]);
});

test("a column with one other word is no column of yes and no, and neither is an empty one", () => {
  expect(isYesNo(texts(["yes", "no", "maybe"]))).toBe(false);
  expect(isYesNo({ name: "member", type: "text", codes: Int32Array.of(-1), categories: [], missing: 1 })).toBe(false);
});

test("another word is an unreadable cell, kept with its row", () => {
  const { values, unreadable, unreadableCount } = yesNoNumbers(texts(["yes", "maybe", "no", "maybe"]));
  expect([...values]).toEqual([1, Number.NaN, 0, Number.NaN]);
  expect(unreadable).toEqual([
    { row: 1, value: "maybe" },
    { row: 3, value: "maybe" },
  ]);
  expect(unreadableCount).toBe(2);
});
