import { expect, test } from "vitest";
import { makeCustomers } from "./customers.ts";

const ROWS = 5000;
const COLUMNS = 16;

function column(points: Float32Array, index: number): number[] {
  return Array.from({ length: points.length / COLUMNS }, (_, row) => points[row * COLUMNS + index]);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

const POINTS = makeCustomers(ROWS, COLUMNS, 1);

test("every column has mean 0 and variance 1", () => {
  for (let index = 0; index < COLUMNS; index++) {
    const values = column(POINTS, index);
    expect(Math.abs(mean(values))).toBeLessThan(1e-4);
    expect(mean(values.map((value) => value * value))).toBeCloseTo(1, 3);
  }
});

test("spending has a long tail to the right", () => {
  for (let index = 2; index < COLUMNS - 9; index++) {
    expect(mean(column(POINTS, index).map((value) => value ** 3))).toBeGreaterThan(1);
  }
});

test("each customer has one region and one channel", () => {
  const ones = (from: number, to: number, row: number): number => {
    let count = 0;
    for (let index = from; index < to; index++) if (POINTS[row * COLUMNS + index] > 0) count++;
    return count;
  };
  for (let row = 0; row < ROWS; row++) {
    expect([ones(COLUMNS - 9, COLUMNS - 4, row), ones(COLUMNS - 4, COLUMNS, row)]).toEqual([1, 1]);
  }
});

test("too few columns are refused", () => {
  expect(() => makeCustomers(10, 11, 1)).toThrow("at least 12 columns, got 11");
});
