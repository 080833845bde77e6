import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { membersOf } from "./members.ts";

describe("membersOf", () => {
  it("lists the rows of each segment in order, and none that is in no segment", () => {
    const { rows, starts } = membersOf(Int32Array.of(1, 0, -1, 1, 0), 3);
    expect([...rows]).toEqual([1, 4, 0, 3]);
    expect([...starts]).toEqual([0, 2, 4, 4]);
  });

  it("gives every row back to the segment it came from", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1, max: 4 })), (labels) => {
        const { rows, starts } = membersOf(Int32Array.from(labels), 5);
        expect(rows).toHaveLength(labels.filter((label) => label >= 0).length);
        for (let segment = 0; segment < 5; segment++) {
          const own = [...rows.subarray(starts[segment], starts[segment + 1])];
          expect(own).toEqual(labels.flatMap((label, row) => (label === segment ? [row] : [])));
        }
      }),
    );
  });
});
