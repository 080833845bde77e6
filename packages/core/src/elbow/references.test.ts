import { describe, expect, it } from "vitest";
import { Random } from "../random.ts";
import { matrixOf, normalRows, rowsOf, uniformRows } from "../testing/points.ts";
import { type Reference, uniformInBox, unimodal } from "./references.ts";
import { type Sample, sampleRows } from "./sample.ts";

const rows = 1000;

function sampleOf(points: readonly (readonly number[])[]): Sample {
  return sampleRows(matrixOf(points), null, 1, new Random(0));
}

/** The columns of a set that a reference makes. */
function drawn(reference: Reference, columns: number, seed = 1): number[][] {
  const data = new Float64Array(rows * columns);
  reference(new Random(seed), data);
  const made = rowsOf({ data, rows, columns });
  return Array.from({ length: columns }, (_, column) => made.map((row) => row[column]));
}

function correlation([x, y]: readonly (readonly number[])[]): number {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const product = (a: readonly number[], b: readonly number[]) =>
    mean(a.map((value, i) => (value - mean(a)) * (b[i] - mean(b))));
  return product(x, y) / Math.sqrt(product(x, x) * product(y, y));
}

function quantile(values: readonly number[], p: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor(p * values.length)];
}

describe("uniformInBox", () => {
  it("fills the box of the principal components, side by side", () => {
    // A rectangle of 10 by 1, turned by 30 degrees.
    const [cos, sin] = [Math.cos(Math.PI / 6), 0.5];
    const points = uniformRows(rows, 2, 1).map(([u, v]) => [10 * u * cos - v * sin, 10 * u * sin + v * cos]);
    const made = drawn(uniformInBox(sampleOf(points)), 2);
    const widths = made.map((values) => Math.max(...values) - Math.min(...values)).sort((a, b) => b - a);
    expect(Math.abs(widths[0] - 10)).toBeLessThan(0.3);
    expect(Math.abs(widths[1] - 1)).toBeLessThan(0.3);
    for (const values of made) {
      const quarter = (quantile(values, 0.25) - Math.min(...values)) / (Math.max(...values) - Math.min(...values));
      expect(Math.abs(quarter - 0.25)).toBeLessThan(0.06);
    }
    expect(Math.abs(correlation(made))).toBeLessThan(0.15);
  });
});

describe("unimodal", () => {
  it("has the rank correlation of the sample", () => {
    const points = normalRows(rows, 2, 2).map(([x, y]) => [x, 0.8 * x + 0.6 * y]);
    expect(Math.abs(correlation(drawn(unimodal(sampleOf(points)), 2)) - 0.8)).toBeLessThan(0.05);
  });

  it("has the skew of the sample, to either side, and stays in its range", () => {
    const points = normalRows(rows, 2, 3).map(([x, y]) => [Math.exp(x), -Math.exp(y)]);
    const made = drawn(unimodal(sampleOf(points)), 2);
    for (const [column, values] of made.entries()) {
      const own = points.map((point) => point[column]);
      const spread = quantile(own, 0.95) - quantile(own, 0.05);
      for (const p of [0.05, 0.25, 0.5, 0.75, 0.95]) {
        expect(Math.abs(quantile(values, p) - quantile(own, p))).toBeLessThan(0.15 * spread);
      }
      expect(Math.min(...values)).toBeGreaterThanOrEqual(Math.min(...own));
      expect(Math.max(...values)).toBeLessThanOrEqual(Math.max(...own));
    }
  });

  it("has one peak where the sample has two", () => {
    const points = normalRows(rows, 1, 4).map(([x], row) => [row % 2 === 0 ? x : x + 20]);
    const [values] = drawn(unimodal(sampleOf(points)), 1);
    // The sample has nobody in the middle fifth of its range.
    const middle = values.filter((value) => value > 8 && value < 12).length;
    expect(middle).toBeGreaterThan(rows / 20);
  });

  it("keeps to the steps of a column of whole numbers or tenths, but to none of a column without, or of four values", () => {
    const points = normalRows(rows, 3, 6).map(([x, y, z]) => [Math.round(3 * x), Math.round(20 * y) / 10 + 0.1, z]);
    const [whole, tenths, continuous] = drawn(unimodal(sampleOf(points)), 3);
    const [category] = drawn(unimodal(sampleOf(points.map(([x]) => [Math.max(-2, Math.min(1, x))]))), 1);
    expect(category.some((value) => !Number.isInteger(value))).toBe(true);
    expect(whole.every(Number.isInteger)).toBe(true);
    expect(tenths.every((value) => Math.abs(value * 10 - Math.round(value * 10)) < 1e-6)).toBe(true);
    expect(new Set(continuous).size).toBeGreaterThan(rows / 2);
  });

  it("is finite for columns that do not vary, or hold two values, or repeat another", () => {
    const points = uniformRows(rows, 1, 5).map(([x], row) => [5, row % 9 === 0 ? 1 : 0, x, 2 * x]);
    const made = drawn(unimodal(sampleOf(points)), 4);
    expect(made.flat().every(Number.isFinite)).toBe(true);
    expect(new Set(made[0])).toEqual(new Set([5]));
    expect(correlation([made[2], made[3]])).toBeGreaterThan(0.99);
  });

  it("goes by weights", () => {
    const points = Array.from({ length: rows }, (_, row) => [row]);
    const weights = Float64Array.from({ length: rows }, (_, row) => (row < 100 ? 100 : 1));
    const [values] = drawn(unimodal(sampleRows(matrixOf(points), weights, 1, new Random(0))), 1);
    expect(quantile(values, 0.5)).toBeLessThan(100);
  });
});

describe.each([
  { name: "uniformInBox", kind: uniformInBox },
  { name: "unimodal", kind: unimodal },
])("$name", ({ kind }) => {
  it("is the same for the same draws, another for others", () => {
    const reference = kind(sampleOf(normalRows(rows, 2, 6)));
    expect(drawn(reference, 2, 1)).toEqual(drawn(reference, 2, 1));
    expect(drawn(reference, 2, 1)).not.toEqual(drawn(reference, 2, 2));
  });
});
