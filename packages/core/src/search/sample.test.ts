import { describe, expect, it } from "vitest";
import { kmeans } from "../kmeans.ts";
import { Pace } from "../pace.ts";
import { matrixOf, normalRows, singleOf } from "../testing/points.ts";
import { type Drawn, drawRows } from "./sample.ts";

const draw = (rows: number, weights: Float64Array | null, k: number, seed: number): Promise<Drawn | null> => {
  return drawRows(rows, weights, k, seed, new Pace());
};

describe("a sample to search on", () => {
  it("is drawn where rows are many, and more of them where clusters are", async () => {
    expect(await draw(65_535, null, 8, 0)).toBeNull();
    expect((await draw(65_536, null, 8, 0))?.rows.length).toBe(32_768);
    expect((await draw(200_000, null, 100, 0))?.rows.length).toBe(51_200);
    expect(await draw(100_000, null, 100, 0)).toBeNull();
  });

  it("takes one row from each stretch, ascending, others for another seed", async () => {
    const one = await draw(131_072, null, 8, 1);
    one?.rows.forEach((row, i) => {
      expect(Math.floor(row / 4)).toBe(i);
    });
    expect(one).toEqual(await draw(131_072, null, 8, 1));
    expect(one).not.toEqual(await draw(131_072, null, 8, 2));
  });

  it("respects weights: none of weight 0, and heavy rows as often as they weigh", async () => {
    const weights = Float64Array.from({ length: 100_000 }, (_, row) => (row % 2 === 0 ? 0 : 1));
    weights[5] = 50_000;
    const drawn = await draw(weights.length, weights, 8, 0);
    const counts = drawn?.weights ?? new Float64Array(0);
    expect(drawn?.rows.every((row) => row % 2 === 1)).toBe(true);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(32_768);
    const heaviest = Math.max(...counts);
    expect(drawn?.rows[counts.indexOf(heaviest)]).toBe(5);
    expect(Math.abs(heaviest - 16_384)).toBeLessThanOrEqual(2);
  });
});

describe("a fit of many rows", () => {
  const rows = 100_000;
  const centers = Array.from({ length: 20 }, (_, c) => [(c % 5) * 10, Math.floor(c / 5) * 10, c % 3]);
  const noise = normalRows(rows, 3, 5);
  const many = noise.map((row, i) => row.map((value, column) => value + centers[i % 20][column]));

  it("is searched on a sample and ends on all rows, and says so", async () => {
    const { search, sizes, history, labels, converged } = await kmeans(matrixOf(many), { k: 20 });
    expect(search).toMatchObject({ kind: "swap", sampled: 32_768 });
    expect(sizes.every((size) => Math.abs(size - 5000) < 50)).toBe(true);
    expect(labels.length).toBe(rows);
    expect(converged).toBe(true);
    expect(history[0].moved).toBe(rows);
    expect(history.at(-1)?.moved).toBe(0);
  });

  it("is searched on weighted rows by their weights, in either precision", async () => {
    const weights = many.map((_, row) => (row % 20 === 7 ? 0 : 1 + (row % 3)));
    const { search, weightSums } = await kmeans(singleOf(many), { k: 19, weights });
    expect(search.sampled).toBeGreaterThan(10_000);
    expect(Math.min(...weightSums)).toBeGreaterThan(9_000);
  });

  it("is searched on all of them where a sample is too poor to hold k clusters", async () => {
    const poor = Array.from({ length: rows }, (_, row) => [row < 10 ? row : 100]);
    const { inertia, search } = await kmeans(matrixOf(poor), { k: 11 });
    expect(inertia).toBe(0);
    expect(search.sampled).toBeNull();
  });
});
