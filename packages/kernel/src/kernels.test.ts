import { describe, expect, it } from "vitest";
import { checkAddSquares, checkBounded } from "./testing/bounded-checks.ts";
import {
  checkAssign,
  checkDistanceSum,
  checkDistancesToAll,
  checkDistancesToOne,
  checkMoveRow,
  checkNearest,
  checkSeedCost,
} from "./testing/checks.ts";
import { checkChanged, checkExchange } from "./testing/exchange-checks.ts";
import { checkExtent, checkPlace, checkPlaceFloat64 } from "./testing/load-checks.ts";
import { checkDoubt, checkQuantized } from "./testing/quantized-checks.ts";
import { shippedScenes } from "./testing/shipped-scene.ts";
import { firstMismatch } from "./testing/table.ts";
import { checkTree } from "./testing/tree-checks.ts";

const build = await shippedScenes();
const UNWEIGHTED = false;
const WEIGHTED = true;

describe.each([
  { precision: "float32", single: true },
  { precision: "float64", single: false },
])("the $precision kernels, as shipped", ({ single }) => {
  it("find the nearest centroid, the lowest index on a tie", () => {
    expect(firstMismatch(build, checkNearest, single, UNWEIGHTED)).toBe("");
  });

  it("assign rows and change the sums of those that moved", () => {
    expect(firstMismatch(build, checkAssign, single, UNWEIGHTED)).toBe("");
  });

  it("assign weighted rows and change the sums of those that moved", () => {
    expect(firstMismatch(build, checkAssign, single, WEIGHTED)).toBe("");
  });

  it("move a row from one cluster to another", () => {
    expect(firstMismatch(build, checkMoveRow, single, UNWEIGHTED)).toBe("");
  });

  it("move a weighted row from one cluster to another", () => {
    expect(firstMismatch(build, checkMoveRow, single, WEIGHTED)).toBe("");
  });

  it("give the squared distances to one centroid", () => {
    expect(firstMismatch(build, checkDistancesToOne, single, UNWEIGHTED)).toBe("");
  });

  it("give the squared distances to all centroids", () => {
    expect(firstMismatch(build, checkDistancesToAll, single, UNWEIGHTED)).toBe("");
  });

  it("tell what a seed would cost, and take it", () => {
    expect(firstMismatch(build, checkSeedCost, single, UNWEIGHTED)).toBe("");
  });

  it("tell what a seed would cost weighted rows, and take it", () => {
    expect(firstMismatch(build, checkSeedCost, single, WEIGHTED)).toBe("");
  });

  it("assign rows and pass over those that cannot have moved", () => {
    expect(firstMismatch(build, checkBounded, single, UNWEIGHTED)).toBe("");
  });

  it("assign rounded rows, and look in full at those in doubt", () => {
    expect(firstMismatch(build, checkQuantized, single, UNWEIGHTED)).toBe("");
  });

  it("assign rounded rows that need several spans", () => {
    const scene = build(single ? 8205 : 4109, 5, 7, single, false, UNWEIGHTED);
    scene.clear();
    expect(checkQuantized(scene)).toBe("");
    expect(scene.doubted()).toBeGreaterThan(0);
    expect(scene.doubted()).toBeLessThan(scene.rows / 10);
  });

  it("count the rounded rows in doubt", () => {
    expect(firstMismatch(build, checkDoubt, single, UNWEIGHTED)).toBe("");
  });

  it("assign rows where only some centroids changed", () => {
    expect(firstMismatch(build, checkChanged, single, UNWEIGHTED)).toBe("");
  });

  it("assign weighted rows where only some centroids changed", () => {
    expect(firstMismatch(build, checkChanged, single, WEIGHTED)).toBe("");
  });

  it("weigh a row in the place of a centroid", () => {
    expect(firstMismatch(build, checkExchange, single, UNWEIGHTED)).toBe("");
  });

  it("weigh a row in the place of a centroid of weighted rows", () => {
    expect(firstMismatch(build, checkExchange, single, WEIGHTED)).toBe("");
  });

  it("add squares", () => {
    expect(firstMismatch(build, checkAddSquares, single, UNWEIGHTED)).toBe("");
  });

  it("assign rows on a tree, many at a time", () => {
    expect(firstMismatch(build, checkTree, single, UNWEIGHTED)).toBe("");
  });

  it("find the extent of each column, and what is not finite", () => {
    expect(firstMismatch(build, checkExtent, single, UNWEIGHTED)).toBe("");
  });

  it("put rows into blocks, shifted, scaled and summed", () => {
    expect(firstMismatch(build, checkPlace, single, UNWEIGHTED)).toBe("");
  });

  it("put weighted rows into blocks, shifted, scaled and summed", () => {
    expect(firstMismatch(build, checkPlace, single, WEIGHTED)).toBe("");
  });

  it("put rows of float64 into blocks, rounded once", () => {
    expect(firstMismatch(build, checkPlaceFloat64, single, UNWEIGHTED)).toBe("");
  });
});

describe("the float64 kernels alone", () => {
  it("sum the distances to a point", () => {
    expect(firstMismatch(build, checkDistanceSum, false, UNWEIGHTED)).toBe("");
  });
});
