import { describe, expect, it } from "vitest";
import { shopResult } from "../../testing/shop.ts";
import { clustersOf } from "./clusters.ts";

// Segments A, B and C of 5, 4 and 2 customers; the last row is left out.
const { segmentation } = shopResult();
const rows = Int32Array.from({ length: 11 }, (_, row) => row);

describe("the clusters that a film ends with", () => {
  it("have letter and color of the segments that they are, in whatever order", () => {
    const labels = Int32Array.of(2, 2, 2, 2, 2, 0, 0, 0, 0, 1, 1);
    expect(clustersOf(segmentation, rows, labels, 3)).toEqual([
      { slot: 1, letter: "B", segment: 1 },
      { slot: 2, letter: "C", segment: 2 },
      { slot: 0, letter: "A", segment: 0 },
    ]);
  });

  it("are others, with letters of their own, where they share too little with a segment", () => {
    const labels = Int32Array.of(0, 0, 0, 1, 1, 2, 2, 2, 2, 2, 2);
    expect(clustersOf(segmentation, rows, labels, 3)).toEqual([
      { slot: 0, letter: "A", segment: 0 },
      { slot: 4, letter: "D", segment: null },
      { slot: 1, letter: "B", segment: 1 },
    ]);
  });
});
