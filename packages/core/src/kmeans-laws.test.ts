import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { kmeans } from "./kmeans.ts";
import { type KMeansFit, KMeansModel } from "./model/model.ts";
import { expectClose, largestOf, partsOf } from "./testing/expectations.ts";
import {
  awkward,
  distinctRows,
  lattice,
  mapped,
  matrixOf,
  rowsOf,
  scattered,
  singleOf,
  withK,
} from "./testing/points.ts";

/** A fit from the first k distinct rows. */
async function fromFirstRows(rows: number[][], k: number, weights?: readonly number[]): Promise<KMeansFit> {
  const init = [...new Map(rows.map((row) => [JSON.stringify(row), row])).values()].slice(0, k);
  return await kmeans(rows, { k, init, tolerance: 0, ...(weights === undefined ? {} : { weights }) });
}

describe("kmeans", () => {
  it("never lets inertia rise within a run, beyond rounding", async () => {
    await fc.assert(
      fc.asyncProperty(withK(fc.oneof(scattered(), lattice())), fc.boolean(), async ({ rows, k }, single) => {
        const fit = await kmeans(single ? singleOf(rows) : rows, { k, restarts: 1, init: "random" });
        const inertias = [...fit.history.map(({ inertia }) => inertia), fit.inertia];
        const rounding = inertias[0] * (single ? 1e-6 : 1e-12);
        for (let i = 1; i < inertias.length; i++) expect(inertias[i]).toBeLessThanOrEqual(inertias[i - 1] + rounding);
      }),
      { seed: 1, numRuns: 120 },
    );
  });

  it("agrees to 1e-12 from given centroids where columns are permuted", async () => {
    await fc.assert(
      fc.asyncProperty(withK(scattered()), async ({ rows, k }) => {
        const order = [...rows[0].keys()].reverse();
        const permuted = rows.map((row) => order.map((column) => row[column]));
        const fit = await fromFirstRows(rows, k);
        const other = await fromFirstRows(permuted, k);
        expect(other.labels).toEqual(fit.labels);
        const back = rowsOf(other.centroids).map((row) => order.map((column) => row[column]));
        expectClose(back.flat(), fit.centroids.data, 1e-12);
        expectClose([other.inertia], [fit.inertia], 1e-12, 1e4 * rows.length);
      }),
      { seed: 1, numRuns: 100 },
    );
  });

  it("agrees to 1e-12 from given centroids between weights of 2 and doubled rows", async () => {
    const given = withK(fc.oneof(scattered(), lattice())).chain(({ rows, k }) => {
      const twice = fc.array(fc.boolean(), { minLength: rows.length, maxLength: rows.length });
      return fc.record({ rows: fc.constant(rows), k: fc.constant(k), twice });
    });
    await fc.assert(
      fc.asyncProperty(given, async ({ rows, k, twice }) => {
        const weights = twice.map((two) => (two ? 2 : 1));
        const weighted = await fromFirstRows(rows, k, weights);
        const doubled = await fromFirstRows([...rows, ...rows.filter((_, row) => twice[row])], k);
        expect(doubled.labels.subarray(0, rows.length)).toEqual(weighted.labels);
        expect(doubled.sizes).toEqual(weighted.weightSums);
        expectClose(doubled.centroids.data, weighted.centroids.data, 1e-12);
        expectClose([doubled.inertia], [weighted.inertia], 1e-12, 1e4 * rows.length);
      }),
      { seed: 1, numRuns: 100 },
    );
  });

  it("scales exactly with a power of two", async () => {
    const factors = fc.oneof(fc.integer({ min: -20, max: 20 }), fc.constantFrom(-450, -401, -300, 300, 401, 450));
    await fc.assert(
      fc.asyncProperty(withK(fc.oneof(scattered(), lattice())), factors, async ({ rows, k }, exponent) => {
        const factor = 2 ** exponent;
        const fit = await kmeans(rows, { k, restarts: 2 });
        const scaled = await kmeans(
          mapped(rows, (value) => value * factor),
          { k, restarts: 2 },
        );
        expect(scaled.labels).toEqual(fit.labels);
        expect(scaled.centroids.data).toEqual(fit.centroids.data.map((value) => value * factor));
        expect(scaled.inertia).toBe(fit.inertia * factor * factor);
        expect(scaled.iterations).toBe(fit.iterations);
      }),
      { seed: 1, numRuns: 100 },
    );
  });

  it("scales float32 points exactly with a power of two", async () => {
    const factors = fc.constantFrom(-90, -45, -10, 10, 45, 90);
    await fc.assert(
      fc.asyncProperty(withK(fc.oneof(scattered(), lattice())), factors, async ({ rows, k }, exponent) => {
        const single = singleOf(rows);
        const factor = 2 ** exponent;
        if (distinctRows(rowsOf(single)) < k) return;
        const fit = await kmeans(single, { k, restarts: 2 });
        const scaled = await kmeans({ ...single, data: single.data.map((x) => x * factor) }, { k, restarts: 2 });
        expect(scaled.labels).toEqual(fit.labels);
        expect(scaled.centroids.data).toEqual(fit.centroids.data.map((value) => value * factor));
        expect(scaled.inertia).toBe(fit.inertia * factor * factor);
      }),
      { seed: 1, numRuns: 100 },
    );
  });

  it("counts rows in sizes and adds weights in weightSums", async () => {
    await fc.assert(
      fc.asyncProperty(withK(fc.oneof(scattered(), lattice())), fc.nat(9), async ({ rows, k }, seed) => {
        // The first distinct rows keep a weight, so that there are enough of them.
        const weights = rows.map((_, row) => (distinctRows(rows.slice(0, row)) < k ? 1.5 : (row * seed) % 4));
        const { labels, sizes, weightSums } = await kmeans(rows, { k, weights, seed, restarts: 2 });
        const counts = new Array<number>(k).fill(0);
        const totals = new Array<number>(k).fill(0);
        labels.forEach((label, row) => {
          counts[label]++;
          totals[label] += weights[row];
        });
        expect(sizes).toEqual(counts);
        expect(weightSums).toEqual(totals);
      }),
      { seed: 1, numRuns: 100 },
    );
  });

  it("lets rows of weight 0 count for nothing but their own label", async () => {
    const given = fc.tuple(withK(scattered({ maxColumns: 3 })), fc.array(fc.nat(100), { minLength: 1, maxLength: 20 }));
    await fc.assert(
      fc.asyncProperty(given, fc.constantFrom<"k-means++" | "random">("k-means++", "random"), async (both, init) => {
        const [{ rows, k }, extra] = both;
        const weights = rows.map((_, row) => 1 + (row % 3));
        const more = extra.map((value) => rows[0].map((_, column) => value * 1.3 - column));
        const alone = await fromFirstRows(rows, k, weights);
        const fit = await fromFirstRows([...rows, ...more], k, [...weights, ...more.map(() => 0)]);
        expect(fit.labels.subarray(0, rows.length)).toEqual(alone.labels);
        expectClose(fit.centroids.data, alone.centroids.data, 1e-12);
        expectClose(fit.weightSums, alone.weightSums, 1e-12);
        expect(fit.labels.subarray(rows.length)).toEqual(await fit.predict(more));
        const seeded = await kmeans([...rows, ...more], {
          k,
          init,
          weights: [...weights, ...more.map(() => 0)],
          restarts: 2,
        });
        const counted = new Set(seeded.labels.subarray(0, rows.length));
        expect(counted.size).toBe(k);
      }),
      { seed: 1, numRuns: 100 },
    );
  });

  it("gives the same bits for any number of threads", async () => {
    const rows = matrixOf(Array.from({ length: 3000 }, (_, row) => [Math.sin(row), Math.cos(row * row)]));
    const alone = partsOf(await kmeans(rows, { k: 7, restarts: 2, threads: 1 }));
    for (const threads of [2, 16, undefined]) {
      const options = threads === undefined ? {} : { threads };
      expect(partsOf(await kmeans(rows, { k: 7, restarts: 2, ...options }))).toEqual(alone);
    }
  });

  it("gives each of several calls at once what it gives alone", async () => {
    const sets = [3, 4, 5, 6, 7].map((columns) => {
      return matrixOf(
        Array.from({ length: 3000 }, (_, i) => Array.from({ length: columns }, (__, j) => Math.sin(i * j + i))),
      );
    });
    const alone: unknown[] = [];
    for (const set of sets) alone.push(partsOf(await kmeans(set, { k: set.columns, restarts: 3 })));
    const together = await Promise.all(sets.map((set) => kmeans(set, { k: set.columns, restarts: 3 })));
    expect(together.map(partsOf)).toEqual(alone);
  });
});

