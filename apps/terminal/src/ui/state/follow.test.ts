import { describe, expect, it } from "vitest";
import { resultOf } from "../testing/made.ts";
import { DEFAULTS, shop } from "../testing/shop.ts";
import { followed, heirs } from "./follow.ts";

const of = (labels: readonly number[]) => {
  const names = [...new Set(labels)].filter((label) => label >= 0).map((label) => `segment ${label}`);
  return resultOf(shop, labels, names, DEFAULTS);
};
const THREE = of([0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, -1]);

describe("where the customers of a segment are in another result", () => {
  it("is told by their number, most of them first, and equal ones in the order of the segments", () => {
    const other = of([2, 2, 1, 1, 1, 0, 0, 1, 1, 2, -1, 0]);
    expect(heirs(THREE, other, 0)).toEqual([
      { segment: 1, customers: 3 },
      { segment: 2, customers: 2 },
    ]);
    expect(heirs(THREE, other, 1)).toEqual([
      { segment: 0, customers: 2 },
      { segment: 1, customers: 2 },
    ]);
    expect(heirs(THREE, other, 2)).toEqual([{ segment: 2, customers: 1 }]);
  });

  it("is nowhere where all are left out", () => {
    expect(heirs(THREE, of([0, 0, 0, 0, 0, 1, 1, 1, 1, -1, -1, 1]), 2)).toEqual([]);
  });

  it("decides which segment is selected then", () => {
    const turned = of([2, 2, 2, 2, 2, 0, 0, 0, 0, 1, 1, -1]);
    expect([0, 1, 2].map((segment) => followed(THREE, turned, segment))).toEqual([2, 0, 1]);
    expect(followed(THREE, of([0, 0, 0, 0, 0, 1, 1, 1, 1, -1, -1, 1]), 2)).toBe(1);
    expect(followed(null, turned, 2)).toBe(0);
  });
});
