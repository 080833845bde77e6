// Compiles as TypeScript and as AssemblyScript.
import { Case } from "./cases.ts";
import { Totals } from "./reference.ts";

const STRIDE: i32 = 32;
const CHUNK_BLOCKS: i32 = 64;
/** Chunks that a step on rounded rows labels before it moves any of their rows. */
const SPAN_CHUNKS: i32 = 8;
const GUARD: i32 = 0x5afe;
/** Stands in the label lanes beyond the last row, where no step may write. */
const BEYOND: i32 = -9;
/** The label of a node whose rows have not all the same. */
const MIXED: i32 = -2;
/** A cluster that lost all its rows holds no more than this of them. */
const REMAINDER: number = 1e-25;

/**
 * A case laid out in memory as the kernels want it, and every kernel on it. Lanes beyond the last row hold NaN, so that
 * one that counts is seen, and a guard word follows each region, so that a write beyond it is.
 */
export abstract class Scene extends Case {
  readonly lanes: i32;
  readonly blocks: i32;
  readonly chunks: i32;
  // Addresses in bytes, multiples of 16.
  readonly pointsAt: i32;
  readonly centroidsAt: i32;
  readonly labelsAt: i32;
  readonly distancesAt: i32;
  readonly closestAt: i32;
  readonly sumsAt: i32;
  readonly countsAt: i32;
  readonly weightSumsAt: i32;
  readonly inertiaAt: i32;
  readonly weightsAt: i32;
  readonly scratchAt: i32;
  readonly rawAt: i32;
  readonly originAt: i32;
  readonly momentsAt: i32;
  readonly lowAt: i32;
  readonly highAt: i32;
  readonly chunkSlackAt: i32;
  readonly reachAt: i32;
  readonly lookedAt: i32;
  readonly squaresAt: i32;
  readonly quantizedFrameAt: i32;
  readonly quantizedAt: i32;
  readonly extentsAt: i32;
  readonly roundedAt: i32;
  readonly ruleAt: i32;
  readonly doubtedAt: i32;
  readonly spanScratchAt: i32;
  readonly secondsAt: i32;
  readonly costsAt: i32;
  readonly gainsAt: i32;
  readonly candidatesAt: i32;
  readonly runLabelsAt: i32;
  readonly changedAt: i32;
  readonly indicesAt: i32;
  readonly flagsAt: i32;
  readonly leavesAt: i32;
  readonly middlesAt: i32;
  readonly topsAt: i32;
  readonly treeScratchAt: i32;
  private readonly guards: i32[] = [];
  private end: i32;

