import { describe, expect, it } from "vitest";
import { kmeans } from "../kmeans.ts";
import { expectClose, expectRefusal } from "../testing/expectations.ts";
import { nearest, squaredDistance } from "../testing/plain-lloyd.ts";
import { matrixOf, normalRows, rowsOf, singleOf } from "../testing/points.ts";
import { untyped } from "../testing/untyped.ts";
import { KMeansModel } from "./model.ts";

const points = normalRows(1500, 3, 1);
const fit = await kmeans(points, { k: 6, restarts: 2 });
const centroids = rowsOf(fit.centroids);

describe("a fit", () => {
  it("is a model with labels and history, of plain arrays and numbers", () => {
    expect(fit).toBeInstanceOf(KMeansModel);
    expect(fit.k).toBe(6);
    expect(fit.centroids).toEqual({ data: expect.any(Float64Array), rows: 6, columns: 3 });
    expect(fit.centroids.data.length).toBe(18);
    expect(fit.labels).toBeInstanceOf(Int32Array);
    expect(fit.labels.length).toBe(1500);
    expect(fit.iterations).toBe(fit.history.length);
    expect(fit.converged).toBe(true);
    expect(fit.precision).toBe("float64");
    expect(fit.weightSums).toEqual(fit.sizes);
    expect(fit.sizes.reduce((sum, size) => sum + size, 0)).toBe(1500);
  });

  it("has the inertia and the means of its labels", () => {
    expectClose(
      [fit.inertia],
      [points.reduce((sum, point, row) => sum + squaredDistance(point, centroids[fit.labels[row]]), 0)],
      1e-12,
    );
    for (const [c, centroid] of centroids.entries()) {
      const own = points.filter((_, row) => fit.labels[row] === c);
      const mean = centroid.map((_, column) => own.reduce((sum, point) => sum + point[column], 0) / own.length);
      expectClose(centroid, mean, 1e-12);
    }
  });

  it("can be cloned to another thread", () => {
    const { labels, centroids: cloned, sizes } = structuredClone(fit);
    expect({ labels, cloned, sizes }).toEqual({ labels: fit.labels, cloned: fit.centroids, sizes: fit.sizes });
  });

  it("owns its numbers, and not the memory of a kernel", () => {
    expect(fit.labels.buffer.byteLength).toBe(1500 * 4);
    expect(fit.centroids.data.buffer.byteLength).toBe(18 * 8);
  });
});

describe("predict", () => {
  it("gives the nearest centroid of new points", async () => {
    const others = normalRows(777, 3, 2);
    expect(Array.from(await fit.predict(others))).toEqual(others.map((point) => nearest(point, centroids).label));
  });

  it("gives a tie to the lowest index", async () => {
    const model = await kmeans([[1], [3], [5]], { k: 3, init: [[5], [1], [3]] });
    expect(Array.from(await model.predict([[4], [2], [3], [-9], [9]]))).toEqual([0, 1, 2, 1, 0]);
  });

  it("gives a row the same label alone, in any company and in any precision that holds it", async () => {
    const rows = rowsOf(singleOf(normalRows(600, 3, 3)));
    const together = await fit.predict(rows);
    expect(await fit.predict(matrixOf(rows))).toEqual(together);
    expect(await fit.predict(singleOf(rows))).toEqual(together);
    for (const row of [0, 1, 255, 256, 257, 599])
      expect(await fit.predict([rows[row]])).toEqual(together.subarray(row, row + 1));
    expect(await fit.predict(rows.slice(100))).toEqual(together.subarray(100));
  });

  it("works in batches over many rows and many centroids", async () => {
    const wide = await kmeans(points, { k: 700, restarts: 1, maxIterations: 1 });
    expect(await wide.predict(points)).toEqual(wide.labels);
  });

  it("converts to float32 for a float32 model", async () => {
    const model = await kmeans(singleOf(points), { k: 6, restarts: 2 });
    expect(model.precision).toBe("float32");
    expect(await model.predict(rowsOf(singleOf(points)))).toEqual(model.labels);
  });

  it.each([1, 2, 16])("takes %i threads", async (threads) => {
    expect(await fit.predict(points, { threads })).toEqual(fit.labels);
  });
});

describe("transform", () => {
  it("gives the distance of each row to each centroid", async () => {
    const others = normalRows(700, 3, 4);
    const distances = await fit.transform(others);
    expect(distances).toMatchObject({ rows: 700, columns: 6 });
    const expected = others.flatMap((point) =>
      centroids.map((centroid) => Math.sqrt(squaredDistance(point, centroid))),
    );
    expectClose(distances.data, expected, 1e-14);
  });

  it("is in the units of the points where they were scaled to be squared", async () => {
    const model = await kmeans(
      [
        [3e-200, 0],
        [0, 4e-200],
      ],
      {
        k: 2,
        init: [
          [3e-200, 0],
          [0, 4e-200],
        ],
      },
    );
    expectClose((await model.transform([[0, 0]])).data, [3e-200, 4e-200], 1e-15);
  });

  it("gives float64 for a float32 model", async () => {
    const model = await kmeans(singleOf(points), { k: 6, restarts: 2 });
    const { data } = await model.transform(points.slice(0, 9));
    expect(data).toBeInstanceOf(Float64Array);
    const expected = points
      .slice(0, 9)
      .flatMap((point) => rowsOf(model.centroids).map((c) => Math.sqrt(squaredDistance(point, c))));
    expectClose(data, expected, 1e-6);
  });
});

describe.each(["predict", "transform"] as const)("%s refuses", (method) => {
  it("other columns than the model has", async () => {
    const says = "3 columns as the model has, got 2";
    await expectRefusal(() => fit[method]([[1, 2]]), "COLUMN_MISMATCH", { says });
  });

  it("what is no points", async () => {
    await expectRefusal(() => fit[method]([]), "EMPTY");
    await expectRefusal(
      () =>
        fit[method]([
          [1, 2, 3],
          [1, 2],
        ]),
      "RAGGED",
      { row: 1 },
    );
    await expectRefusal(
      () =>
        fit[method]([
          [1, 2, 3],
          [1, Number.NaN, 2],
        ]),
      "NOT_FINITE",
      { row: 1, column: 1 },
    );
    await expectRefusal(() => fit[method](untyped(null)), "INVALID_INPUT");
  });

  it("rows too far off to be compared, naming the row", async () => {
    const rows = [...points.slice(0, 900), [1e200, 0, 0]];
    await expectRefusal(() => fit[method](rows), "OUT_OF_RANGE", { row: 900, says: "row 900" });
    const single = await kmeans(singleOf(points), { k: 2, restarts: 1 });
    await expectRefusal(
      () =>
        single[method]([
          [0, 0, 0],
          [0, 1e39, 0],
        ]),
      "OUT_OF_RANGE",
      { row: 1 },
    );
    await expectRefusal(
      () =>
        single[method]([
          [0, 0, 0],
          [0, 1e30, 0],
        ]),
      "OUT_OF_RANGE",
      { row: 1 },
    );
  });

  it("threads that are no number of threads", async () => {
    await expectRefusal(() => fit[method](points, { threads: 0 }), "INVALID_OPTION");
  });
});
