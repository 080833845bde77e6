import { describe, expect, it } from "vitest";
import { Random } from "../random.ts";
import { matrixOf, normalRows, rowsOf } from "../testing/points.ts";
import { columnMeans, covariance, sampleRows } from "./sample.ts";

const draw = (rows: number, columns: number, weights: Float64Array | null = null) => {
  return sampleRows(matrixOf(normalRows(rows, columns, 3)), weights, 1, new Random(5));
};

describe("sampleRows", () => {
  it("takes every row up to 1,000", () => {
    const sample = draw(1000, 2);
    expect(sample).toMatchObject({ rows: 1000, columns: 2, partial: false, weights: null });
    expect(rowsOf(sample)).toEqual(normalRows(1000, 2, 3));
  });

  it("draws 1,000 different rows in their order where there are more, the same for the same seed", () => {
    const sample = draw(3000, 2);
    expect(sample).toMatchObject({ rows: 1000, partial: true });
    const first = normalRows(3000, 2, 3).map(([x]) => x);
    const at = rowsOf(sample).map(([x]) => first.indexOf(x));
    expect(at).toEqual([...new Set(at)].sort((a, b) => a - b));
    expect(Math.max(...at)).toBeGreaterThan(2900);
    expect(draw(3000, 2)).toEqual(sample);
  });

  it("draws fewer rows of more than 100 columns, but 200 at least", () => {
    expect(draw(1200, 400).rows).toBe(250);
    expect(draw(250, 1000).rows).toBe(200);
  });

  it("leaves out rows of weight 0 before it draws", () => {
    const weights = Float64Array.from({ length: 5000 }, (_, row) => (row % 1000 === 7 ? row : 0));
    const sample = draw(5000, 2, weights);
    expect(sample).toMatchObject({ rows: 5, partial: false, weights: Float64Array.of(7, 1007, 2007, 3007, 4007) });
    const rows = normalRows(5000, 2, 3);
    expect(rowsOf(sample)).toEqual([7, 1007, 2007, 3007, 4007].map((row) => rows[row]));
  });
});

describe("columnMeans and covariance", () => {
  it("are weighted", () => {
    const matrix = matrixOf([
      [1, 10],
      [4, 40],
      [4, 70],
    ]);
    const sample = sampleRows(matrix, Float64Array.of(2, 1, 1), 1, new Random(0));
    expect(columnMeans(sample)).toEqual(Float64Array.of(2.5, 32.5));
    expect(covariance(sample)).toEqual(Float64Array.of(2.25, 33.75, 33.75, 618.75));
  });
});
