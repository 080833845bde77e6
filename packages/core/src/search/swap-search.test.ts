import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { kmeans } from "../kmeans.ts";
import { expectClose, partsOf } from "../testing/expectations.ts";
import { groupsOf, lattice, matrixOf, normalRows, scattered, uniformRows, withK } from "../testing/points.ts";
import { structuredSets } from "../testing/structured.ts";

const points = normalRows(300, 2, 1);

describe("the search by default", () => {
  it.each(structuredSets())("comes within 0.1 % of the best inertia known of $name, for any seed", async (set) => {
    for (const seed of [0, 1, 2]) {
      const { inertia } = await kmeans(set.rows, { k: set.k, seed });
      expect(inertia).toBeLessThanOrEqual(set.best * 1.001);
    }
  });

  it("goes on until its labels repeat, even where tolerance would let every step stop", async () => {
    for (const seed of [0, 1, 2]) {
      const fit = await kmeans(points, { k: 5, seed, tolerance: 1e9 });
      expect(fit.converged).toBe(true);
      const further = await kmeans(points, { k: 5, init: fit.centroids, tolerance: 0 });
      expect(further.labels).toEqual(fit.labels);
      expect(further.iterations).toBe(1);
    }
  });

  it("is not at its end where an exchange of a centroid for one of its own rows moves no label", async () => {
    // Whatever becomes of the few rows far off, which tolerance lets be, steps would go on among the others.
    const apart = normalRows(8, 2, 2).map((row) => row.map((value) => 60 + value));
    const rows = [...apart, ...uniformRows(300, 2, 3).map((row) => row.map((value) => 10 * value))];
    for (let seed = 0; seed < 60; seed++) {
      const fit = await kmeans(rows, { k: 4, seed, restarts: 1, tolerance: 0.01 });
      const further = await kmeans(rows, { k: 4, init: fit.centroids, tolerance: 0 });
      expect(further.labels).toEqual(fit.labels);
      expectClose(further.centroids.data, fit.centroids.data, 1e-12);
    }
  });

  it("gives every row its nearest centroid, and every centroid the mean of its rows", async () => {
    await fc.assert(
      fc.asyncProperty(withK(fc.oneof(scattered(), lattice())), fc.nat(9), async ({ rows, k }, seed) => {
        const { centroids, labels, inertia, sizes } = await kmeans(rows, { k, seed, restarts: 2, tolerance: 0 });
        expect(sizes.every((size) => size > 0)).toBe(true);
        const again = await kmeans(rows, { k, init: centroids, tolerance: 0, maxIterations: 1 });
        expect(again.labels).toEqual(labels);
        expectClose([again.inertia], [inertia], 1e-9, inertia + 1e-9);
      }),
      { seed: 3, numRuns: 100 },
    );
  });

  it("is never worse than the fresh start that it improves", async () => {
    for (let seed = 0; seed < 10; seed++) {
      const start = await kmeans(points, { k: 12, seed, search: "restarts", restarts: 1 });
      const { inertia } = await kmeans(points, { k: 12, seed, restarts: 1 });
      expect(inertia).toBeLessThanOrEqual(start.inertia * (1 + 1e-4));
    }
  });

  it("finds the same with weights as with repeated rows", async () => {
    const rows = groupsOf(12, 240, 6, 3);
    const weights = rows.map((_, row) => 1 + (row % 3));
    const repeated = rows.flatMap((row, i) => new Array<number[]>(weights[i]).fill(row));
    const weighted = await kmeans(rows, { k: 12, weights });
    expectClose([weighted.inertia], [(await kmeans(repeated, { k: 12 })).inertia], 1e-9);
  });

  it("starts from random rows where that is asked for", async () => {
    const { sizes } = await kmeans(groupsOf(12, 240, 12, 3), { k: 12, init: "random" });
    expect(sizes).toEqual(new Array(12).fill(20));
  });

  it("has digits enough where all that is to be found is beyond float32", async () => {
    // Twelve groups of a width of 1e-7, of which float32 sees nothing beside the two that are 1 apart.
    const groups = groupsOf(6, 1200, 12, 3).map(([x, y]) => [x * 1e-9, y * 1e-9]);
    const rows = [...groups, ...groups.map(([x, y]) => [x + 1, y])];
    const { sizes } = await kmeans(matrixOf(rows), { k: 12 });
    expect(sizes).toEqual(new Array(12).fill(200));
  });
});

describe("a search on a copy in float32", () => {
  it.each([1e-200, 1e-30, 1e30, 1e150])("finds the same groups of points times %d", async (factor) => {
    const rows = groupsOf(12, 3600, 12, 3).map((row) => row.map((value) => value * factor));
    const { sizes } = await kmeans(matrixOf(rows), { k: 12 });
    expect(sizes).toEqual(new Array(12).fill(300));
  });

  it("finds the same groups far from 0", async () => {
    const rows = groupsOf(12, 3600, 12, 3).map((row) => row.map((value) => value + 1e9));
    const { sizes } = await kmeans(matrixOf(rows), { k: 12 });
    expect(sizes).toEqual(new Array(12).fill(300));
  });

  it("does as well with weights of any size", async () => {
    const rows = groupsOf(12, 3600, 12, 3);
    for (const weight of [1e-12, 1e12]) {
      const { search } = await kmeans(matrixOf(rows), { k: 12, weights: rows.map(() => weight) });
      expect(search).toEqual((await kmeans(matrixOf(rows), { k: 12 })).search);
    }
  });
});

describe("what a search took", () => {
  it("is told with the fit, and is the same for the same seed", async () => {
    const { search } = await kmeans(points, { k: 12 });
    expect(search).toMatchObject({ kind: "swap", sampled: null });
    for (const count of [search.starts, search.candidates, search.swaps, search.passes]) {
      expect(count).toBeGreaterThan(0);
    }
    expect(search.swaps).toBeLessThan(search.passes);
    expect((await kmeans(points, { k: 12 })).search).toEqual(search);
  });

  it("counts starts and iterations where there are no exchanges", async () => {
    const { search, iterations } = await kmeans(points, { k: 4, search: "restarts", restarts: 1 });
    const none = { candidates: 0, swaps: 0, sampled: null };
    expect(search).toEqual({ kind: "restarts", starts: 1, passes: iterations, ...none });
    const given = await kmeans(points, { k: 4, init: points.slice(0, 4) });
    expect(given.search).toEqual({ kind: "given", starts: 1, passes: given.iterations, ...none });
  });

  it("grows with restarts, and ends early where starts agree", async () => {
    const little = await kmeans(normalRows(1500, 3, 4), { k: 30, restarts: 1 });
    const much = await kmeans(normalRows(1500, 3, 4), { k: 30, restarts: 5 });
    expect(much.search.candidates).toBeGreaterThan(2 * little.search.candidates);
    expect(much.inertia).toBeLessThan(little.inertia);
    const apart = groupsOf(12, 1200, 12, 3);
    const clear = await kmeans(apart, { k: 12, restarts: 100 });
    expect(clear.search.starts).toBeLessThan(10);
  });

  it("is one start where there is but one cluster, or every row is a centroid", async () => {
    expect((await kmeans(points, { k: 1 })).search).toMatchObject({ starts: 1, candidates: 0, swaps: 0 });
    expect((await kmeans([[1], [2], [4]], { k: 3 })).search).toMatchObject({ starts: 1, candidates: 0 });
  });

  it("does not go into the saved model", async () => {
    const fit = await kmeans(points, { k: 3 });
    expect(Object.keys(fit.toJSON())).not.toContain("search");
    expect(structuredClone(partsOf(fit))).toEqual(partsOf(fit));
  });
});
