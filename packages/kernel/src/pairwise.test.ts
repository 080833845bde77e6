import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { KernelMemoryError } from "./layout.ts";
import { PairwiseDistances } from "./pairwise.ts";

const coordinate = fc.integer({ min: -1000, max: 1000 }).map((value) => value / 7);

const clustered = fc.integer({ min: 1, max: 5 }).chain((columns) => {
  const point = fc.array(coordinate, { minLength: columns, maxLength: columns });
  return fc.record({
    point,
    clusters: fc.array(fc.array(point, { maxLength: 13 }), { minLength: 1, maxLength: 4 }),
  });
});

describe("PairwiseDistances", () => {
  it("sums the distances from a point to the points of each cluster", async () => {
    await fc.assert(
      fc.asyncProperty(clustered, async ({ point, clusters }) => {
        const sums = await pairwiseSums(clusters, point);
        clusters.forEach((cluster, c) => {
          const expected = cluster.reduce((sum, other) => sum + distance(point, other), 0);
          expect(Math.abs(sums[c] - expected)).toBeLessThanOrEqual(1e-12 * (1 + expected));
        });
      }),
      { seed: 1 },
    );
  });

  it("gives a cluster the same bits whatever the others are", async () => {
    await fc.assert(
      fc.asyncProperty(clustered, async ({ point, clusters }) => {
        const forward = await pairwiseSums(clusters, point);
        const backward = await pairwiseSums([...clusters].reverse(), point);
        expect(backward.reverse()).toEqual(forward);
      }),
      { seed: 1 },
    );
  });

  it("finds an even distance for points beyond one chunk", async () => {
    const cluster = Array.from({ length: 1001 }, (_, i) => (i % 2 === 0 ? [3, 4] : [-3, -4]));
    expect(await pairwiseSums([[], cluster], [0, 0])).toEqual(Float64Array.of(0, 5005));
  });

  it("refuses more than 4 GiB and says how much it was", async () => {
    const refused = PairwiseDistances.create({ sizes: [2 ** 28, 2 ** 28], columns: 2 });
    await expect(refused).rejects.toThrow(KernelMemoryError);
    await expect(refused).rejects.toThrow(/at most 4 GiB .* got 12884\d{6} bytes/);
  });
});

async function pairwiseSums(clusters: readonly number[][][], point: readonly number[]): Promise<Float64Array> {
  const sizes = clusters.map((cluster) => cluster.length);
  const distances = await PairwiseDistances.create({ sizes, columns: point.length });
  clusters.flat().forEach((member, row) => {
    distances.writePoint(row, member);
  });
  const sums = new Float64Array(clusters.length);
  distances.sums(point, sums);
  return sums;
}

function distance(a: readonly number[], b: readonly number[]): number {
  return Math.sqrt(a.reduce((sum, value, i) => sum + (value - b[i]) ** 2, 0));
}
