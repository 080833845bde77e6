import { describe, expect, it } from "vitest";
import { kmeans } from "../kmeans.ts";
import { expectClose, expectRefusal } from "../testing/expectations.ts";
import { mapped, matrixOf, singleOf } from "../testing/points.ts";

const points = [
  [0.25, 3],
  [0.5, 3.5],
  [7, 1],
  [8, 0.5],
  [-4, -4],
];

describe("values whose squares overflow or vanish", () => {
  it.each([-1000, -900, -519, -500, 450, 500])("of 2^%s are clustered as ordinary ones", async (exponent) => {
    const fit = await kmeans(points, { k: 3 });
    const scaled = await kmeans(
      mapped(points, (value) => value * 2 ** exponent),
      { k: 3 },
    );
    expect(scaled.labels).toEqual(fit.labels);
    expect(scaled.centroids.data).toEqual(fit.centroids.data.map((value) => value * 2 ** exponent));
    expect(scaled.inertia).toBe(fit.inertia * 2 ** exponent * 2 ** exponent);
  });

  it.each([1e-37, 1e-30, 1e-20, 1e-13, 1e13, 4e18, 1e20, 1e30, 1e37])(
    "of %s are clustered in float32 too",
    async (magnitude) => {
      const scaled = singleOf(mapped(points, (value) => value * magnitude));
      const fit = await kmeans(scaled, { k: 3 });
      expect(fit.labels).toEqual((await kmeans(points, { k: 3 })).labels);
      expect(fit.inertia / magnitude / magnitude).toBeCloseTo((await kmeans(points, { k: 3 })).inertia, 5);
    },
  );

  it("are OUT_OF_RANGE where float64 cannot hold their inertia", async () => {
    await expectRefusal(() => kmeans([[1e200], [-1e200], [2e200]], { k: 2 }), "OUT_OF_RANGE");
    await expectRefusal(() => kmeans([[Number.MAX_VALUE], [-Number.MAX_VALUE]], { k: 1 }), "OUT_OF_RANGE");
  });

  it("need no inertia where every row is a centroid", async () => {
    const fit = await kmeans([[1e200], [-1e200], [Number.MAX_VALUE]], { k: 3 });
    expect(fit.inertia).toBe(0);
    expect(Array.from(fit.centroids.data).sort((a, b) => a - b)).toEqual([-1e200, 1e200, Number.MAX_VALUE]);
  });

  it.each<[string, number[][], number]>([
    ["a cluster would be empty", [[0], [1e-200], [1]], 3],
    ["unequal rows would have no inertia", [[1], [2], [8], [9], [1e300]], 2],
  ])("are OUT_OF_RANGE where some vanish beside others, and %s", async (_, rows, k) => {
    await expectRefusal(() => kmeans(rows, { k }), "OUT_OF_RANGE", { says: "vanish beside the largest" });
  });

  it("are OUT_OF_RANGE where only a row without weight is so far off", async () => {
    const weights = [1, 1, 1, 1, 0];
    await expectRefusal(() => kmeans([[1], [2], [8], [9], [1e300]], { k: 2, weights }), "OUT_OF_RANGE");
  });

  it("are OUT_OF_RANGE where given centroids are so far off", async () => {
    await expectRefusal(() => kmeans([[1], [2], [8]], { k: 2, init: [[1e200], [2e200]] }), "OUT_OF_RANGE");
  });
});

describe("values far from zero", () => {
  // Their means need more digits than float32 has so far from zero.
  const near = [...points, [1, 3.25], [8.5, 0.125]];
  const far = mapped(near, (value) => value + 2 ** 20);

  it("lose no digit to their distance from zero", async () => {
    const expected = await kmeans(near, { k: 3 });
    for (const given of [matrixOf(far), singleOf(far)]) {
      const fit = await kmeans(given, { k: 3 });
      expect(fit.labels).toEqual(expected.labels);
      expectClose([fit.inertia], [expected.inertia], 1e-6);
      const moved = expected.centroids.data.map((value) => value + 2 ** 20);
      expectClose(fit.centroids.data, moved, 1e-15);
    }
  });

  it("are shifted only where that is exact", async () => {
    // Shifted to the middle of their range, the small ones would lose what tells them apart.
    const rows = [[1e-12], [3e-12], [1e6], [1e6 + 1]];
    const fit = await kmeans(rows, { k: 3 });
    expect(fit.sizes.toSorted()).toEqual([1, 1, 2]);
    expect(Array.from(fit.centroids.data)).toContain(2e-12);
    expect(fit.inertia).toBeCloseTo(2e-24, 30);
  });
});

describe("float32 points", () => {
  it("have their inertia summed in float64", async () => {
    // 100,001 squares of about 0.01: a float32 sum of them is off in the fourth digit.
    const data = Float32Array.from({ length: 100_001 }, (_, row) => (row % 2 === 0 ? 0.1 : -0.1));
    const fit = await kmeans({ data, rows: data.length, columns: 1 }, { k: 1 });
    const mean = data.reduce((sum, value) => sum + value, 0) / data.length;
    const inertia = data.reduce((sum, value) => sum + (value - mean) ** 2, 0);
    expect(Math.abs(fit.inertia / inertia - 1)).toBeLessThan(1e-6);
    expect(Math.abs(fit.centroids.data[0] / mean - 1)).toBeLessThan(1e-9);
  });
});
