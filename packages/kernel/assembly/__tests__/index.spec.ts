import {
  checkAssign,
  checkDistancesToAll,
  checkDistancesToOne,
  checkDistanceSum,
  checkMoveRow,
  checkNearest,
  checkSeedCost,
} from "../../src/testing/checks";
import { checkChanged, checkExchange } from "../../src/testing/exchange-checks";
import { checkExtent, checkPlace, checkPlaceFloat64 } from "../../src/testing/load-checks";
import { checkAddSquares, checkBounded } from "../../src/testing/bounded-checks";
import { checkDoubt, checkQuantized } from "../../src/testing/quantized-checks";
import { firstMismatch } from "../../src/testing/table";
import { checkTree } from "../../src/testing/tree-checks";
import { SourceScene } from "./source-scene";

const DOUBLE = false;
const SINGLE = true;
const UNWEIGHTED = false;
const WEIGHTED = true;

describe("the float32 kernels, as compiled from the sources", () => {
  it("find the nearest centroid, the lowest index on a tie", () => {
    expect(firstMismatch(SourceScene.build, checkNearest, SINGLE, UNWEIGHTED)).toBe("");
  });

  it("assign rows and change the sums of those that moved", () => {
    expect(firstMismatch(SourceScene.build, checkAssign, SINGLE, UNWEIGHTED)).toBe("");
  });

  it("assign weighted rows and change the sums of those that moved", () => {
    expect(firstMismatch(SourceScene.build, checkAssign, SINGLE, WEIGHTED)).toBe("");
  });

  it("move a row from one cluster to another", () => {
    expect(firstMismatch(SourceScene.build, checkMoveRow, SINGLE, UNWEIGHTED)).toBe("");
  });

  it("move a weighted row from one cluster to another", () => {
    expect(firstMismatch(SourceScene.build, checkMoveRow, SINGLE, WEIGHTED)).toBe("");
  });

  it("give the squared distances to one centroid", () => {
    expect(firstMismatch(SourceScene.build, checkDistancesToOne, SINGLE, UNWEIGHTED)).toBe("");
  });

  it("give the squared distances to all centroids", () => {
    expect(firstMismatch(SourceScene.build, checkDistancesToAll, SINGLE, UNWEIGHTED)).toBe("");
  });

  it("tell what a seed would cost, and take it", () => {
    expect(firstMismatch(SourceScene.build, checkSeedCost, SINGLE, UNWEIGHTED)).toBe("");
  });

  it("tell what a seed would cost weighted rows, and take it", () => {
    expect(firstMismatch(SourceScene.build, checkSeedCost, SINGLE, WEIGHTED)).toBe("");
  });

  it("assign rows and pass over those that cannot have moved", () => {
    expect(firstMismatch(SourceScene.build, checkBounded, SINGLE, UNWEIGHTED)).toBe("");
  });

  it("assign rounded rows, and look in full at those in doubt", () => {
    expect(firstMismatch(SourceScene.build, checkQuantized, SINGLE, UNWEIGHTED)).toBe("");
  });

  it("count the rounded rows in doubt", () => {
    expect(firstMismatch(SourceScene.build, checkDoubt, SINGLE, UNWEIGHTED)).toBe("");
  });

  it("assign rows where only some centroids changed", () => {
    expect(firstMismatch(SourceScene.build, checkChanged, SINGLE, UNWEIGHTED)).toBe("");
  });

  it("assign weighted rows where only some centroids changed", () => {
    expect(firstMismatch(SourceScene.build, checkChanged, SINGLE, WEIGHTED)).toBe("");
  });

  it("weigh a row in the place of a centroid", () => {
    expect(firstMismatch(SourceScene.build, checkExchange, SINGLE, UNWEIGHTED)).toBe("");
  });

  it("weigh a row in the place of a centroid of weighted rows", () => {
    expect(firstMismatch(SourceScene.build, checkExchange, SINGLE, WEIGHTED)).toBe("");
  });

  it("add squares", () => {
    expect(firstMismatch(SourceScene.build, checkAddSquares, SINGLE, UNWEIGHTED)).toBe("");
  });

  it("assign rows on a tree, many at a time", () => {
    expect(firstMismatch(SourceScene.build, checkTree, SINGLE, UNWEIGHTED)).toBe("");
  });

  it("find the extent of each column, and what is not finite", () => {
    expect(firstMismatch(SourceScene.build, checkExtent, SINGLE, UNWEIGHTED)).toBe("");
  });

  it("put rows into blocks, shifted, scaled and summed", () => {
    expect(firstMismatch(SourceScene.build, checkPlace, SINGLE, UNWEIGHTED)).toBe("");
  });

  it("put weighted rows into blocks, shifted, scaled and summed", () => {
    expect(firstMismatch(SourceScene.build, checkPlace, SINGLE, WEIGHTED)).toBe("");
  });

  it("put rows of float64 into blocks, rounded once", () => {
    expect(firstMismatch(SourceScene.build, checkPlaceFloat64, SINGLE, UNWEIGHTED)).toBe("");
  });
});

