import fc from "fast-check";
import { afterEach, describe, expect, it, vi } from "vitest";
import { kmeans } from "../kmeans.ts";
import { Pace } from "../pace.ts";
import { Random } from "../random.ts";
import { expectClose, thrownBy } from "../testing/expectations.ts";
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

const many = fc.array(
  fc.oneof(
    fc.constantFrom(-0, 0),
    fc.integer({ min: -30, max: 30 }),
    fc.integer({ min: -1e6, max: 1e6 }).map((value) => value / 1e4),
  ),
  { minLength: 1, maxLength: 150 },
);

afterEach(() => {
  vi.restoreAllMocks();
});

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

  it("comes with those of all smaller k, and its inertia never rises with k", async () => {
    await fc.assert(
      fc.asyncProperty(many, async (values) => {
        const distinct = new Set(values.map((value) => value + 0)).size;
        const all = await optima(values, 30);
        expect(all.map((centroids) => centroids.length)).toEqual(
          Array.from({ length: Math.min(30, distinct) }, (_, at) => at + 1),
        );
        const inertias = all.map((centroids) => inertiaOf(values, centroids));
        for (let k = 2; k <= all.length; k++) {
          expect(inertias[k - 1]).toBeLessThanOrEqual(inertias[k - 2] * (1 + 1e-12));
          if (k % 7 === 0) expect(await optimum(values, k)).toEqual(all[k - 1]);
        }
      }),
      { seed: 1, numRuns: 60 },
    );
  });

  it("is every distinct value where k is their number, 0 and -0 being one", async () => {
    await fc.assert(
      fc.asyncProperty(many, async (values) => {
        const distinct = [...new Set(values.map((value) => value + 0))].toSorted((a, b) => a - b);
        expect(Array.from(await optimum(values, distinct.length))).toEqual(distinct);
      }),
      { seed: 1, numRuns: 60 },
    );
    expect(Array.from(await optimum([-0, 0, 3, -0], 2))).toEqual([0, 3]);
  });

  it("is for doubled rows what it is for weights of 2, and for rows in another order", async () => {
    await fc.assert(
      fc.asyncProperty(many, fc.nat(5), async (values, more) => {
        const k = Math.min(1 + more, new Set(values.map((value) => value + 0)).size);
        const doubled = await optimum([...values.toReversed(), ...values], k);
        expect(doubled).toEqual(await optimum(values, k));
        const weights = values.map((_, row) => 1 + (row % 2));
        const half = values.filter((_, row) => row % 2 === 1);
        expectClose(await optimum([...half, ...values], k), await optimum(values, k, weights), 1e-14);
      }),
      { seed: 1, numRuns: 60 },
    );
  });

  it("moves and grows with the values, to the bit where that is exact", async () => {
    const grid = fc.array(fc.integer({ min: -(2 ** 20), max: 2 ** 20 }), { minLength: 1, maxLength: 200 });
    const places = fc.constantFrom(2 ** 22, -(2 ** 30), 2 ** 40);
    const sizes = fc.constantFrom(2 ** -1000, 2 ** -100, 2, 2 ** 60, 2 ** 1000);
    await fc.assert(
      fc.asyncProperty(grid, fc.nat(7), places, sizes, async (values, more, by, times) => {
        const k = Math.min(1 + more, new Set(values).size);
        const centroids = await optimum(values, k);
        const moved = await optimum(
          values.map((value) => value + by),
          k,
        );
        expectClose(
          moved,
          centroids.map((value) => value + by),
          1e-15,
        );
        const grown = await optimum(
          values.map((value) => value * times),
          k,
        );
        expect(grown).toEqual(centroids.map((value) => value * times));
      }),
      { seed: 1, numRuns: 100 },
    );
  });

  it("does not lose what is close together beside what is far off", async () => {
    const random = new Random(7);
    const near = Array.from({ length: 3000 }, () => random.normal());
    const alone = await optimum(near, 4);
    for (const far of [1e9, -1e9, 1e12]) {
      const both = await optimum([...near, far, far * 1.5], 6);
      const [first, second] = far < 0 ? [0, 1] : [4, 5];
      expect([both[first], both[second]]).toEqual([far, far * 1.5].toSorted((a, b) => a - b));
      expectClose(
        both.filter((_, at) => at !== first && at !== second),
        alone,
        1e-14,
      );
    }
  });

  it("is found for float32 values as for the same in float64, and for weights of any size", async () => {
    const single = Float32Array.from({ length: 5000 }, (_, row) => Math.sin(row * row));
    const wide = await optimum(single, 9);
    expect(await oneColumnOptimum(single, null, 9, new Pace())).toEqual(wide);
    for (const weight of [5e-324, 1e-300, 3, 1e300]) {
      expectClose(
        await optimum(
          single,
          9,
          Array.from(single, () => weight),
        ),
        wide,
        1e-12,
      );
    }
    expect(Array.from(await optimum([1, 2, 3], 3, [1e300, 1e-300, 1e-310]))).toEqual([1, 2, 3]);
  });

  it("is refused where fewer values differ than there are to be clusters", async () => {
    expect(await thrownBy(() => optimum([1, 2, 2, 9], 3, [1, 1, 1, 0]))).toBeInstanceOf(RangeError);
  });

  it("is left to others where the table would be too large", async () => {
    const values = Float64Array.from({ length: 400_000 }, (_, row) => row);
    expect(await oneColumnOptimum(values, null, 400, new Pace())).toBeNull();
  });

  it("lets the event loop have its turns, and stops where it is told", async () => {
    let now = 0;
    vi.spyOn(performance, "now").mockImplementation(() => (now += 1000));
    const values = Float64Array.from({ length: 300_000 }, (_, row) => Math.sin(row));
    for (const turns of [1, 10, 20, 30]) {
      const reason = new Error("enough");
      const controller = new AbortController();
      let left = turns;
      const turn = () => {
        if (left-- === 0) controller.abort(reason);
        else setImmediate(turn);
      };
      turn();
      expect(await thrownBy(() => oneColumnOptimum(values, null, 4, new Pace(controller.signal)))).toBe(reason);
    }
  });
});