describe.each([
  { precision: "float64" as const, magnitudes: [1e-30, 1e30, 1e-200, 1e-160, 1e140] },
  { precision: "float32" as const, magnitudes: [1e-30, 1e30, 1e-20, 1e20, 1e-12, 1e12] },
])("kmeans on awkward $precision points", ({ precision, magnitudes }) => {
  const given = awkward(magnitudes)
    .map((rows) => (precision === "float32" ? rowsOf(singleOf(rows)) : rows))
    .chain((rows) => withK(fc.constant(rows)));
  const load = (rows: number[][]) => (precision === "float32" ? singleOf(rows) : matrixOf(rows));
  const init = fc.constantFrom<"k-means++" | "random">("k-means++", "random");

  it("predicts its own labels, also after a trip through JSON", async () => {
    await fc.assert(
      fc.asyncProperty(given, init, fc.constantFrom(1, 2, 300), async ({ rows, k }, method, maxIterations) => {
        const points = load(rows);
        const fit = await kmeans(points, { k, init: method, maxIterations, restarts: 2 });
        expect(await fit.predict(points)).toEqual(fit.labels);
        expect(await fit.predict(rows)).toEqual(fit.labels);
        const saved = KMeansModel.fromJSON(JSON.stringify(fit));
        expect(await saved.predict(points)).toEqual(fit.labels);
      }),
      { seed: 1, numRuns: 100 },
    );
  });

  it("gives finite numbers and no empty cluster, whatever k up to the distinct rows", async () => {
    await fc.assert(
      fc.asyncProperty(given, init, fc.constantFrom(1, 300), async ({ rows, k }, method, maxIterations) => {
        const fit = await kmeans(load(rows), { k, init: method, maxIterations, restarts: 2 });
        expect(fit.sizes.every((size) => size > 0)).toBe(true);
        const numbers = [...fit.centroids.data, fit.inertia, ...fit.history.flatMap((each) => Object.values(each))];
        expect(numbers.every(Number.isFinite)).toBe(true);
        expect(new Set(fit.labels).size).toBe(k);
        // One cluster for each distinct row: what is left is the rounding of means of equal numbers.
        if (k === distinctRows(rows) && maxIterations > 1) {
          expect(fit.inertia).toBeLessThanOrEqual(1e-28 * rows.length * largestOf(rows.flat()) ** 2);
        }
      }),
      { seed: 2, numRuns: 100 },
    );
  });
});
