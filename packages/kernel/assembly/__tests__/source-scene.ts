import { FACTOR, MEAN, Rounding } from "../../src/testing/rounding";
import { Scene } from "../../src/testing/scene";
import * as kernel from "../index";

const BASE = memory.data(3 << 19, 16);

/** The kernels as compiled from the sources, over the memory of the test. */
export class SourceScene extends Scene {
  static build(rows: i32, columns: i32, k: i32, single: bool, grid: bool, weighted: bool): Scene {
    return new SourceScene(<i32>BASE, rows, columns, k, single, grid, weighted);
  }

  integer(at: i32): i32 {
    return load<i32>(<usize>at);
  }

  setInteger(at: i32, value: i32): void {
    store<i32>(<usize>at, value);
  }

  float(at: i32, single: bool): f64 {
    return single ? <f64>load<f32>(<usize>at) : load<f64>(<usize>at);
  }

  setFloat(at: i32, value: f64, single: bool): void {
    if (single) store<f32>(<usize>at, <f32>value);
    else store<f64>(<usize>at, value);
  }

  nearest(): void {
    if (this.single) {
      kernel.nearestF32(
        this.pointsAt, this.blocks, this.columns, this.centroidsAt, this.k, this.labelsAt, this.distancesAt,
      );
    } else {
      kernel.nearestF64(
        this.pointsAt, this.blocks, this.columns, this.centroidsAt, this.k, this.labelsAt, this.distancesAt,
      );
    }
  }

  assign(): i32 {
    if (this.single) {
      if (this.weighted) {
        return kernel.assignWeightedF32(
          this.pointsAt, this.blocks, this.rows, this.columns, this.centroidsAt, this.k, this.labelsAt, this.sumsAt,
          this.countsAt, this.weightSumsAt, this.weightsAt, this.inertiaAt, this.scratchAt,
        );
      }
      return kernel.assignF32(
        this.pointsAt, this.blocks, this.rows, this.columns, this.centroidsAt, this.k, this.labelsAt, this.sumsAt,
        this.countsAt, this.inertiaAt, this.scratchAt,
      );
    }
    if (this.weighted) {
      return kernel.assignWeightedF64(
        this.pointsAt, this.blocks, this.rows, this.columns, this.centroidsAt, this.k, this.labelsAt, this.sumsAt,
        this.countsAt, this.weightSumsAt, this.weightsAt, this.inertiaAt, this.scratchAt,
      );
    }
    return kernel.assignF64(
      this.pointsAt, this.blocks, this.rows, this.columns, this.centroidsAt, this.k, this.labelsAt, this.sumsAt,
      this.countsAt, this.inertiaAt, this.scratchAt,
    );
  }

  assignBounded(): i32 {
    if (this.single) {
      return kernel.assignBoundedF32(
        this.pointsAt, this.rows, this.columns, this.centroidsAt, this.k, this.labelsAt, this.closestAt,
        this.chunkSlackAt, this.reachAt, this.sumsAt, this.countsAt, this.lookedAt, 0, 0, 0, 0, 0, this.scratchAt,
      );
    }
    return kernel.assignBoundedF64(
      this.pointsAt, this.rows, this.columns, this.centroidsAt, this.k, this.labelsAt, this.closestAt,
      this.chunkSlackAt, this.reachAt, this.sumsAt, this.countsAt, this.lookedAt, 0, 0, 0, 0, 0, this.scratchAt,
    );
  }

  beginQuantized(): bool {
    for (let column = 0; column < this.columns; ++column) this.placeFrame(column, MEAN, FACTOR);
    return true;
  }

  quantize(): void {
    if (this.single) {
      kernel.quantizeF32(
        this.pointsAt, this.rows, this.columns, this.quantizedFrameAt, this.quantizedAt, this.extentsAt,
      );
    } else {
      kernel.quantizeF64(
        this.pointsAt, this.rows, this.columns, this.quantizedFrameAt, this.quantizedAt, this.extentsAt,
      );
    }
  }

  placeRounded(centroids: Float64Array): i32 {
    const rounding = new Rounding(centroids, this.k, this.columns, this.single);
    this.placeWords(rounding.words, rounding.rule);
    return rounding.tags;
  }

