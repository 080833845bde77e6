import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { kmeans } from "../kmeans.ts";
import { expectClose } from "../testing/expectations.ts";
import { nearest, plainLloyd } from "../testing/plain-lloyd.ts";
import { lattice, matrixOf, normalRows, rowsOf, scattered, singleOf } from "../testing/points.ts";

/** Points, given centroids of which some may be far off or equal, and whole weights of which some are 0. */
function starts(rows: fc.Arbitrary<number[][]>, center: fc.Arbitrary<number>) {
  return rows.chain((points) => {
    const columns = points[0].length;
    return fc.record({
      points: fc.constant(points),
      weights: fc
        .array(fc.nat(3), { minLength: points.length, maxLength: points.length })
        .filter((weights) => weights.some((weight) => weight > 0)),
      centers: fc.array(fc.array(center, { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 6 }),
      maxIterations: fc.constantFrom(1, 2, 3, 300),
      tolerance: fc.constantFrom(0, 1e-4, 0.1),
    });
  });
}

function distinctOf(points: readonly (readonly number[])[], weights: readonly number[]): number {
  return new Set(points.filter((_, row) => weights[row] > 0).map((point) => JSON.stringify(point))).size;
}

describe("Lloyd from given centroids", () => {
  it("equals a plain implementation to the bit on a grid, full of ties, empty clusters and weights", async () => {
    // With a row of zeros no column lies on one side of zero: such a one is shifted, and a mean may round otherwise.
    const grid = lattice({ maxColumns: 3 }).map((rows) => [...rows, rows[0].map(() => 0)]);
    const given = starts(grid, fc.integer({ min: -8, max: 8 }));
    await fc.assert(
      fc.asyncProperty(given, fc.boolean(), async ({ points, weights, centers, ...stop }, weighted) => {
        const used = weighted ? weights : points.map(() => 1);
        const k = Math.min(centers.length, distinctOf(points, used));
        const init = centers.slice(0, k);
        const expected = plainLloyd(points, used, init, stop);
        const fit = await kmeans(points, { k, init, ...stop, ...(weighted ? { weights } : {}) });
        expect(Array.from(fit.labels)).toEqual(expected.labels);
        expect(rowsOf(fit.centroids)).toEqual(expected.centroids.map((row) => row.map((value) => value + 0)));
        expect(fit.sizes).toEqual(expected.sizes);
        expect(fit.weightSums).toEqual(expected.weightSums);
        expect(fit.iterations).toBe(expected.iterations);
        expect(fit.converged).toBe(expected.converged);
        expectClose([fit.inertia], [expected.inertia], 1e-12);
      }),
      { seed: 1, numRuns: 250 },
    );
  });

  it("equals a plain implementation on scattered points: labels the same, numbers to 1e-12", async () => {
    const given = starts(
      scattered(),
      fc.integer({ min: -200, max: 200 }).map((value) => value / 1.7),
    );
    await fc.assert(
      fc.asyncProperty(given, async ({ points, weights, centers, ...stop }) => {
        // No two alike: between two rows of the same weight the mean is as far from one as from the other.
        const fractions = weights.map((weight, row) => (weight === 0 ? 0 : (weight + row / 100) / 7));
        const k = Math.min(centers.length, distinctOf(points, fractions));
        const init = centers.slice(0, k);
        const expected = plainLloyd(points, fractions, init, stop);
        const fit = await kmeans(matrixOf(points), { k, init, ...stop, weights: fractions });
        expect(Array.from(fit.labels)).toEqual(expected.labels);
        expectClose(fit.centroids.data, expected.centroids.flat(), 1e-12, 100);
        expectClose([fit.inertia], [expected.inertia], 1e-12, 1e4 * points.length);
        expectClose(fit.weightSums, expected.weightSums, 1e-12);
        expect(fit.iterations).toBe(expected.iterations);
      }),
      { seed: 1, numRuns: 200 },
    );
  });

  it("equals a plain implementation over so many rows that their sums are taken in parts", async () => {
    const points = normalRows(36_000, 2, 1);
    const weights = points.map((_, row) => 1 + (row % 3));
    const stop = { maxIterations: 6, tolerance: 0 };
    const init = points.slice(0, 4);
    const expected = plainLloyd(points, weights, init, stop);
    const fit = await kmeans(points, { k: 4, init, weights, ...stop });
    expect(Array.from(fit.labels)).toEqual(expected.labels);
    expectClose(fit.centroids.data, expected.centroids.flat(), 1e-12);
    expectClose([fit.inertia], [expected.inertia], 1e-12);
    expect(fit.weightSums).toEqual(expected.weightSums);
    const single = await kmeans(singleOf(points), { k: 4, init, weights, ...stop });
    expect(single.labels.filter((label, row) => label !== expected.labels[row]).length).toBeLessThan(40);
    expectClose([single.inertia], [expected.inertia], 1e-6);
  });

  it("labels every row of a grid with its nearest centroid, ties to the lowest index", async () => {
    await fc.assert(
      fc.asyncProperty(lattice(), fc.nat(5), fc.nat(9), async (points, more, seed) => {
        const k = Math.min(
          1 + more,
          distinctOf(
            points,
            points.map(() => 1),
          ),
        );
        const fit = await kmeans(points, { k, seed, restarts: 2, maxIterations: 2 });
        const centroids = rowsOf(fit.centroids);
        expect(Array.from(fit.labels)).toEqual(points.map((point) => nearest(point, centroids).label));
      }),
      { seed: 1, numRuns: 200 },
    );
  });
});

describe("a run", () => {
  it("ends at once where every row is a centroid", async () => {
    const rows = [[1], [2], [8], [2]];
    const fit = await kmeans(rows, { k: 3, init: [[8], [1], [2]], tolerance: 0 });
    expect(fit).toMatchObject({ iterations: 1, converged: true, inertia: 0, sizes: [1, 1, 2] });
  });
});

describe("an empty cluster", () => {
  // Centroids 2 and 3 get no row: the two farthest rows are 100 and -40, in this order.
  const points = [[0], [1], [2], [-40], [100], [3]];
  const init = [[0], [2], [1e4], [-1e4]];

  it("takes the farthest rows, the farthest to the lowest index", async () => {
    const fit = await kmeans(points, { k: 4, init, tolerance: 0 });
    expect(rowsOf(fit.centroids)).toEqual([[0.5], [2.5], [100], [-40]]);
    expect(Array.from(fit.labels)).toEqual([0, 0, 1, 3, 2, 1]);
    expect(fit.sizes).toEqual([2, 2, 1, 1]);
    expect(fit.inertia).toBe(1);
  });

  it("takes the lowest row where several are as far", async () => {
    const fit = await kmeans([[-3], [3], [0], [1], [-1]], { k: 2, init: [[0], [50]], maxIterations: 1 });
    expect(rowsOf(fit.centroids)).toEqual([[0.75], [-3]]);
    expect(Array.from(fit.labels)).toEqual([1, 0, 0, 0, 0]);
  });

  it("does not measure by weight, but passes over rows that weigh nothing", async () => {
    const weights = [1, 1, 1, 1e-3, 0, 1];
    const fit = await kmeans(points, { k: 3, init: [[0], [2], [1e4]], weights, tolerance: 0 });
    expect(rowsOf(fit.centroids)).toEqual([[0.5], [2.5], [-40]]);
    expect(fit.labels[4]).toBe(1);
  });

  it("does not end a run by tolerance in the iteration that fills it", async () => {
    const fit = await kmeans(points, { k: 4, init, tolerance: 1e9 });
    expect(fit.history.length).toBe(2);
    expect(fit.sizes).not.toContain(0);
  });

  it("is filled even where no iteration is left", async () => {
    const fit = await kmeans(points, { k: 4, init, maxIterations: 1 });
    expect(fit.sizes).not.toContain(0);
    expect(fit.converged).toBe(false);
  });
});