describe("the float64 kernels, as compiled from the sources", () => {
  it("find the nearest centroid, the lowest index on a tie", () => {
    expect(firstMismatch(SourceScene.build, checkNearest, DOUBLE, UNWEIGHTED)).toBe("");
  });

  it("assign rows and change the sums of those that moved", () => {
    expect(firstMismatch(SourceScene.build, checkAssign, DOUBLE, UNWEIGHTED)).toBe("");
  });

  it("assign weighted rows and change the sums of those that moved", () => {
    expect(firstMismatch(SourceScene.build, checkAssign, DOUBLE, WEIGHTED)).toBe("");
  });

  it("move a row from one cluster to another", () => {
    expect(firstMismatch(SourceScene.build, checkMoveRow, DOUBLE, UNWEIGHTED)).toBe("");
  });

  it("move a weighted row from one cluster to another", () => {
    expect(firstMismatch(SourceScene.build, checkMoveRow, DOUBLE, WEIGHTED)).toBe("");
  });

  it("give the squared distances to one centroid", () => {
    expect(firstMismatch(SourceScene.build, checkDistancesToOne, DOUBLE, UNWEIGHTED)).toBe("");
  });

  it("give the squared distances to all centroids", () => {
    expect(firstMismatch(SourceScene.build, checkDistancesToAll, DOUBLE, UNWEIGHTED)).toBe("");
  });

  it("tell what a seed would cost, and take it", () => {
    expect(firstMismatch(SourceScene.build, checkSeedCost, DOUBLE, UNWEIGHTED)).toBe("");
  });

  it("tell what a seed would cost weighted rows, and take it", () => {
    expect(firstMismatch(SourceScene.build, checkSeedCost, DOUBLE, WEIGHTED)).toBe("");
  });

  it("sum the distances to a point", () => {
    expect(firstMismatch(SourceScene.build, checkDistanceSum, DOUBLE, UNWEIGHTED)).toBe("");
  });

  it("assign rows and pass over those that cannot have moved", () => {
    expect(firstMismatch(SourceScene.build, checkBounded, DOUBLE, UNWEIGHTED)).toBe("");
  });

  it("assign rounded rows, and look in full at those in doubt", () => {
    expect(firstMismatch(SourceScene.build, checkQuantized, DOUBLE, UNWEIGHTED)).toBe("");
  });

  it("count the rounded rows in doubt", () => {
    expect(firstMismatch(SourceScene.build, checkDoubt, DOUBLE, UNWEIGHTED)).toBe("");
  });

  it("assign rows where only some centroids changed", () => {
    expect(firstMismatch(SourceScene.build, checkChanged, DOUBLE, UNWEIGHTED)).toBe("");
  });

  it("assign weighted rows where only some centroids changed", () => {
    expect(firstMismatch(SourceScene.build, checkChanged, DOUBLE, WEIGHTED)).toBe("");
  });

  it("weigh a row in the place of a centroid", () => {
    expect(firstMismatch(SourceScene.build, checkExchange, DOUBLE, UNWEIGHTED)).toBe("");
  });

  it("weigh a row in the place of a centroid of weighted rows", () => {
    expect(firstMismatch(SourceScene.build, checkExchange, DOUBLE, WEIGHTED)).toBe("");
  });

  it("add squares", () => {
    expect(firstMismatch(SourceScene.build, checkAddSquares, DOUBLE, UNWEIGHTED)).toBe("");
  });

  it("assign rows on a tree, many at a time", () => {
    expect(firstMismatch(SourceScene.build, checkTree, DOUBLE, UNWEIGHTED)).toBe("");
  });

  it("find the extent of each column, and what is not finite", () => {
    expect(firstMismatch(SourceScene.build, checkExtent, DOUBLE, UNWEIGHTED)).toBe("");
  });

  it("put rows into blocks, shifted, scaled and summed", () => {
    expect(firstMismatch(SourceScene.build, checkPlace, DOUBLE, UNWEIGHTED)).toBe("");
  });

  it("put weighted rows into blocks, shifted, scaled and summed", () => {
    expect(firstMismatch(SourceScene.build, checkPlace, DOUBLE, WEIGHTED)).toBe("");
  });
});
