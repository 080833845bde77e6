import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { kmeans } from "../kmeans.ts";
import { Pace } from "../pace.ts";
import { Random } from "../random.ts";
import { expectClose } from "../testing/expectations.ts";
import { referenceSets } from "../testing/reference.ts";
import { oneColumnOptima, oneColumnOptimum } from "./one-column.ts";

async function optimum(values: ArrayLike<number>, k: number, weights?: readonly number[]): Promise<Float64Array> {
  const weighing = weights === undefined ? null : Float64Array.from(weights);
  const centroids = await oneColumnOptimum(Float64Array.from(values), weighing, k, new Pace());
  if (centroids === null) return expect.fail("Expected a table of this size to be filled");
  return centroids;
}

async function optima(values: ArrayLike<number>, kMax: number): Promise<readonly Float64Array[]> {
  const all = await oneColumnOptima(Float64Array.from(values), null, kMax, new Pace());
  return all ?? expect.fail("Expected a table of this size to be filled");
}

/** The weighted sum of squared distances to the nearest centroid. */
function inertiaOf(values: ArrayLike<number>, centroids: Float64Array, weights?: readonly number[]): number {
  let inertia = 0;
  for (let row = 0; row < values.length; row++) {
    let least = Number.POSITIVE_INFINITY;
    for (const centroid of centroids) least = Math.min(least, (values[row] - centroid) ** 2);
    inertia += least * (weights?.[row] ?? 1);
  }
  return inertia;
}

/** The least inertia of all partitions of a few rows into k groups, one by one. */
function leastInertia(values: readonly number[], weights: readonly number[], k: number): number {
  const labels = values.map(() => 0);
  let least = Number.POSITIVE_INFINITY;
  const place = (row: number): void => {
    if (row < values.length) {
      for (let label = 0; label < k; label++) {
        labels[row] = label;
        place(row + 1);
      }
      return;
    }
    let inertia = 0;
    for (let label = 0; label < k; label++) {
      const weight = weights.reduce((sum, each, at) => sum + (labels[at] === label ? each : 0), 0);
      const total = values.reduce((sum, each, at) => sum + (labels[at] === label ? weights[at] * each : 0), 0);
      if (weight === 0) continue;
      const mean = total / weight;
      values.forEach((each, at) => {
        if (labels[at] === label) inertia += weights[at] * (each - mean) ** 2;
      });
    }
    least = Math.min(least, inertia);
  };
  place(0);
  return least;
}

/** The least inertia of all ways to cut ascending values into k runs, for as many values as one likes to wait for. */
function leastOfRuns(ascending: readonly number[], k: number): number {
  let before = ascending.map((_, at) => spreadOf(ascending.slice(0, at + 1)));
  for (let run = 2; run <= k; run++) {
    before = ascending.map((_, end) => {
      let least = Number.POSITIVE_INFINITY;
      for (let cut = run - 1; cut <= end; cut++) {
        least = Math.min(least, before[cut - 1] + spreadOf(ascending.slice(cut, end + 1)));
      }
      return least;
    });
  }
  return before[ascending.length - 1];
}

function spreadOf(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
}

const few = fc.oneof(
  fc.array(fc.constantFrom(-0, 0, 1, 2, 3, 5, 8), { minLength: 1, maxLength: 7 }),
  fc.array(
    fc.integer({ min: -1e6, max: 1e6 }).map((value) => value / 1e4),
    { minLength: 1, maxLength: 7 },
  ),
);

describe("the optimum of one column", () => {
  it("has the least inertia of all partitions, whatever the weights", async () => {
    const given = few.chain((values) => {
      const weights = fc.array(fc.constantFrom(0, 0.5, 1, 1, 3), {
        minLength: values.length,
        maxLength: values.length,
      });
      return fc.record({ values: fc.constant(values), weights, k: fc.integer({ min: 1, max: 4 }) });
    });
    await fc.assert(
      fc.asyncProperty(given, async ({ values, weights, k }) => {
        const counted = values.filter((_, row) => weights[row] > 0);
        fc.pre(new Set(counted).size >= k);
        const centroids = await optimum(values, k, weights);
        const least = leastInertia(values, weights, k);
        expect(Math.abs(inertiaOf(values, centroids, weights) - least)).toBeLessThanOrEqual(1e-12 * (1 + least));
        expect(Array.from(centroids)).toEqual(Array.from(centroids).toSorted((a, b) => a - b));
        expect(new Set(centroids).size).toBe(k);
      }),
      { seed: 1, numRuns: 400 },
    );
  });

  it("has it over so many values that cuts are found group by group", async () => {
    const random = new Random(4);
    const draws = [() => random.normal(), () => random.uniform(), () => Math.exp(3 * random.normal())];
    for (const draw of draws) {
      const values = Array.from({ length: 120 }, draw).toSorted((a, b) => a - b);
      const all = await optima(values, 12);
      for (const k of [2, 3, 7, 12]) {
        expectClose([inertiaOf(values, all[k - 1])], [leastOfRuns(values, k)], 1e-12);
      }
    }
  });

  it("is nowhere above the best that is known of reference columns, and Lloyd keeps it", async () => {
    for (const { name, points } of referenceSets().filter((each) => each.name !== "digits")) {
      for (let column = 0; column < points[0].length; column++) {
        const values = points.map((row) => row[column]);
        for (const k of [2, 3, 5]) {
          const centroids = await optimum(values, k);
          const rows = values.map((value) => [value]);
          const init = Array.from(centroids, (centroid) => [centroid]);
          const kept = await kmeans(rows, { k, init, tolerance: 0 });
          const searched = await kmeans(rows, { k });
          const least = inertiaOf(values, centroids);
          expect(least, `${name} ${column} ${k}`).toBeLessThanOrEqual(searched.inertia * (1 + 1e-12));
          expectClose(kept.centroids.data, centroids, 1e-14);
          expectClose([kept.inertia], [least], 1e-12);
        }
      }
    }
  });
});
