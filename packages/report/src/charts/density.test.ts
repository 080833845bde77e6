import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { density, fullness } from "./density.ts";

const counted = (x: readonly number[], y: readonly number[], labels: readonly number[], segments = 2) =>
  density(Float64Array.from(x), Float64Array.from(y), Int32Array.from(labels), segments);

test("a cell belongs to the segment with most customers in it, the lowest on a tie", () => {
  const { cells } = counted([0, 0, 0, 100, 100], [0, 0, 0, 100, 100], [1, 1, 0, 1, 0]);
  expect(cells.map(({ x, y, segment, customers }) => [x, y, segment, customers])).toEqual([
    [0, 0, 1, 3],
    [100, 100, 0, 2],
  ]);
});

test("customers who are in no segment do not count", () => {
  const { cells, outside } = counted([0, 5, Number.NaN], [0, 5, 1], [0, 0, -1]);
  expect(cells.reduce((sum, { customers }) => sum + customers, 0) + outside).toBe(2);
});

test("the few who lie far out are counted, not drawn", () => {
  const values = [...Array.from({ length: 1000 }, (_, i) => i % 100), 1e6];
  const { outside, xRange } = counted(
    values,
    values,
    values.map(() => 0),
    1,
  );
  expect(outside).toBe(1);
  expect(xRange[1]).toBeLessThan(200);
});

test("one who lies far out in one column alone is not drawn either", () => {
  const values = Array.from({ length: 1001 }, (_, i) => i % 100);
  const far = values.with(0, 1e6);
  const labels = values.map(() => 0);
  for (const { cells, outside } of [counted(far, values, labels, 1), counted(values, far, labels, 1)]) {
    expect(outside).toBe(1);
    expect(cells.reduce((sum, { customers }) => sum + customers, 0)).toBe(1000);
  }
});

test("customers who take turns in the file are all in the picture", () => {
  const turns = Float64Array.from({ length: 200_000 }, (_, row) => 100 * (row % 2) + (row % 7));
  expect(density(turns, turns, new Int32Array(turns.length), 1).outside).toBe(0);
});

test("edges are round", () => {
  const { xStep, xRange } = counted([15, 137], [1, 99], [0, 1]);
  expect([xStep, ...xRange]).toEqual([20, 0, 140]);
});

test("every customer is in one cell or outside, for any numbers", () => {
  const value = fc.double({ min: -1e100, max: 1e100, noNaN: true });
  fc.assert(
    fc.property(fc.array(fc.tuple(value, value, fc.integer({ min: 0, max: 2 })), { minLength: 1 }), (rows) => {
      const { cells, outside, xStep } = counted(
        rows.map(([x]) => x),
        rows.map(([, y]) => y),
        rows.map(([, , label]) => label),
        3,
      );
      expect(cells.reduce((sum, { customers }) => sum + customers, 0) + outside).toBe(rows.length);
      expect(xStep).toBeGreaterThan(0);
      for (const { x, y } of cells) expect(Number.isFinite(x) && Number.isFinite(y)).toBe(true);
    }),
    { seed: 2 },
  );
});

describe("how full a cell is", () => {
  const cell = (customers: number) => ({ x: 0, y: 0, segment: 0, customers });

  test("is never told below five", () => {
    expect(fullness([cell(1)])).toEqual([{ from: 1, text: "fewer than 5" }]);
    expect(fullness([cell(12)]).map(({ text }) => text)).toEqual(["fewer than 5", "5 to 9", "10 or more"]);
  });

  test("has four steps at most, up to the fullest", () => {
    const levels = fullness([cell(1), cell(5000)]);
    expect(levels.map(({ from }) => from)).toEqual([1, 5, 50, 500]);
    expect(levels.at(-1)?.text).toBe("500 or more");
  });
});
