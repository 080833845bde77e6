import { expect, test } from "vitest";
import { squares, sum } from "./sum.ts";

test("small values beside large ones are not lost", () => {
  expect(sum(Float64Array.of(1, 1e100, 1, -1e100))).toBe(2);
  expect(sum(Float64Array.from({ length: 1_000_000 }, () => 0.1))).toBe(100_000);
});

test("a part of the values is summed", () => {
  expect(sum(Float64Array.of(1, 2, 3, 4), 1, 3)).toBe(5);
  expect(sum(Float64Array.of(1), 1)).toBe(0);
});

test("squares are those of the distances from the center", () => {
  expect(squares(Float64Array.of(1, 2, 3, 4), 2)).toBe(6);
  expect(squares(Float64Array.of(1, 2, 3, 4), 2, 2)).toBe(5);
});
