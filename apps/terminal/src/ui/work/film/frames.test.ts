import { describe, expect, it } from "vitest";
import { framesOf } from "./frames.ts";
import type { Plane } from "./plane.ts";

const { signal } = new AbortController();
const drawn = { data: Float64Array.of(0, 1, 2, 3, 9), rows: 5, columns: 1 };
const plane: Plane = { axes: { along: "columns", x: "a", y: null }, x: (data, row) => data[row]!, y: null };
const clusters = [
  { slot: 1, letter: "B", segment: 1 },
  { slot: 0, letter: "A", segment: 0 },
];

describe("the frames of a film", () => {
  it("have what changed in their own iteration, across gaps too", async () => {
    const shots = [
      { iteration: 1, earlier: null, before: Float64Array.of(0, 1.5), after: Float64Array.of(0, 4) },
      // Iterations 2 and 3 have no frame.
      { iteration: 4, earlier: Float64Array.of(0, 4), before: Float64Array.of(2, 9), after: Float64Array.of(1.5, 9) },
      { iteration: 5, earlier: null, before: Float64Array.of(1.5, 2.5), after: Float64Array.of(1, 6) },
    ];
    const frames = await framesOf(drawn, shots, clusters, plane, signal);
    expect(frames.map(({ slots }) => [...slots])).toEqual([
      [1, 0, 0, 0, 0],
      [1, 1, 1, 1, 0],
      [1, 1, 1, 0, 0],
    ]);
    expect(frames.map(({ changed }) => [...changed])).toEqual([[], [3], [3]]);
    expect(frames.map(({ sizes }) => sizes)).toEqual([
      [1, 4],
      [4, 1],
      [3, 2],
    ]);
    expect(frames[1]).toMatchObject({ before: { x: [2, 9], y: [0.5, 0.5] }, after: { x: [1.5, 9] } });
  });

  it("are given up between frames that are short each", async () => {
    const controller = new AbortController();
    controller.abort(new Error("enough"));
    const [before, after] = [Float64Array.of(0, 1.5), Float64Array.of(0, 4)];
    const shots = Array.from({ length: 20_000 }, (_, index) => ({
      iteration: index + 1,
      earlier: null,
      before,
      after,
    }));
    await expect(framesOf(drawn, shots, clusters, plane, controller.signal)).rejects.toThrow("enough");
  });
});
