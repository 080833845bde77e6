import { describe, expect, test } from "vitest";
import { rowsOf } from "./matrix.ts";
import { makeSample, type SampleShape } from "./sample.ts";
import { isScikitLearnSet, type Source } from "./source.ts";

const MALL: SampleShape = { rows: 200, columns: 2, k: 5, source: { kind: "mall" }, startSeed: 1 };

const MADE: readonly Source[] = [
  { kind: "blobs", seed: 1, apart: 5 },
  { kind: "far blobs", seed: 1, apart: 40 },
  { kind: "noise", seed: 1 },
  { kind: "customers", seed: 1 },
  { kind: "grid", seed: 1 },
  { kind: "uneven", seed: 1 },
  { kind: "chains", seed: 1 },
];

describe.each(MADE)("$kind", (source) => {
  const shape: SampleShape = { rows: 60, columns: 12, k: 4, source, startSeed: 1 };

  test("are the same for the same seed", () => {
    expect(makeSample(shape)).toEqual(makeSample(shape));
  });

  test("start from k different rows of theirs", () => {
    const { points, start, columns, k } = makeSample(shape);
    const rows = rowsOf(points, columns).map(String);
    const chosen = rowsOf(start, columns).map(String);
    expect(new Set(chosen).size).toBe(k);
    for (const row of chosen) expect(rows).toContain(row);
  });

  test("are finite numbers, in memory that threads share", () => {
    const { points } = makeSample(shape);
    expect(points.every(Number.isFinite)).toBe(true);
    expect(points.buffer).toBeInstanceOf(SharedArrayBuffer);
  });

  test("stay as they are where another start is chosen", () => {
    const [one, other] = [makeSample(shape), makeSample({ ...shape, startSeed: 2 })];
    expect(other.points).toEqual(one.points);
    expect(other.start).not.toEqual(one.start);
  });
});

test("the mall sample is income and spending score of 200 customers", () => {
  const { points } = makeSample(MALL);
  expect(points).toHaveLength(400);
  expect([...points.subarray(0, 4)]).toEqual([15, 39, 15, 81]);
});

test("a case of the mall with other rows than the mall has is refused", () => {
  expect(() => makeSample({ ...MALL, rows: 201 })).toThrow("Expected 201 rows x 2 columns, got 400 values");
});

test("a set that comes with scikit-learn is what scikit-learn gave", () => {
  const shape: SampleShape = { rows: 2, columns: 1, k: 1, source: { kind: "iris" }, startSeed: 1 };
  expect(isScikitLearnSet(shape.source)).toBe(true);
  expect([...makeSample(shape, Float32Array.of(4, 5)).points]).toEqual([4, 5]);
  expect(() => makeSample(shape)).toThrow("come with scikit-learn");
});

test("rows are cut from a row-major matrix", () => {
  expect(rowsOf(Float32Array.of(1, 2, 3, 4, 5, 6), 3)).toEqual([
    [1, 2, 3],
    [4, 5, 6],
  ]);
});