  /** `base` is where the memory of the test begins: a multiple of 16 above 0, with a megabyte and a half free from there. */
  constructor(base: i32, rows: i32, columns: i32, k: i32, single: boolean, grid: boolean, weighted: boolean) {
    super(rows, columns, k, single, grid, weighted);
    const bytes = single ? 4 : 8;
    const lanes = STRIDE / bytes;
    const padded = (rows + lanes - 1) & ~(lanes - 1);
    this.end = base;
    this.lanes = lanes;
    this.blocks = padded / lanes;
    this.chunks = (this.blocks + CHUNK_BLOCKS - 1) >> 6;
    this.pointsAt = this.take(padded * columns * bytes);
    this.centroidsAt = this.take(k * columns * bytes);
    this.labelsAt = this.take(padded * 4);
    this.distancesAt = this.take(k * padded * bytes);
    this.closestAt = this.take(padded * bytes);
    this.sumsAt = this.take(k * ((columns + 1) & ~1) * 16);
    this.countsAt = this.take(k * 4);
    this.weightSumsAt = this.take(k * 16);
    this.inertiaAt = this.take(8);
    this.weightsAt = this.take(rows * 8);
    this.scratchAt = this.take(CHUNK_BLOCKS * lanes * (17 * 4 + 2 * bytes) + CHUNK_BLOCKS * columns * STRIDE);
    this.chunkSlackAt = this.take(this.chunks * bytes);
    this.reachAt = this.take((1 + k) * bytes);
    this.lookedAt = this.take(4);
    this.squaresAt = this.take(16);
    const pairBytes = ((columns + 1) >> 1) * STRIDE;
    this.quantizedFrameAt = this.take(columns * 16);
    this.quantizedAt = this.take(((rows + 7) >> 3) * pairBytes);
    this.extentsAt = this.take(this.chunks * 16);
    this.roundedAt = this.take(((k + 3) & ~3) * (4 + (pairBytes >> 3)));
    this.ruleAt = this.take(6 * 8);
    this.doubtedAt = this.take(4);
    this.spanScratchAt = this.take(
      CHUNK_BLOCKS * lanes * ((2 * SPAN_CHUNKS + 1) * 4 + bytes) + CHUNK_BLOCKS * columns * STRIDE,
    );
    this.secondsAt = this.take(padded * bytes);
    this.costsAt = this.take((1 + k) * 8);
    this.gainsAt = this.take(k * (1 + k) * 8);
    this.candidatesAt = this.take(k * columns * bytes);
    this.runLabelsAt = this.take(padded * 4);
    this.changedAt = this.take(k * columns * bytes);
    this.indicesAt = this.take(k * 4);
    this.flagsAt = this.take(k * 4);
    this.leavesAt = this.take(((rows + 63) >> 6) * this.nodeBytes());
    this.middlesAt = this.take(((rows + 511) >> 9) * this.nodeBytes());
    this.topsAt = this.take(((rows + 4095) >> 12) * this.nodeBytes());
    this.treeScratchAt = this.take(128 + 256 + 4 * ((k + 7) & ~3) * ((columns + 1) * bytes + 4));
    this.rawAt = this.take(rows * columns * 8);
    this.originAt = this.take(((columns + 1) & ~1) * 8);
    this.momentsAt = this.take(columns * lanes * 16);
    this.lowAt = this.take(columns * 16);
    this.highAt = this.take(columns * 16);
  }

  abstract integer(at: i32): i32;
  abstract setInteger(at: i32, value: i32): void;
  /** A float32 where `single`, else a float64. */
  abstract float(at: i32, single: boolean): number;
  abstract setFloat(at: i32, value: number, single: boolean): void;

  /** Into the labels and the first row of the distances. */
  abstract nearest(): void;
  /** A step with or without weights, as the case has them. */
  abstract assign(): i32;
  /** A step that passes over rows, with `closest` for their slack. */
  abstract assignBounded(): i32;
  /** Writes how rows are rounded; whether any can be told from another. */
  abstract beginQuantized(): boolean;
  /** Rounds all rows. */
  abstract quantize(): void;
  /** Writes centroids rounded, and the rule for rows in doubt. The number of tags, or -1 where nothing is told by them. */
  abstract placeRounded(centroids: Float64Array): i32;
  /** A step on rounded rows. */
  abstract assignQuantized(tags: i32): i32;
  /** Puts rows, which lie one after the other, into blocks, and makes the nodes over them. */
  abstract treePlace(): void;
  /** Tells nodes the labels of their rows. */
  abstract treeTellLabels(): void;
  /** A step on the tree. */
  abstract treeAssign(): i32;
  /** Into `squares`. */
  abstract addSquares(): void;
  abstract moveRow(row: i32, to: i32): void;
  abstract distancesToOne(centroid: i32): void;
  abstract distancesToAll(): void;
  abstract seedCost(centroid: i32, take: boolean): number;
  abstract distanceSum(centroid: i32): number;
  /** With `closest` for the distances; the first `count` centroids of the changed ones are told of. */
  abstract assignChanged(count: i32): i32;
  /** Into the run's labels, the first row of the distances, the seconds and the costs; the labels are assigned. */
  abstract survey(): void;
  /** With the next centroids as candidates, into the gains. */
  abstract exchange(): void;
  /** Widens the extent by raw rows of the case's precision; whether they are finite. */
  abstract extent(first: i32, rows: i32): boolean;
  /** Puts raw rows, float32 where `single`, into blocks; `first` begins one. */
  abstract place(first: i32, rows: i32, scale: number, single: boolean): void;

