import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { kmeans } from "../kmeans.ts";
import { partsOf } from "../testing/expectations.ts";
import { groupsOf, normalRows, scattered, withK } from "../testing/points.ts";

const points = normalRows(300, 2, 1);
const search = "restarts";

describe("the best of several starts", () => {
  it("is no worse than the best of fewer", async () => {
    await fc.assert(
      fc.asyncProperty(withK(scattered()), fc.nat(99), async ({ rows, k }, seed) => {
        const few = await kmeans(rows, { k, seed, search, restarts: 2, tolerance: 0 });
        const more = await kmeans(rows, { k, seed, search, restarts: 4, tolerance: 0 });
        expect(more.inertia).toBeLessThanOrEqual(few.inertia * (1 + 1e-12));
      }),
      { seed: 1, numRuns: 60 },
    );
  });

  it("goes on until its labels repeat, even where tolerance would let every start stop at once", async () => {
    for (const seed of [0, 1, 2, 3, 4]) {
      const fit = await kmeans(points, { k: 5, seed, search, tolerance: 1e9 });
      expect(fit.converged).toBe(true);
      expect(fit.iterations).toBeGreaterThan(1);
      const further = await kmeans(points, { k: 5, init: fit.centroids, tolerance: 0 });
      expect(further.labels).toEqual(fit.labels);
      expect(further.iterations).toBe(1);
    }
  });

  it("goes on where tolerance stopped it as if it had not, to the first iteration that moves no row", async () => {
    for (let seed = 0; seed < 30; seed++) {
      const options = { k: 5, seed, search, restarts: 1 } as const;
      const whole = await kmeans(points, { ...options, tolerance: 0 });
      const { history, iterations } = await kmeans(points, { ...options, tolerance: 0.01 });
      expect(iterations).toBe(history.length);
      expect(history.map(({ moved }) => moved)).toEqual(whole.history.map(({ moved }) => moved));
      expect(history.findIndex(({ moved }) => moved === 0)).toBe(iterations - 1);
    }
  });

  it("is one that other seeds do not share, where there is much to choose from", async () => {
    const inertias = new Set<number>();
    for (const seed of [0, 1, 2, 3]) inertias.add((await kmeans(points, { k: 20, seed, search, restarts: 1 })).inertia);
    expect(inertias.size).toBe(4);
  });

  it("finds groups that stand apart, whichever way it starts", async () => {
    const groups = groupsOf(6, 300, 12, 5);
    for (const init of ["k-means++", "random"] as const) {
      const { sizes } = await kmeans(groups, { k: 6, init, search, restarts: 50 });
      expect(sizes).toEqual([50, 50, 50, 50, 50, 50]);
    }
  });
});

describe("maxIterations", () => {
  it("ends a run that has not ended by itself, and says so", async () => {
    const whole = await kmeans(points, { k: 8, search, restarts: 1, tolerance: 0 });
    expect(whole).toMatchObject({ converged: true });
    expect(whole.iterations).toBeGreaterThan(5);
    for (const maxIterations of [1, 2, 5]) {
      const fit = await kmeans(points, { k: 8, search, restarts: 1, tolerance: 0, maxIterations });
      expect(fit).toMatchObject({ converged: false, iterations: maxIterations });
      expect(fit.history).toEqual(whole.history.slice(0, maxIterations));
      expect(await fit.predict(points)).toEqual(fit.labels);
    }
  });

  it("leaves a run alone that needs just as many", async () => {
    const whole = await kmeans(points, { k: 8, search, restarts: 1 });
    const fit = await kmeans(points, { k: 8, search, restarts: 1, maxIterations: whole.iterations });
    expect(partsOf(fit)).toEqual(partsOf(whole));
  });
});

describe("tolerance", () => {
  it("is relative to the mean variance of the columns: a run from given centroids stops at the first smaller shift", async () => {
    const columns = [0, 1].map((column) => points.map((row) => row[column]));
    const variances = columns.map((values) => {
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
      return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
    });
    const meanVariance = (variances[0] + variances[1]) / 2;
    const init = points.slice(0, 6);
    const { history } = await kmeans(points, { k: 6, init, tolerance: 0 });
    for (const at of [1, 3, history.length - 3]) {
      const least = Math.min(...history.slice(0, at).map(({ shift }) => shift));
      const { shift } = history[at];
      // Only where the shift is the least so far does a tolerance between the two end the run there.
      if (shift >= least) continue;
      const fit = await kmeans(points, { k: 6, init, tolerance: (shift * 1.000001) / meanVariance });
      expect(fit).toMatchObject({ iterations: at + 1, converged: true });
      const smaller = await kmeans(points, { k: 6, init, tolerance: (shift * 0.999999) / meanVariance });
      expect(smaller.iterations).toBeGreaterThan(at + 1);
    }
    expect.hasAssertions();
  });
});

describe("history", () => {
  it("holds of each iteration the inertia it began with, the squared shift of all centroids, and the rows moved", async () => {
    const rows = [[0], [1], [9], [10], [4]];
    const { history, inertia, centroids } = await kmeans(rows, { k: 2, init: [[0], [4]], tolerance: 0 });
    // 0 1 | 9 10 4, then 0 1 4 | 9 10, then the same again.
    expect(history[0]).toEqual({ inertia: 0 + 1 + 25 + 36 + 0, shift: 0.5 ** 2 + (23 / 3 - 4) ** 2, moved: 5 });
    expect(history[1].moved).toBe(1);
    expect(history.at(-1)).toEqual({ inertia, shift: 0, moved: 0 });
    expect(centroids.data).toEqual(Float64Array.of(5 / 3, 9.5));
  });
});
