import { expect, test } from "vitest";
import type { Level } from "./levels.ts";
import { occurrences, tellingFeatures } from "./telling.ts";

const strengthOf: Readonly<Record<string, number>> = { average: 0, slightly: 0.3, low: 1, high: 1, very: 2 };

/** Features that tell, for segments whose levels are written "high low". */
function telling(...segments: readonly (readonly Level[])[]): readonly (readonly number[] | null)[] {
  const strengths = segments.map((levels) => levels.map((level) => strengthOf[level.split(" ")[0] ?? ""] ?? 0));
  return tellingFeatures(segments, strengths).map((told) => told?.features ?? null);
}

test("one feature tells where it can", () => {
  expect(telling(["high", "average"], ["low", "average"])).toEqual([[0], [0]]);
});

test("two tell where one does not", () => {
  expect(telling(["high", "high"], ["high", "low"], ["low", "high"], ["low", "low"])).toEqual([
    [0, 1],
    [0, 1],
    [0, 1],
    [0, 1],
  ]);
});

test("among sets of one cost the stronger wins, then the earlier", () => {
  expect(
    tellingFeatures(
      [
        ["high", "low"],
        ["low", "high"],
      ],
      [
        [1, 3],
        [1, 1],
      ],
    ).map((told) => told?.features),
  ).toEqual([[1], [0]]);
});

test("a segment that is high or low somewhere is not told by weak levels alone", () => {
  expect(telling(["high", "slightly low"], ["high", "low"], ["average", "average"])[0]).toEqual([0, 1]);
});

test("segments that are equal everywhere are told from the others together", () => {
  expect(telling(["high", "low"], ["high", "low"], ["low", "low"])).toEqual([[0], [0], [0]]);
});

test("where three features do not do, there is no answer", () => {
  const all = Array.from({ length: 16 }, (_, bits) =>
    Array.from({ length: 4 }, (_, j): Level => ((bits >> j) & 1 ? "high" : "low")),
  );
  expect(telling(...all)).toEqual(new Array(16).fill(null));
});

test("occurrences are counted at every place", () => {
  expect(occurrences(["a", "b", "a", ""])).toEqual([2, 1, 2, 1]);
});