  /** Writes points, the first centroids and weights; no row has a label, nothing is summed. */
  clear(): void {
    for (let at = this.sumsAt; at < this.weightsAt; at += 4) this.setInteger(at, 0);
    this.setInteger(this.lookedAt, 0);
    this.setInteger(this.doubtedAt, 0);
    for (let at = this.costsAt; at < this.candidatesAt; at += 4) this.setInteger(at, 0);
    for (let c = 0; c < this.k; c++) this.setInteger(this.flagsAt + c * 4, 0);
    for (let i = 0; i < this.nextCentroids.length; i++) this.setElement(this.candidatesAt, i, this.nextCentroids[i]);
    for (let i = 0; i < this.guards.length; i++) this.setInteger(this.guards[i], GUARD);
    const padded = this.blocks * this.lanes;
    for (let row = 0; row < padded; row++) {
      const inside = row < this.rows;
      this.setInteger(this.labelsAt + row * 4, inside ? -1 : BEYOND);
      this.setElement(this.closestAt, row, Infinity);
      if (inside) this.setFloat(this.weightsAt + row * 8, this.weights[row], false);
      for (let column = 0; column < this.columns; column++) {
        this.setElement(
          this.pointsAt,
          this.pointIndex(row, column),
          inside ? this.points[row * this.columns + column] : NaN,
        );
      }
    }
    this.placeCentroids(this.centroids);
  }

  placeCentroids(centroids: Float64Array): void {
    for (let i = 0; i < centroids.length; i++) this.setElement(this.centroidsAt, i, centroids[i]);
  }

  /** Where the points have a column of a row, counted in elements. */
  pointIndex(row: i32, column: i32): i32 {
    return (row - (row % this.lanes)) * this.columns + column * this.lanes + (row % this.lanes);
  }

  /** Writes the points as they come: row-major, float32 where `single`. */
  placeRaw(single: boolean): void {
    for (let i = 0; i < this.points.length; i++)
      this.setFloat(this.rawAt + i * (single ? 4 : 8), this.points[i], single);
  }

  /** Makes the first centroid the origin, with nothing summed. */
  placeOrigin(): void {
    for (let column = 0; column < this.columns; column++) {
      this.setFloat(this.originAt + column * 8, this.centroids[column], false);
    }
    for (let i = 0; i < 2 * this.columns * this.lanes; i++) this.setFloat(this.momentsAt + i * 8, 0, false);
  }

  /** Makes the extent that of no rows. */
  clearExtent(): void {
    for (let i = 0; i < this.columns * (this.lanes / 2); i++) {
      this.setElement(this.lowAt, i, Infinity);
      this.setElement(this.highAt, i, -Infinity);
    }
  }

  /** The smallest value of a column, whichever lane has it. */
  low(column: i32): number {
    let low: number = Infinity;
    for (let i = column; i < this.columns * (this.lanes / 2); i += this.columns) {
      low = Math.min(low, this.element(this.lowAt, i));
    }
    return low;
  }

  /** The largest value of a column, whichever lane has it. */
  high(column: i32): number {
    let high: number = -Infinity;
    for (let i = column; i < this.columns * (this.lanes / 2); i += this.columns) {
      high = Math.max(high, this.element(this.highAt, i));
    }
    return high;
  }

  label(row: i32): i32 {
    return this.integer(this.labelsAt + row * 4);
  }

  /** The label of a row as the nodes over it have it: from the top, the first that is not mixed. */
  treeLabel(row: i32): i32 {
    const offset = this.nodeLabelOffset();
    let label = this.integer(this.topsAt + (row >> 12) * this.nodeBytes() + offset);
    if (label === MIXED) label = this.integer(this.middlesAt + (row >> 9) * this.nodeBytes() + offset);
    if (label === MIXED) label = this.integer(this.leavesAt + (row >> 6) * this.nodeBytes() + offset);
    return label === MIXED ? this.label(row) : label;
  }

  /** No node knows until when its rows keep their labels. */
  forgetUntil(): void {
    const width = this.nodeBytes();
    const until = this.nodeLabelOffset() + (this.single ? 4 : 8);
    for (let row = 0; row < this.rows; row += 64) {
      this.setFloat(this.leavesAt + (row >> 6) * width + until, -Infinity, this.single);
      this.setFloat(this.middlesAt + (row >> 9) * width + until, -Infinity, this.single);
      this.setFloat(this.topsAt + (row >> 12) * width + until, -Infinity, this.single);
    }
  }

  /** The `index`-th element of an array of the case's precision. */
  element(at: i32, index: i32): number {
    return this.float(at + index * (this.single ? 4 : 8), this.single);
  }

