import { describe, expect, it } from "vitest";
import { elbow } from "../elbow/elbow.ts";
import { kmeans } from "../kmeans.ts";
import { Random } from "../random.ts";

const random = new Random(3);
const values = Array.from({ length: 300 }, (_, row) => [Math.exp(random.normal()) + (row % 7)]);

describe("a search over one column", () => {
  it("finds an optimum that no number of starts is below, whatever the seed, and says so", async () => {
    for (const k of [1, 2, 5, 12]) {
      const fit = await kmeans(values, { k });
      expect(fit.search).toMatchObject({ kind: "exact", starts: 1, swaps: 0, sampled: null });
      const starts = await kmeans(values, { k, search: "restarts", restarts: 200 });
      expect(fit.inertia).toBeLessThanOrEqual(starts.inertia * (1 + 1e-12));
      expect((await kmeans(values, { k, seed: 7 })).labels).toEqual(fit.labels);
      expect(await fit.predict(values)).toEqual(fit.labels);
    }
  });

  it("counts a row as often as it weighs", async () => {
    const weights = values.map((_, row) => row % 3);
    const weighted = await kmeans(values, { k: 4, weights });
    const repeated = await kmeans(
      values.flatMap((value, row) => new Array(row % 3).fill(value)),
      { k: 4 },
    );
    expect(Math.abs(weighted.inertia / repeated.inertia - 1)).toBeLessThan(1e-12);
  });

  it("gives an elbow the optimum of every k", async () => {
    const { models } = await elbow(values, { kMin: 2, kMax: 6, silhouette: false });
    for (const model of models) {
      expect(model.search.kind).toBe("exact");
      expect(model.inertia).toBe((await kmeans(values, { k: model.k })).inertia);
    }
  });

  it("is one of starts where that is asked for", async () => {
    expect((await kmeans(values, { k: 3, search: "restarts" })).search.kind).toBe("restarts");
    expect((await kmeans(values, { k: 3, init: [[1], [2], [3]] })).search.kind).toBe("given");
  });
});
