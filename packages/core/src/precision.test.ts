import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { kmeans } from "./kmeans.ts";
import type { KMeansFit } from "./model/model.ts";
import type { Matrix } from "./points/matrix.ts";
import { Random } from "./random.ts";
import { expectClose, partsOf } from "./testing/expectations.ts";
import { mapped, matrixOf, rowsOf, scattered, singleOf, withK } from "./testing/points.ts";

/** Rows around 8 centers that overlap, as float32. */
function overlapping(rows: number, columns: number): Matrix & { readonly data: Float32Array } {
  const random = new Random(11);
  const centers = Array.from({ length: 8 * columns }, () => 4 * random.normal());
  const data = new Float32Array(rows * columns);
  for (let at = 0; at < data.length; at++) {
    const center = Math.floor(at / columns) % 8;
    data[at] = centers[center * columns + (at % columns)] + random.normal();
  }
  return { data, rows, columns };
}

/** The inertia of labels about centroids: float64 distances, their sum by Neumaier so that it has no error to speak of. */
function exactInertia({ data, rows, columns }: Matrix, { labels, centroids }: KMeansFit): number {
  let sum = 0;
  let lost = 0;
  for (let row = 0; row < rows; row++) {
    let square = 0;
    for (let column = 0; column < columns; column++) {
      square += (data[row * columns + column] - centroids.data[labels[row] * columns + column]) ** 2;
    }
    const next = sum + square;
    lost += Math.abs(sum) >= square ? sum - next + square : square - next + sum;
    sum = next;
  }
  return sum + lost;
}

/** The means of the rows of each label, by the same sums. */
function exactMeans({ data, rows, columns }: Matrix, labels: Int32Array, k: number): Float64Array {
  const sums = new Float64Array(k * columns);
  const lost = new Float64Array(k * columns);
  const counts = new Float64Array(k);
  for (let row = 0; row < rows; row++) {
    counts[labels[row]]++;
    for (let column = 0; column < columns; column++) {
      const at = labels[row] * columns + column;
      const value = data[row * columns + column];
      const next = sums[at] + value;
      lost[at] += Math.abs(sums[at]) >= Math.abs(value) ? sums[at] - next + value : value - next + sums[at];
      sums[at] = next;
    }
  }
  return sums.map((sum, at) => (sum + lost[at]) / counts[Math.floor(at / columns)]);
}

function firstRows({ data, columns }: Matrix, k: number): Matrix {
  return { data: data.slice(0, k * columns), rows: k, columns };
}

describe("a million float32 rows", () => {
  const points = overlapping(1_000_000, 4);

  it("have the inertia of the float64 answer, to 1e-6", async () => {
    const init = firstRows(points, 8);
    const fit = await kmeans(points, { k: 8, init, maxIterations: 12 });
    expectClose([fit.inertia], [exactInertia(points, fit)], 1e-6);
    const wide = await kmeans({ ...points, data: Float64Array.from(points.data) }, { k: 8, init, maxIterations: 12 });
    expectClose([fit.inertia], [wide.inertia], 1e-6);
    expectClose([wide.inertia], [exactInertia(points, wide)], 1e-12);
  });

  it("have centroids that are the means of their rows, as float64 has them", async () => {
    const fit = await kmeans(points, { k: 1 });
    expectClose(fit.centroids.data, exactMeans(points, fit.labels, 1), 1e-12);
    expectClose([fit.inertia], [exactInertia(points, fit)], 1e-6);
  });

  it("keep it at 1e6 with weights, and where they are alike", async () => {
    const data = points.data.subarray(0, 400_000).map((value) => 1e6 + value);
    const far = { data, rows: 100_000, columns: 4 };
    const weights = Float64Array.from({ length: far.rows }, (_, row) => 0.1 + (row % 3));
    const fit = await kmeans(far, { k: 8, init: firstRows(far, 8), weights, maxIterations: 5 });
    const wide = await kmeans(
      { ...far, data: Float64Array.from(data) },
      { k: 8, init: firstRows(far, 8), weights, maxIterations: 5 },
    );
    expectClose([fit.inertia], [wide.inertia], 1e-6);
    // A float32 sum of a million times 0.1 is off by a percent.
    const equal = Float32Array.from({ length: 1_000_000 }, (_, row) => (row === 0 ? 0.7 : 0.1));
    const alike = { data: equal, rows: equal.length, columns: 1 };
    const one = await kmeans(alike, { k: 1 });
    expectClose([one.inertia], [exactInertia(alike, one)], 1e-6);
  });
});

