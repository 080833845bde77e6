import { describe, expect, it } from "vitest";
import { Pace } from "../../pace.ts";
import { Random } from "../../random.ts";
import { bestCuts } from "./cuts.ts";
import { distinctValues } from "./distinct-values.ts";
import { Moments } from "./moments.ts";
import { windowsOf } from "./windows.ts";

const ROWS = 20_000;

describe("windows", () => {
  const random = new Random(5);
  it.each<[string, number, () => number]>([
    ["normal", 0.3, () => random.normal()],
    ["uniform", 0.3, () => random.uniform()],
    ["skewed", 0.5, () => Math.exp(2 * random.normal())],
    ["long-tailed", 1, () => Math.tan(Math.PI * (random.uniform() - 0.5))],
    ["grouped", 0.3, () => 50 * random.below(5) + random.normal()],
    ["whole", 0.3, () => random.below(3000)],
  ])(
    "hold every cut of the best partitions of %s values, and are hardly more than a part of them",
    async (_, part, draw) => {
      const pace = new Pace();
      const values = await distinctValues(Float64Array.from({ length: ROWS }, draw), null, pace);
      const windows = await windowsOf(values, await Moments.over(values, pace), 10, pace);
      const best = await bestCuts(values, 1, 10, pace);
      const n = values.values.length;
      best?.forEach((begins, index) => {
        const ends = [...begins.subarray(1), n];
        expect(windows[index].length).toBe(index + 1);
        for (const [cut, { low, high }] of windows[index].entries()) {
          expect(low).toBeLessThanOrEqual(ends[cut]);
          expect(high).toBeGreaterThanOrEqual(ends[cut]);
        }
      });
      const ends = windows[9].reduce((sum, { low, high }) => sum + high - low + 1, 0);
      expect(ends).toBeLessThan(part * n * 10);
      expect(best?.length).toBe(10);
    },
  );
});
