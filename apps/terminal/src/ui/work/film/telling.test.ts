import { describe, expect, it } from "vitest";
import { telling } from "./telling.ts";

describe("telling of a run", () => {
  it("tells of all steps so far, at most ten times a second, and nothing of a short run", () => {
    let clock = 1000;
    const told: number[] = [];
    const { take, steps } = telling(
      (each) => told.push(each.length),
      () => clock,
    );
    for (let step = 0; step < 50; step++) {
      clock += 30;
      take({ inertia: 1, shift: 1, moved: 1 });
    }
    expect(told).toEqual([4, 8, 12, 16, 20, 24, 28, 32, 36, 40, 44, 48]);
    expect(steps).toHaveLength(50);
  });
});