describe("points at 1e6 with a spread of 1", () => {
  // Whole multiples of 2^-16: adding 1e6 to them is exact.
  const near = fc.integer({ min: 1, max: 4 }).chain((columns) => {
    const value = fc.integer({ min: -(2 ** 16), max: 2 ** 16 }).map((each) => each / 2 ** 16);
    return fc.array(fc.array(value, { minLength: columns, maxLength: columns }), { minLength: 2, maxLength: 80 });
  });

  it("cluster in float64 as they do at 0", async () => {
    await fc.assert(
      fc.asyncProperty(withK(near), fc.constantFrom(1e6, -1e6, 3 * 2 ** 20), async ({ rows, k }, by) => {
        const init = distinctOf(rows).slice(0, k);
        const at0 = await kmeans(rows, { k, init });
        const moved = mapped(rows, (value) => value + by);
        const far = await kmeans(moved, { k, init: mapped(init, (value) => value + by) });
        expect(far.labels).toEqual(at0.labels);
        expectClose([far.inertia], [at0.inertia], 1e-9, at0.inertia + 1e-15);
        expectClose(
          far.centroids.data,
          at0.centroids.data.map((value) => value + by),
          1e-15,
        );
      }),
      { seed: 1, numRuns: 150 },
    );
  });

  it("cluster in float64 as they do at 0 beside a column that does not lie so far", async () => {
    const random = new Random(2);
    const rows = Array.from({ length: 3000 }, (_, row) => {
      return [1 + (row % 3), random.normal() * 2, (row % 3) * 4 + random.normal()].map(
        (value) => Math.round(value * 2 ** 16) / 2 ** 16,
      );
    });
    const at0 = await kmeans(rows, { k: 5 });
    const far = await kmeans(
      rows.map(([a, b, c]) => [a + 1e6, b, c - 1e6]),
      { k: 5 },
    );
    expect(far.labels).toEqual(at0.labels);
    expectClose([far.inertia], [at0.inertia], 1e-9);
  });

  it("cluster in float32 as the same float32 values do in float64", async () => {
    await fc.assert(
      fc.asyncProperty(withK(near), fc.constantFrom(1e6, -1e6), async ({ rows, k }, by) => {
        const single = singleOf(mapped(rows, (value) => value + by));
        const values = rowsOf(single);
        const init = distinctOf(values).slice(0, k);
        // One step: later ones may part where two centroids are as near to a row as float32 can tell.
        const options = { k: init.length, init, maxIterations: 1, tolerance: 0 };
        const fit = await kmeans(single, options);
        const wide = await kmeans(matrixOf(values), options);
        expectClose([fit.inertia], [wide.inertia], 1e-6, wide.inertia + 1e-9);
      }),
      { seed: 1, numRuns: 150 },
    );
  });

  it("fall into the same groups in float32", async () => {
    const random = new Random(8);
    const rows = Array.from({ length: 4000 }, (_, row) => [
      1e6 + 3 * (row % 4) + random.normal() * 0.4,
      1e6 + random.normal(),
    ]);
    const single = singleOf(rows);
    const options = { k: 4, init: firstRows(single, 4), tolerance: 0 };
    const fit = await kmeans(single, options);
    const wide = await kmeans(matrixOf(rowsOf(single)), options);
    expect(fit.labels).toEqual(wide.labels);
    expectClose([fit.inertia], [wide.inertia], 1e-6);
    expectClose(fit.centroids.data, wide.centroids.data, 1e-12);
  });
});

function distinctOf(rows: readonly (readonly number[])[]): number[][] {
  return [...new Map(rows.map((row) => [JSON.stringify(row), [...row]])).values()];
}

describe("points of any size", () => {
  it.each([1e-30, 1e30])("%s times as large have the same labels", async (times) => {
    await fc.assert(
      fc.asyncProperty(withK(scattered({ maxRows: 40 })), async ({ rows, k }) => {
        const init = distinctOf(rows).slice(0, k);
        const fit = await kmeans(rows, { k, init });
        const scaled = await kmeans(
          mapped(rows, (value) => value * times),
          { k, init: mapped(init, (value) => value * times) },
        );
        expect(scaled.labels).toEqual(fit.labels);
        expectClose([scaled.inertia / times / times], [fit.inertia], 1e-12, 1e4 * rows.length);
        const single = singleOf(mapped(rows, (value) => value * times));
        const wide = await kmeans(matrixOf(rowsOf(single)), { k, init: firstRows(single, k), maxIterations: 1 });
        const narrow = await kmeans(single, { k, init: firstRows(single, k), maxIterations: 1 });
        expectClose([narrow.inertia / times / times], [wide.inertia / times / times], 1e-6, 1e4 * rows.length);
      }),
      { seed: 1, numRuns: 60 },
    );
  });

  it("take -0 for 0, in both precisions, points and given centroids", async () => {
    const signed = [
      [0, -0],
      [-0, 3],
      [5, 0],
      [-0, -0],
      [5, -0],
      [6, 1],
    ];
    const plain = mapped(signed, (value) => value + 0);
    const init = [
      [-0, 0],
      [5, -0],
    ];
    for (const make of [matrixOf, singleOf]) {
      for (const options of [{ k: 3 }, { k: 2, init }]) {
        expect(partsOf(await kmeans(make(signed), options))).toEqual(partsOf(await kmeans(make(plain), options)));
      }
      const { centroids } = await kmeans(make(signed), { k: 4 });
      expect(Array.from(centroids.data).some((value) => Object.is(value, -0))).toBe(false);
    }
  });
});
