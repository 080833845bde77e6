import type { Elbow } from "@kentro/core";
import { describe, expect, test } from "vitest";
import { bestSilhouette, clusterBy, clusterByElbow } from "./clustering.ts";

const points = (...values: readonly number[]) => ({
  data: Float64Array.from(values),
  rows: values.length,
  columns: 1,
});

describe("the best silhouette", () => {
  const curveOf = (silhouettes: readonly (number | null)[]): Elbow => ({
    curve: silhouettes.map((silhouette, i) => ({ k: i + 1, inertia: 1, silhouette, excess: null, z: null })),
    k: null,
    strength: null,
    kneedle: null,
    reason: "",
    models: [],
    sampled: null,
  });

  test("is that of the smallest k among equals", () => {
    expect(bestSilhouette(curveOf([null, 0.3, 0.5, 0.5, 0.4]))).toEqual({ k: 3, silhouette: 0.5 });
  });

  test("is absent where no k has one", () => {
    expect(bestSilhouette(curveOf([null, null]))).toBeNull();
  });
});

test("as many clusters as asked for carry their silhouette", async () => {
  const { model, silhouette, silhouetteSampled, structure, elbow } = await clusterBy(2, points(0, 1, 10, 11), {});
  expect(model.inertia).toBe(1);
  expect(silhouette).toBeCloseTo((9.5 / 10.5 + 8.5 / 9.5) / 2, 12);
  expect([silhouetteSampled, structure, elbow]).toEqual([null, "clear", null]);
});

test("where every row is a cluster, or all are one, there is no silhouette", async () => {
  for (const k of [1, 3]) {
    const { silhouette, structure } = await clusterBy(k, points(1, 2, 3), {});
    expect([silhouette, structure]).toEqual([null, "none"]);
  }
});

test("two rows that differ are one segment, for nothing tells that they are two", async () => {
  const { model, silhouette, structure } = await clusterByElbow(points(1, 2), {});
  expect([model.k, silhouette, structure]).toEqual([1, null, "none"]);
});

test("what the elbow's curve says of its k is what a fit of that k says", async () => {
  const three = points(...Array.from({ length: 60 }, (_, i) => (i % 3) * 100 + ((i * i) % 17)));
  const found = await clusterByElbow(three, { kMax: 5 });
  const given = await clusterBy(found.model.k, three, {});
  expect(found.model.k).toBe(3);
  expect(found.model.inertia).toBeCloseTo(given.model.inertia, 9);
  expect(found.labels).toEqual(await found.model.predict(three));
  expect(found.silhouette).toBeCloseTo(given.silhouette ?? Number.NaN, 12);
});
