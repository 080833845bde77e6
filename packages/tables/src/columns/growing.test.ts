import { expect, test } from "vitest";
import { Growing } from "./growing.ts";

const rows = (from: number, to: number): Float64Array => Float64Array.from({ length: to - from }, (_, i) => from + i);

test("gives back what was written, across its blocks, and the filler elsewhere", () => {
  const growing = new Growing<Float64Array>((length) => new Float64Array(length), Number.NaN);
  growing.write(rows(5, 7), 5);
  growing.write(rows(8000, 9000), 8000);
  growing.write(rows(40_000, 41_000), 40_000);
  const all = growing.take(50_000);
  const written = (row: number): boolean =>
    row === 5 || row === 6 || (row >= 8000 && row < 9000) || (row >= 40_000 && row < 41_000);
  expect(all).toHaveLength(50_000);
  expect(all.every((value, row) => (written(row) ? value === row : Number.isNaN(value)))).toBe(true);
});

test("cuts off what lies beyond the rows asked for", () => {
  const growing = new Growing<Int32Array>((length) => new Int32Array(length), -1);
  growing.write(Int32Array.of(1, 2, 3), 0);
  expect([...growing.take(2)]).toEqual([1, 2]);
});
