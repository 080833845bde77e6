import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chunkRows, type Precision } from "../layout.ts";
import { rowPlacesOf, runPlacesOf, type WorkspaceShape } from "./places.ts";

const shapes = fc
  .record({
    rows: fc.integer({ min: 1, max: 20_000 }),
    columns: fc.integer({ min: 1, max: 4 }),
    precision: fc.constantFrom<Precision>("float32", "float64"),
    weighted: fc.boolean(),
    quantized: fc.boolean(),
    tree: fc.boolean(),
    threads: fc.integer({ min: 1, max: 4 }),
  })
  .map((shape): WorkspaceShape => ({ ...shape, partitionRows: 16 * chunkRows(shape.precision) }));

const capacities = fc.integer({ min: 0, max: 40 });

/** Every address in a record of places, in the order in which they stand there. */
function addressesIn(places: object): readonly number[] {
  return Object.values(places).flatMap((place) => {
    if (place === null) return [];
    return typeof place === "object" ? addressesIn(place) : [place];
  });
}

describe("the places of a workspace", () => {
  it("follow each other as they are drawn, from 16 on, at multiples of 16", () => {
    fc.assert(
      fc.property(shapes, capacities, fc.boolean(), (shape, capacity, surveys) => {
        // Those of a tree have an order of their own.
        const { tree, weights, ...rows } = rowPlacesOf(shape);
        const { capacity: _, ...run } = runPlacesOf(shape, rows.end, capacity, surveys);
        const addresses = [...addressesIn(rows), ...addressesIn(run)];
        expect(addresses[0]).toBe(16);
        expect(addresses).toEqual(addresses.toSorted((a, b) => a - b));
        expect([weights, ...addresses].filter((address) => address % 16 !== 0)).toEqual([]);
        expect(tree !== null).toBe(shape.tree);
        expect(weights > 0).toBe(shape.weighted);
      }),
      { seed: 1 },
    );
  });

  it("stay where they are as room for surveys is added", () => {
    fc.assert(
      fc.property(shapes, capacities, (shape, capacity) => {
        const { end } = rowPlacesOf(shape);
        const { survey, end: surveyedEnd, ...stepped } = runPlacesOf(shape, end, capacity, true);
        const without = runPlacesOf(shape, end, capacity, false);
        expect(without).toEqual({ ...stepped, survey: null, end: survey?.labels });
        expect(surveyedEnd).toBeGreaterThan(without.end);
      }),
      { seed: 1 },
    );
  });

  it("leave room for the sums of every partition and for what rounding took from them", () => {
    const shape = { rows: 9000, columns: 3, precision: "float32", weighted: true, quantized: false } as const;
    const { sums, weightSums, counts, sumsEnd } = runPlacesOf({ ...shape, partitionRows: 4096 }, 16, 5, false);
    expect(sumsEnd - sums).toBe(3 * 5 * 2 * 4 * 8);
    expect(sums - weightSums).toBe(3 * 5 * 2 * 8);
    expect(weightSums - counts).toBe(64);
  });
});
