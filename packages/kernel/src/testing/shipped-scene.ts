import {
  compileKernel,
  instantiateKernel,
  type KernelInstance,
  type PrecisionExports,
  type TreeExports,
} from "../module.ts";
import { type Quantization, quantizationOf, roundCentroids } from "../quantized.ts";
import { Scene } from "./scene.ts";
import type { SceneBuilder } from "./table.ts";

/** The kernels as shipped, over a memory of the test's own. */
export class ShippedScene extends Scene {
  readonly #view: DataView;
  readonly #instance: KernelInstance;
  readonly #kernel: PrecisionExports;
  #quantization: Quantization | null = null;

  constructor(view: DataView, instance: KernelInstance, base: number, ...shape: Parameters<SceneBuilder>) {
    super(base, ...shape);
    this.#view = view;
    this.#instance = instance;
    this.#kernel = this.single ? instance.float32 : instance.float64;
  }

  integer(at: number): number {
    return this.#view.getInt32(at, true);
  }

  setInteger(at: number, value: number): void {
    this.#view.setInt32(at, value, true);
  }

  float(at: number, single: boolean): number {
    return single ? this.#view.getFloat32(at, true) : this.#view.getFloat64(at, true);
  }

  setFloat(at: number, value: number, single: boolean): void {
    if (single) this.#view.setFloat32(at, value, true);
    else this.#view.setFloat64(at, value, true);
  }

  nearest(): void {
    const { pointsAt, blocks, columns, centroidsAt, k, labelsAt, distancesAt } = this;
    this.#kernel.nearest(pointsAt, blocks, columns, centroidsAt, k, labelsAt, distancesAt);
  }

