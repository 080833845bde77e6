import { expect, test } from "vitest";
import { stackedOffsets } from "./stacked.ts";

test("marks with room between them stay where they are", () => {
  expect(stackedOffsets([0, 50, 20], 10, 30)).toEqual([0, 0, 0]);
  expect(stackedOffsets([], 10, 30)).toEqual([]);
});

test("those that would hide one another are stacked around the row, in their order along it", () => {
  expect(stackedOffsets([5, 0, 100], 10, 30)).toEqual([5, -5, 0]);
  expect(stackedOffsets([0, 9, 18], 10, 30)).toEqual([-10, 0, 10]);
});

test("a stack does not leave its room", () => {
  expect(stackedOffsets([0, 0, 0, 0, 0], 10, 20)).toEqual([-10, -5, 0, 5, 10]);
});
