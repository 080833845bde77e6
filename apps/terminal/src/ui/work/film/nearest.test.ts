import { describe, expect, it } from "vitest";
import { pauseOf } from "../pause.ts";
import { nearestOf } from "./nearest.ts";

describe("the nearest centroid", () => {
  const points = { data: Float64Array.of(0, 0, 10, 0, 0, 9, 5, 0), rows: 4, columns: 2 };

  it("is that of the least distance, the lowest on a tie", async () => {
    const { signal } = new AbortController();
    expect([...(await nearestOf(points, Float64Array.of(10, 0, 0, 0, 0, 8), pauseOf(signal)))]).toEqual([1, 0, 2, 0]);
  });

  it("is not looked for once the work is given up", async () => {
    const controller = new AbortController();
    controller.abort(new Error("enough"));
    const many = { data: new Float64Array(3_000_000), rows: 1_500_000, columns: 2 };
    await expect(nearestOf(many, new Float64Array(20), pauseOf(controller.signal))).rejects.toThrow("enough");
  });
});
