import { kmeans, type Matrix } from "@kentro/core";
import { describe, expect, test } from "vitest";
import { mall, mallPreset } from "../mall.ts";
import { Pace } from "../pace.ts";
import { Random } from "../random.ts";
import { segment } from "../segment.ts";
import { clusterStability, comparedRows, type Resampling } from "./resampling.ts";

const resampling = (resamples: number, rows: number, seed = 0): Resampling => ({ resamples, rows, seed, search: {} });

const line = (values: readonly number[]): Matrix => ({
  data: Float64Array.from(values),
  rows: values.length,
  columns: 1,
});

describe("the mall's segments are as stable as in scikit-learn", () => {
  // scikit-learn 1.2.1 on the standardized income and score: base = KMeans(k, n_init=50, random_state=0).fit(X);
  // for b in range(400): KMeans(k, n_init=10, random_state=b).fit(X[rng.integers(0, 200, 200)]).predict(X), with
  // rng = default_rng(0); for each cluster of base the best Jaccard similarity: its mean and standard deviation over b.
  test.each([
    {
      k: 5,
      sizes: [81, 39, 35, 23, 22],
      mean: [0.9751, 1, 0.9697, 0.9759, 0.983],
      sd: [0.0179, 0, 0.0302, 0.0344, 0.0239],
    },
    { k: 4, sizes: [100, 39, 38, 23], mean: [0.8152, 0.998, 0.9838, 0.6167], sd: [0.1845, 0.0328, 0.0535, 0.3788] },
  ])("for k = $k", async ({ k, sizes, mean, sd }) => {
    const resamples = 100;
    const { segments, stability } = await segment(mall, { ...mallPreset, k, resamples });
    expect(segments.map(({ size }) => size)).toEqual(sizes);
    for (const [id, found] of (stability?.segments ?? []).entries()) {
      // Four standard errors of the difference, and the digits that were written down.
      const error = sd[id]! * Math.sqrt(1 / resamples + 1 / 400);
      expect(Math.abs(found.jaccard - mean[id]!)).toBeLessThan(4 * error + 1e-4);
    }
    const weighted = mean.reduce((sum, own, id) => sum + (own * sizes[id]!) / 200, 0);
    expect(Math.abs((stability?.mean ?? 0) - weighted)).toBeLessThan(0.03);
    expect(stability).toMatchObject({ resamples, resampleRows: 200, comparedRows: 200, seed: 0 });
  });
});

describe("resamples", () => {
  const two = line(Array.from({ length: 40 }, (_, i) => (i < 10 ? i / 100 : 50 + i / 100)));

  test("find groups that stand apart in full", async () => {
    const fit = await kmeans(two, { k: 2 });
    const found = await clusterStability(two, comparedRows(two, 0), fit, resampling(5, 40), new Pace());
    expect(found).toEqual({ jaccard: [1, 1], mean: 1 });
  });

  test("of fewer different rows than clusters make fewer clusters", async () => {
    const three = line([0, 10, 30]);
    const fit = await kmeans(three, { k: 3 });
    const { jaccard } = await clusterStability(three, comparedRows(three, 0), fit, resampling(30, 3), new Pace());
    // A customer drawn is a cluster of its own; one that is not shares that of its neighbor: a half.
    for (const mean of jaccard) {
      expect(mean).toBeGreaterThan(0.5);
      expect(mean).toBeLessThan(1);
    }
  });

  test("are the same for the same seed and others for another", async () => {
    const noise = line(new Array(60).fill(0).map((_, i) => new Random(1, i).below(1000)));
    const fit = await kmeans(noise, { k: 3 });
    const run = (seed: number) =>
      clusterStability(noise, comparedRows(noise, seed), fit, resampling(4, 60, seed), new Pace());
    expect(await run(5)).toEqual(await run(5));
    expect(await run(6)).not.toEqual(await run(5));
  });

  test("stop where the signal says so", async () => {
    const fit = await kmeans(two, { k: 2 });
    const stop = new AbortController();
    const work = { ...resampling(1000, 40), search: { signal: stop.signal } };
    const running = clusterStability(two, comparedRows(two, 0), fit, work, new Pace(stop.signal), (done) => {
      if (done === 3) stop.abort(new Error("enough"));
    });
    await expect(running).rejects.toThrow("enough");
  });

  test("are told of one by one", async () => {
    const fit = await kmeans(two, { k: 2 });
    const told: number[] = [];
    await clusterStability(two, comparedRows(two, 0), fit, resampling(3, 40), new Pace(), (done) => told.push(done));
    expect(told).toEqual([1, 2, 3]);
  });
});

describe("many rows", () => {
  const many = line(Array.from({ length: 12_000 }, (_, i) => (i % 3) * 100 + (i % 7)));

  test("are compared on a seeded sample of ten thousand", async () => {
    const compared = comparedRows(many, 3);
    expect(compared.rows).toBe(10_000);
    const values = new Set(many.data);
    expect(compared.data.every((value) => values.has(value))).toBe(true);
    expect(comparedRows(many, 3)).toEqual(compared);
    expect(comparedRows(many, 4)).not.toEqual(compared);
  });

  test("have the stability that all of them have", async () => {
    const fit = await kmeans(many, { k: 3 });
    const { mean } = await clusterStability(many, comparedRows(many, 0), fit, resampling(3, 500), new Pace());
    expect(mean).toBe(1);
  });

  test("up to ten thousand are compared as they are", () => {
    const few = line([1, 2, 3]);
    expect(comparedRows(few, 0)).toBe(few);
  });
});