  assign(): number {
    const { pointsAt, blocks, rows, columns, centroidsAt, k, labelsAt, sumsAt, countsAt, inertiaAt, scratchAt } = this;
    if (!this.weighted) {
      return this.#kernel.assign(
        pointsAt,
        blocks,
        rows,
        columns,
        centroidsAt,
        k,
        labelsAt,
        sumsAt,
        countsAt,
        inertiaAt,
        scratchAt,
      );
    }
    return this.#kernel.assignWeighted(
      pointsAt,
      blocks,
      rows,
      columns,
      centroidsAt,
      k,
      labelsAt,
      sumsAt,
      countsAt,
      this.weightSumsAt,
      this.weightsAt,
      inertiaAt,
      scratchAt,
    );
  }

  assignBounded(): number {
    return this.#kernel.assignBounded(
      this.pointsAt,
      this.rows,
      this.columns,
      this.centroidsAt,
      this.k,
      this.labelsAt,
      this.closestAt,
      this.chunkSlackAt,
      this.reachAt,
      this.sumsAt,
      this.countsAt,
      this.lookedAt,
      0,
      0,
      0,
      0,
      0,
      this.scratchAt,
    );
  }

  beginQuantized(): boolean {
    const columns = Array.from({ length: this.columns }, (_, j) =>
      this.points.filter((_x, at) => at % this.columns === j),
    );
    const low = Float64Array.from(columns, (column) => Math.min(...column));
    const high = Float64Array.from(columns, (column) => Math.max(...column));
    const means = Float64Array.from(columns, (column) => column.reduce((sum, x) => sum + x, 0) / this.rows);
    this.#quantization = quantizationOf(low, high, means);
    this.#quantization?.factors.forEach((factor, j) => {
      this.placeFrame(j, means[j], factor);
    });
    return this.#quantization !== null;
  }

  quantize(): void {
    this.#kernel.quantize(
      this.pointsAt,
      this.rows,
      this.columns,
      this.quantizedFrameAt,
      this.quantizedAt,
      this.extentsAt,
    );
  }

  placeRounded(centroids: Float64Array): number {
    const precision = this.single ? "float32" : "float64";
    const rounded = this.#quantization && roundCentroids(centroids, this.#quantization, precision);
    if (rounded === null) return -1;
    this.placeWords(rounded.words, rounded.rule);
    return rounded.tags;
  }

  assignQuantized(tags: number): number {
    return this.#kernel.assignQuantized(
      this.pointsAt,
      this.rows,
      this.columns,
      this.centroidsAt,
      this.k,
      this.labelsAt,
      this.sumsAt,
      this.countsAt,
      this.quantizedAt,
      this.extentsAt,
      this.roundedAt,
      tags,
      this.ruleAt,
      this.doubtedAt,
      this.spanScratchAt,
    );
  }

  treePlace(): void {
    this.#tree.place(
      this.pointsAt,
      this.rows,
      this.columns,
      this.leavesAt,
      this.middlesAt,
      this.topsAt,
      this.treeScratchAt,
    );
  }

  treeTellLabels(): void {
    this.#tree.tellLabels(this.labelsAt, this.rows, this.columns, this.leavesAt, this.middlesAt, this.topsAt);
  }

  treeAssign(): number {
    return this.#tree.assign(
      this.pointsAt,
      this.rows,
      this.columns,
      this.centroidsAt,
      this.k,
      this.labelsAt,
      this.leavesAt,
      this.middlesAt,
      this.topsAt,
      this.sumsAt,
      this.countsAt,
      this.lookedAt,
      this.reachAt,
      this.treeScratchAt,
    );
  }

  get #tree(): TreeExports {
    return this.#instance.trees[this.single ? "float32" : "float64"];
  }

  addSquares(): void {
    this.#kernel.addSquares(this.pointsAt, this.rows, this.columns, this.squaresAt);
  }

  moveRow(row: number, to: number): void {
    const { pointsAt, columns, labelsAt, sumsAt, countsAt, weightSumsAt } = this;
    this.#kernel.moveRow(pointsAt, row, columns, labelsAt, to, sumsAt, countsAt, weightSumsAt, this.#weightsOrNone());
  }

  distancesToOne(centroid: number): void {
    this.#kernel.distancesToOne(this.pointsAt, this.blocks, this.columns, this.centroidAt(centroid), this.distancesAt);
  }

  distancesToAll(): void {
    const { pointsAt, blocks, columns, centroidsAt, k, distancesAt } = this;
    this.#kernel.distancesToAll(pointsAt, blocks, columns, centroidsAt, k, distancesAt);
  }

  seedCost(centroid: number, take: boolean): number {
    return this.#kernel.seedCost(
      this.pointsAt,
      this.blocks,
      this.rows,
      this.columns,
      this.centroidAt(centroid),
      this.closestAt,
      take ? 1 : 0,
      this.#weightsOrNone(),
      this.scratchAt,
    );
  }

  survey(): void {
    this.#kernel.survey(
      this.pointsAt,
      this.blocks,
      this.rows,
      this.columns,
      this.centroidsAt,
      this.k,
      this.runLabelsAt,
      this.distancesAt,
      this.secondsAt,
      this.labelsAt,
      this.sumsAt,
      this.countsAt,
      this.weightSumsAt,
      this.#weightsOrNone(),
      this.costsAt,
      this.scratchAt,
    );
  }

  assignChanged(count: number): number {
    return this.#kernel.assignChanged(
      this.pointsAt,
      this.blocks,
      this.rows,
      this.columns,
      this.centroidsAt,
      this.k,
      this.changedAt,
      this.indicesAt,
      count,
      this.flagsAt,
      this.labelsAt,
      this.closestAt,
      this.sumsAt,
      this.countsAt,
      this.weightSumsAt,
      this.#weightsOrNone(),
      this.inertiaAt,
      this.scratchAt,
    );
  }

  exchange(): void {
    this.#kernel.exchange(
      this.pointsAt,
      this.blocks,
      this.rows,
      this.columns,
      this.candidatesAt,
      this.k,
      this.k,
      this.runLabelsAt,
      this.distancesAt,
      this.secondsAt,
      this.#weightsOrNone(),
      this.gainsAt,
      this.scratchAt,
    );
  }

  distanceSum(centroid: number): number {
    const { pointsAt, blocks, rows, columns, scratchAt } = this;
    return this.#instance.distanceSum(pointsAt, blocks, rows, columns, this.centroidAt(centroid), scratchAt);
  }

  extent(first: number, rows: number): boolean {
    const { columns, lowAt, highAt } = this;
    return this.#kernel.extent(this.#rawAt(first, this.single), rows, columns, lowAt, highAt) !== 0;
  }

  place(first: number, rows: number, scale: number, single: boolean): void {
    const { columns, originAt, momentsAt } = this;
    const place = single ? this.#kernel.place : this.#kernel.placeFloat64;
    const weightsAt = this.weighted ? this.weightsAt + first * 8 : 0;
    const pointsAt = this.pointsAt + first * columns * (this.single ? 4 : 8);
    place(this.#rawAt(first, single), rows, columns, originAt, scale, weightsAt, pointsAt, momentsAt);
  }

  #rawAt(first: number, single: boolean): number {
    return this.rawAt + first * this.columns * (single ? 4 : 8);
  }

  #weightsOrNone(): number {
    return this.weighted ? this.weightsAt : 0;
  }
}

/** Lays out cases over the shipped bytes, all at the same place in one memory. */
export async function shippedScenes(): Promise<SceneBuilder> {
  const memory = new WebAssembly.Memory({ initial: 32, maximum: 32 });
  const view = new DataView(memory.buffer);
  const instance = instantiateKernel(await compileKernel(), memory);
  return (...shape) => new ShippedScene(view, instance, 64, ...shape);
}
