import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Pace } from "../pace.ts";
import { distinctRows, lattice, matrixOf, singleOf } from "../testing/points.ts";
import { countDistinctRows } from "./distinct.ts";

describe("countDistinctRows", () => {
  it("counts distinct rows of positive weight, up to enough", async () => {
    const weights = fc.option(fc.infiniteStream(fc.nat(2)), { nil: null });
    await fc.assert(
      fc.asyncProperty(
        lattice({ maxColumns: 3 }),
        fc.nat(80),
        fc.boolean(),
        weights,
        async (rows, enough, single, stream) => {
          const weighing = stream === null ? null : Float64Array.from(rows, () => stream.next().value);
          const counted = rows.filter((_, row) => weighing === null || weighing[row] > 0);
          const matrix = single ? singleOf(rows) : matrixOf(rows);
          const count = await countDistinctRows(matrix, enough, weighing, new Pace());
          expect(count).toBe(Math.min(enough, distinctRows(counted)));
        },
      ),
      { seed: 1, numRuns: 200 },
    );
  });

  it("takes 0 and -0 for the same, and rows that differ in the last bit for different", async () => {
    const rows = [
      [0, 1],
      [-0, 1],
      [0, 1 + Number.EPSILON],
      [Number.MIN_VALUE, 1],
    ];
    expect(await countDistinctRows(matrixOf(rows), 9, null, new Pace())).toBe(3);
  });

  it("is right about thousands of rows", async () => {
    const rows = Array.from({ length: 9000 }, (_, row) => [row % 3000, (row % 3000) * 2 ** 40]);
    expect(await countDistinctRows(matrixOf(rows), 9000, null, new Pace())).toBe(3000);
  });
});
