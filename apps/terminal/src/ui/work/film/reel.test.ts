import { describe, expect, it } from "vitest";
import { FIRST_FRAMES, MOST_FRAMES, reelOf } from "./reel.ts";

/** A reel of a run of so many iterations; its one centroid is at the number of the iteration. */
function reel(iterations: number): ReturnType<ReturnType<typeof reelOf>["developed"]> {
  const taken = reelOf();
  for (let iteration = 0; iteration <= iterations; iteration++) {
    taken.take({ iteration, centroids: { data: Float64Array.of(iteration), rows: 1, columns: 1 } });
  }
  return taken.developed();
}

describe("the reel", () => {
  it("has a frame for each iteration of a short run", () => {
    const { shots, stride } = reel(70);
    expect(shots.map(({ iteration }) => iteration)).toEqual(Array.from({ length: 70 }, (_, index) => index + 1));
    expect(stride).toBe(1);
  });

  it("has nothing where nothing was done", () => {
    expect(reel(0)).toEqual({ shots: [], stride: 1 });
  });

  it("has the first frames, every so many after them, and the last of a long run", () => {
    const { shots, stride } = reel(299);
    const iterations = shots.map(({ iteration }) => iteration);
    expect(stride).toBe(4);
    expect(iterations.slice(0, FIRST_FRAMES)).toEqual(Array.from({ length: FIRST_FRAMES }, (_, index) => index + 1));
    const later = iterations.slice(FIRST_FRAMES, -1);
    expect(later).toEqual(later.map((_, index) => FIRST_FRAMES + 4 * (index + 1)));
    expect(iterations.at(-1)).toBe(299);
  });

  it("never has more frames than it may, and the last one only once", () => {
    for (const iterations of [99, 100, 101, 170, 171, 310, 1000, 5000]) {
      const all = reel(iterations).shots.map(({ iteration }) => iteration);
      expect(all.length).toBeLessThanOrEqual(MOST_FRAMES);
      expect(all.at(-1)).toBe(iterations);
      expect(new Set(all).size).toBe(all.length);
    }
  });

  it("knows by which centroids an iteration assigned, and the one before it", () => {
    const { shots } = reel(300);
    for (const { iteration, earlier, before, after } of shots) {
      expect([before[0], after[0]]).toEqual([iteration - 1, iteration]);
      expect(earlier?.[0]).toBe(iteration === 1 ? undefined : iteration - 2);
    }
  });
});