  setElement(at: i32, index: i32, value: number): void {
    this.setFloat(at + index * (this.single ? 4 : 8), value, this.single);
  }

  /** Rows that bounded steps have looked at. */
  looked(): i32 {
    return this.integer(this.lookedAt);
  }

  /** Rows that steps on rounded rows had to look at in full. */
  doubted(): i32 {
    return this.integer(this.doubtedAt);
  }

  /** Writes the mean and the factor of a column. */
  placeFrame(column: i32, mean: number, factor: number): void {
    this.setFloat(this.quantizedFrameAt + column * 16, mean, false);
    this.setFloat(this.quantizedFrameAt + column * 16 + 8, factor, false);
  }

  placeWords(words: Int32Array, rule: Float64Array): void {
    for (let i = 0; i < words.length; i++) this.setInteger(this.roundedAt + i * 4, words[i]);
    for (let i = 0; i < rule.length; i++) this.setFloat(this.ruleAt + i * 8, rule[i], false);
  }

  inertia(): number {
    return this.float(this.inertiaAt, false);
  }

  centroidAt(centroid: i32): i32 {
    return this.centroidsAt + centroid * this.columns * (this.single ? 4 : 8);
  }

  near(got: number, want: number): boolean {
    return Math.abs(got - want) <= this.tolerance * (1 + Math.abs(want));
  }

  /** A failing test's message. */
  mismatch(what: string, got: number, want: number): string {
    return `${what}: expected ${want}, got ${got} (${this.describe()})`;
  }

  /** Empty where counts, weight sums and sums are those of the labels taken in full, else the first that is not. */
  totalsMismatch(): string {
    const labels = new Int32Array(this.rows);
    for (let row = 0; row < this.rows; row++) labels[row] = this.label(row);
    const totals = new Totals(this.points, this.weights, labels, this.k, this.columns);
    const width = (this.columns + 1) & ~1;
    for (let c = 0; c < this.k; c++) {
      const count = this.integer(this.countsAt + c * 4);
      if (count !== totals.counts[c]) return this.mismatch(`count ${c}`, count, totals.counts[c]);
      const weight = this.pair(this.weightSumsAt + c * 16, 8);
      const wantWeight = this.weighted ? totals.weightSums[c] : 0;
      if (!this.near(weight, wantWeight)) return this.mismatch(`weight sum ${c}`, weight, wantWeight);
      for (let column = 0; column < width; column++) {
        const sum = this.pair(this.sumsAt + (c * 2 * width + column) * 8, width * 8);
        const want = column < this.columns ? totals.sums[c * this.columns + column] : 0;
        if (!this.near(sum, want)) return this.mismatch(`sum ${c}, ${column}`, sum, want);
        if (count === 0 && Math.abs(sum) > REMAINDER) return this.mismatch(`emptied sum ${c}, ${column}`, sum, 0);
      }
    }
    return "";
  }

  /** Empty where no kernel wrote beyond its regions. */
  boundsMismatch(): string {
    for (let i = 0; i < this.guards.length; i++) {
      const guard = this.integer(this.guards[i]);
      if (guard !== GUARD) return this.mismatch(`guard of region ${i}`, guard, GUARD);
    }
    return "";
  }

  /** Empty where label lanes beyond the last row are as they were. */
  tailMismatch(): string {
    for (let row = this.rows; row < this.blocks * this.lanes; row++) {
      if (this.label(row) !== BEYOND)
        return this.mismatch(`label beyond the last row, ${row}`, this.label(row), BEYOND);
    }
    return this.boundsMismatch();
  }

  private pair(high: i32, toLow: i32): number {
    return this.float(high, false) + this.float(high + toLow, false);
  }

  private nodeLabelOffset(): i32 {
    return ((this.columns + 1) & ~1) * 16 + 2 * this.columns * (this.single ? 4 : 8);
  }

  private nodeBytes(): i32 {
    return (this.nodeLabelOffset() + 2 * (this.single ? 4 : 8) + 15) & ~15;
  }

  private take(bytes: i32): i32 {
    const at = this.end;
    this.guards.push(at + bytes);
    this.end = (at + bytes + 4 + 15) & ~15;
    return at;
  }
}
