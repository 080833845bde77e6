import { describe, expect, it } from "vitest";
import { groupsOf, normalRows, uniformRows } from "../testing/points.ts";
import { referenceSet } from "../testing/reference.ts";
import { elbow } from "./elbow.ts";

describe("the elbow of the mall", () => {
  it("is 5 for income and score, with the curve that scikit-learn has", async () => {
    const { points, best } = referenceSet("mall-income-score");
    const { k, kneedle, curve, reason } = await elbow(points);
    expect({ k, kneedle }).toEqual({ k: 5, kneedle: 5 });
    for (const [i, { inertia }] of curve.entries()) {
      expect(inertia).toBeLessThanOrEqual(best[i].best_known_inertia * 1.01);
      expect(inertia).toBeGreaterThanOrEqual(best[i].best_known_inertia * 0.99);
    }
    expect(curve[4].inertia).toBeCloseTo(44448.4554479337, 6);
    expect(reason).toContain("From k = 4 to 5");
  });

  it("is 5 up to k = 8 too, where Kneedle says 3", async () => {
    const { points } = referenceSet("mall-income-score");
    const { k, kneedle, reason } = await elbow(points, { kMax: 8, silhouette: false });
    expect({ k, kneedle }).toEqual({ k: 5, kneedle: 3 });
    expect(reason).toContain("Kneedle differs and says 3");
  });

  it("is 4 for its three columns, standardised", async () => {
    const { points } = referenceSet("mall-standardised");
    expect((await elbow(points, { silhouette: false })).k).toBe(4);
  });
});

describe("the elbow of points without clusters", () => {
  it.each([
    ["uniform", uniformRows(200, 2, 11)],
    ["Gaussian", normalRows(200, 3, 12)],
    ["skewed", normalRows(200, 2, 1).map((row) => row.map(Math.exp))],
    ["long", normalRows(200, 2, 13).map(([x, y]) => [10 * x, y])],
  ])("is null: %s", async (_, points) => {
    const { k, strength, reason } = await elbow(points, { kMax: 6, silhouette: false, restarts: 5 });
    expect({ k, strength }).toEqual({ k: null, strength: null });
    expect(reason).toMatch(/^No clear elbow: .*\.$/);
  });
});

describe("the elbow of a fall that is sure but small", () => {
  it("is null", async () => {
    // Two groups 3 standard deviations apart in one of 16 columns.
    const points = normalRows(600, 16, 1).map(([x, ...rest], row) => [row % 2 === 0 ? x + 1.5 : x - 1.5, ...rest]);
    const { k, curve } = await elbow(points, { kMax: 3, silhouette: false, restarts: 3 });
    expect(curve[1].z).toBeGreaterThan(4);
    expect(curve[1].excess).toBeGreaterThan(0);
    expect(curve[1].excess).toBeLessThan(0.05);
    expect(k).toBeNull();
  });
});

describe("the elbow of points in groups", () => {
  it.each([2, 4, 6])("is their number: %i", async (groups) => {
    const points = groupsOf(groups, 240, 7, groups);
    expect((await elbow(points, { kMax: 8, silhouette: false, restarts: 5 })).k).toBe(groups);
  });
});