  assignQuantized(tags: i32): i32 {
    if (this.single) {
      return kernel.assignQuantizedF32(
        this.pointsAt, this.rows, this.columns, this.centroidsAt, this.k, this.labelsAt, this.sumsAt, this.countsAt,
        this.quantizedAt, this.extentsAt, this.roundedAt, tags, this.ruleAt, this.doubtedAt, this.spanScratchAt,
      );
    }
    return kernel.assignQuantizedF64(
      this.pointsAt, this.rows, this.columns, this.centroidsAt, this.k, this.labelsAt, this.sumsAt, this.countsAt,
      this.quantizedAt, this.extentsAt, this.roundedAt, tags, this.ruleAt, this.doubtedAt, this.spanScratchAt,
    );
  }

  treePlace(): void {
    const at = this.pointsAt;
    const scratchAt = this.treeScratchAt;
    if (this.single) {
      kernel.treePlaceF32(at, this.rows, this.columns, this.leavesAt, this.middlesAt, this.topsAt, scratchAt);
    } else {
      kernel.treePlaceF64(at, this.rows, this.columns, this.leavesAt, this.middlesAt, this.topsAt, scratchAt);
    }
  }

  treeTellLabels(): void {
    const at = this.labelsAt;
    if (this.single) kernel.treeTellLabelsF32(at, this.rows, this.columns, this.leavesAt, this.middlesAt, this.topsAt);
    else kernel.treeTellLabelsF64(at, this.rows, this.columns, this.leavesAt, this.middlesAt, this.topsAt);
  }

  treeAssign(): i32 {
    if (this.single) {
      return kernel.treeAssignF32(
        this.pointsAt, this.rows, this.columns, this.centroidsAt, this.k, this.labelsAt, this.leavesAt, this.middlesAt,
        this.topsAt, this.sumsAt, this.countsAt, this.lookedAt, this.reachAt,
        this.treeScratchAt,
      );
    }
    return kernel.treeAssignF64(
      this.pointsAt, this.rows, this.columns, this.centroidsAt, this.k, this.labelsAt, this.leavesAt, this.middlesAt,
      this.topsAt, this.sumsAt, this.countsAt, this.lookedAt, this.reachAt,
        this.treeScratchAt,
    );
  }

  addSquares(): void {
    if (this.single) kernel.addSquaresF32(this.pointsAt, this.rows, this.columns, this.squaresAt);
    else kernel.addSquaresF64(this.pointsAt, this.rows, this.columns, this.squaresAt);
  }

  moveRow(row: i32, to: i32): void {
    const weightsAt = this.weighted ? this.weightsAt : 0;
    if (this.single) {
      kernel.moveRowF32(
        this.pointsAt, row, this.columns, this.labelsAt, to, this.sumsAt, this.countsAt, this.weightSumsAt, weightsAt,
      );
    } else {
      kernel.moveRowF64(
        this.pointsAt, row, this.columns, this.labelsAt, to, this.sumsAt, this.countsAt, this.weightSumsAt, weightsAt,
      );
    }
  }

  distancesToOne(centroid: i32): void {
    const at = this.centroidAt(centroid);
    if (this.single) kernel.distancesToOneF32(this.pointsAt, this.blocks, this.columns, at, this.distancesAt);
    else kernel.distancesToOneF64(this.pointsAt, this.blocks, this.columns, at, this.distancesAt);
  }

  distancesToAll(): void {
    if (this.single) {
      kernel.distancesToAllF32(
        this.pointsAt, this.blocks, this.columns, this.centroidsAt, this.k, this.distancesAt,
      );
    } else {
      kernel.distancesToAllF64(
        this.pointsAt, this.blocks, this.columns, this.centroidsAt, this.k, this.distancesAt,
      );
    }
  }

