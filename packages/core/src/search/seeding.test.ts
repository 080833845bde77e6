import { describe, expect, it, vi } from "vitest";
import { prepare } from "../engine/prepare.ts";
import { Pace } from "../pace.ts";
import { Random } from "../random.ts";
import { expectClose } from "../testing/expectations.ts";
import { nearest } from "../testing/plain-lloyd.ts";
import { normalRows } from "../testing/points.ts";
import { seedByDistance } from "./seeding.ts";

const points = normalRows(20_000, 2, 1);
const pace = new Pace();

/** Sum of (weighted) squared distances to the nearest of some rows. */
function inertiaOf(rows: readonly number[], weights?: readonly number[]): number {
  const centroids = rows.map((row) => points[row]);
  return points.reduce((sum, point, row) => sum + nearest(point, centroids).square * (weights?.[row] ?? 1), 0);
}

describe("greedy k-means++", () => {
  it.each([1, 2, 3, 7, 8, 21])(
    "looks at 2 + floor(ln k) candidates for each centroid after the first: k = %i",
    async (k) => {
      const { engine } = await prepare(points, undefined, pace);
      const looked = vi.spyOn(engine, "seedCosts");
      await seedByDistance(engine, k, new Random(1), pace);
      expect(looked.mock.calls.map(([rows]) => rows.length)).toEqual(
        new Array(k - 1).fill(2 + Math.floor(Math.log(k))),
      );
    },
  );

  it.each([undefined, points.map((_, row) => row % 5)])(
    "takes of them the one that leaves the least inertia",
    async (weights) => {
      const { engine } = await prepare(points, weights, pace);
      const looked = vi.spyOn(engine, "seedCosts");
      const centroids = await seedByDistance(engine, 5, new Random(2), pace);
      // The origin lies in the middle of points on both sides of zero: centroids are rows as they are.
      const taken = Array.from({ length: 5 }, (_, c) => points.findIndex(([x]) => x === centroids[2 * c]));
      for (const [step, [candidates]] of looked.mock.calls.entries()) {
        const costs = candidates.map((row) => inertiaOf([...taken.slice(0, step + 1), row], weights));
        expectClose(await looked.mock.results[step].value, costs, 1e-12);
        expect(taken[step + 1]).toBe(candidates[costs.indexOf(Math.min(...costs))]);
      }
    },
  );

  it("draws candidates in proportion to their weighted squared distance", async () => {
    const rows = [[0], [1], [3], [10]];
    const { engine } = await prepare(rows, [1, 9, 1, 0], pace);
    engine.beginSeeding();
    await engine.takeSeed(0, pace);
    const random = new Random(3);
    const counts = [0, 0, 0, 0];
    for (let draw = 0; draw < 4000; draw++) counts[engine.sampleByDistance(random.uniform())]++;
    // 9 x 1 and 1 x 9: as often. The seed itself and the row without weight: never.
    expect([counts[0], counts[3]]).toEqual([0, 0]);
    expect(Math.abs(counts[1] - 2000)).toBeLessThan(6 * Math.sqrt(1000));
  });

  it("draws by weight where every row lies on a seed", async () => {
    const { engine } = await prepare([[5], [5], [5]], [0, 1, 0], pace);
    engine.beginSeeding();
    await engine.takeSeed(1, pace);
    expect([0, 0.5, 0.999].map((uniform) => engine.sampleByDistance(uniform))).toEqual([1, 1, 1]);
    expect([0, 0.5, 0.999].map((uniform) => engine.sampleByWeight(uniform))).toEqual([1, 1, 1]);
  });
});