  seedCost(centroid: i32, take: bool): f64 {
    const at = this.centroidAt(centroid);
    const weightsAt = this.weighted ? this.weightsAt : 0;
    if (this.single) {
      return kernel.seedCostF32(
        this.pointsAt, this.blocks, this.rows, this.columns, at, this.closestAt, take, weightsAt, this.scratchAt,
      );
    }
    return kernel.seedCostF64(
      this.pointsAt, this.blocks, this.rows, this.columns, at, this.closestAt, take, weightsAt, this.scratchAt,
    );
  }

  survey(): void {
    const weightsAt = this.weighted ? this.weightsAt : 0;
    if (this.single) {
      kernel.surveyF32(
        this.pointsAt, this.blocks, this.rows, this.columns, this.centroidsAt, this.k, this.runLabelsAt,
        this.distancesAt, this.secondsAt, this.labelsAt, this.sumsAt, this.countsAt, this.weightSumsAt, weightsAt,
        this.costsAt, this.scratchAt,
      );
    } else {
      kernel.surveyF64(
        this.pointsAt, this.blocks, this.rows, this.columns, this.centroidsAt, this.k, this.runLabelsAt,
        this.distancesAt, this.secondsAt, this.labelsAt, this.sumsAt, this.countsAt, this.weightSumsAt, weightsAt,
        this.costsAt, this.scratchAt,
      );
    }
  }

  assignChanged(count: i32): i32 {
    const weightsAt = this.weighted ? this.weightsAt : 0;
    if (this.single) {
      return kernel.assignChangedF32(
        this.pointsAt, this.blocks, this.rows, this.columns, this.centroidsAt, this.k, this.changedAt, this.indicesAt,
        count, this.flagsAt, this.labelsAt, this.closestAt, this.sumsAt, this.countsAt, this.weightSumsAt, weightsAt,
        this.inertiaAt, this.scratchAt,
      );
    }
    return kernel.assignChangedF64(
      this.pointsAt, this.blocks, this.rows, this.columns, this.centroidsAt, this.k, this.changedAt, this.indicesAt,
      count, this.flagsAt, this.labelsAt, this.closestAt, this.sumsAt, this.countsAt, this.weightSumsAt, weightsAt,
      this.inertiaAt, this.scratchAt,
    );
  }

  exchange(): void {
    const weightsAt = this.weighted ? this.weightsAt : 0;
    if (this.single) {
      kernel.exchangeF32(
        this.pointsAt, this.blocks, this.rows, this.columns, this.candidatesAt, this.k, this.k, this.runLabelsAt,
        this.distancesAt, this.secondsAt, weightsAt, this.gainsAt, this.scratchAt,
      );
    } else {
      kernel.exchangeF64(
        this.pointsAt, this.blocks, this.rows, this.columns, this.candidatesAt, this.k, this.k, this.runLabelsAt,
        this.distancesAt, this.secondsAt, weightsAt, this.gainsAt, this.scratchAt,
      );
    }
  }

  distanceSum(centroid: i32): f64 {
    const at = this.centroidAt(centroid);
    return kernel.distanceSumF64(this.pointsAt, this.blocks, this.rows, this.columns, at, this.scratchAt);
  }

  extent(first: i32, rows: i32): bool {
    const rawAt = this.rawAt + first * this.columns * (this.single ? 4 : 8);
    if (this.single) return kernel.extentF32(rawAt, rows, this.columns, this.lowAt, this.highAt);
    return kernel.extentF64(rawAt, rows, this.columns, this.lowAt, this.highAt);
  }

  place(first: i32, rows: i32, scale: f64, single: bool): void {
    const rawAt = this.rawAt + first * this.columns * (single ? 4 : 8);
    const pointsAt = this.pointsAt + first * this.columns * (this.single ? 4 : 8);
    const weightsAt = this.weighted ? this.weightsAt + first * 8 : 0;
    if (!this.single) {
      kernel.placeF64(rawAt, rows, this.columns, this.originAt, scale, weightsAt, pointsAt, this.momentsAt);
    } else if (single) {
      kernel.placeF32(rawAt, rows, this.columns, this.originAt, scale, weightsAt, pointsAt, this.momentsAt);
    } else {
      kernel.placeRoundedF32(rawAt, rows, this.columns, this.originAt, scale, weightsAt, pointsAt, this.momentsAt);
    }
  }
}
