import { elementBytes, lanesOf, type Precision, Regions, STRIDE } from "./layout.ts";
import type { TreeExports } from "./module.ts";
import { binsOf, type Curve, curveOf, HIGHER_DIGITS, LOWER_DIGITS, treeOrderOf } from "./tree-order.ts";

/** Most columns of a tree. */
export const MOST_TREE_COLUMNS = 4;

/** Rows of a node of each level, leaves first. Ranges of a tree's rows begin at multiples of the last. */
const NODE_ROWS = [64, 512, 4096];

/** Rows of the largest nodes. */
export const TREE_ROWS = 4096;

/** Most rows with the same higher digit that are sorted together. */
const MOST_SORTED_TOGETHER = 65_536;

/** No row of a node has a label, and its rows have different ones: as in the kernel. */
const NO_LABEL = -1;
const MIXED = -2;

/**
 * What can be done to a range of a tree's rows (see `Operation`). In the order of their use:
 *
 * - `treeKeys`: the key of each row, and how many have each higher digit
 * - `treeScatter`: puts rows where that digit says; of whole partitions only
 * - `treeSort`: sorts them by the lower digit; the longer the range the better
 * - `treePlace`: puts them into blocks, and makes the nodes over them
 * - `treeAssign`: a step; how many labels changed
 * - `treeTakeLabels`, then `treeTellLabels`: brings labels into the tree's order
 * - `treeGiveLabels`, then `treePutLabels`: brings them back
 */
export type TreeOperation = (typeof TREE_OPERATIONS)[number];

export const TREE_OPERATIONS = [
  "treeKeys",
  "treeScatter",
  "treeSort",
  "treePlace",
  "treeAssign",
  "treeTakeLabels",
  "treeTellLabels",
  "treeGiveLabels",
  "treePutLabels",
] as const;

/** Addresses that a tree shares with other ways to compute a step. */
export interface SharedPlaces {
  readonly points: number;
  readonly labels: number;
  /** i32 of each row, which labels pass through. */
  readonly passage: number;
}

/** What a step needs beside the tree. */
export interface StepPlaces {
  readonly centroids: number;
  readonly k: number;
  /** Of the partition that the range lies in, as what follows. */
  readonly sums: number;
  readonly counts: number;
  /** `treeScratchBytesOf` the shape, and of k or more. */
  readonly scratch: number;
}

export interface TreeShape {
  readonly rows: number;
  readonly columns: number;
  readonly precision: Precision;
  readonly partitionRows: number;
  readonly threads?: number;
}

/** Where a tree lies. */
export interface TreePlaces {
  /** Points in the tree's order. */
  readonly points: number;
  readonly order: number;
  /** Lower digits, u16 of each row; then all nodes. */
  readonly digits: number;
  /** Nodes of each level. */
  readonly nodes: readonly number[];
  readonly frame: number;
  readonly spread: number;
  readonly walk: number;
  /** Of each partition, a number for each higher digit. */
  readonly counts: number;
  /** Where keys are. */
  readonly keys: number;
  /** Of each partition, the centroids that the rows of leaves were held against. */
  readonly looked: number;
  /** What the clock of a step says. */
  readonly clock: number;
  /** Of each thread, room for sorting. */
  readonly sorting: readonly number[];
}

export function treePlacesOf(shape: TreeShape, regions: Regions): TreePlaces {
  const { rows, columns, precision } = shape;
  const blocks = Math.ceil(rows / lanesOf(precision));
  const partitions = Math.ceil(rows / shape.partitionRows);
  const points = regions.take(blocks * columns * STRIDE);
  const order = regions.take(rows * 4);
  const nodes = new Regions(regions.end);
  const nodesAt = NODE_ROWS.map((each) => nodes.take(Math.ceil(rows / each) * nodeBytesOf(shape)));
  const digits = regions.take(Math.max(rows * 2, nodes.end - regions.end));
  return {
    points,
    order,
    digits,
    nodes: nodesAt,
    frame: regions.take(columns * 2 * elementBytes(precision)),
    spread: regions.take(columns * binsOf(columns) * 4),
    walk: regions.take(curveOf(columns).walk.length * 4),
    counts: regions.take(partitions * HIGHER_DIGITS * 4),
    keys: regions.take(4),
    looked: regions.take(partitions * 4),
    clock: regions.take(elementBytes(precision)),
    sorting: Array.from({ length: shape.threads ?? 1 }, () => regions.take(sortingBytesOf(shape))),
  };
}

/** Bytes that steps of up to `k` centroids need in each partition. */
export function treeScratchBytesOf({ columns, precision }: TreeShape, k: number): number {
  const capacity = (k + 7) & ~3;
  const listBytes = capacity * ((columns + 1) * elementBytes(precision) + 4);
  // What a step keeps at hand, the next labels of a leaf, and a list for each level and one for all.
  return 128 + NODE_ROWS[0] * 4 + (NODE_ROWS.length + 1) * listBytes;
}

/** Rows and their order as they are sorted, and how many have each lower digit. */
function sortingBytesOf(shape: TreeShape): number {
  const { columns, precision } = shape;
  return LOWER_DIGITS * 4 + sortedTogether(shape) * (4 + columns * elementBytes(precision));
}

function sortedTogether({ partitionRows }: TreeShape): number {
  return Math.min(MOST_SORTED_TOGETHER, partitionRows);
}

function labelOffsetOf({ columns, precision }: TreeShape): number {
  return ((columns + 1) & ~1) * 16 + 2 * columns * elementBytes(precision);
}

function nodeBytesOf(shape: TreeShape): number {
  return Math.ceil((labelOffsetOf(shape) + 2 * elementBytes(shape.precision)) / 16) * 16;
}

/**
 * A filtering tree over the points of a workspace, in an order of its own: see `assembly/tree.ts` and its neighbors. All
 * state is in the memory.
 */
export class Tree {
  readonly #shape: TreeShape;
  readonly #kernel: TreeExports;
  readonly #shared: SharedPlaces;
  readonly #places: TreePlaces;
  readonly #memory: WebAssembly.Memory;
  readonly #curve: Curve;
  readonly #sorting: number;
  readonly #partitions: number;
  readonly #elementBytes: number;
  readonly #nodeBytes: number;
  readonly #labelOffset: number;

  /** @param index which of the threads this one is */
  constructor(
    shape: TreeShape,
    places: TreePlaces,
    shared: SharedPlaces,
    kernel: TreeExports,
    memory: WebAssembly.Memory,
    index: number,
  ) {
    this.#shape = shape;
    this.#sorting = places.sorting[index];
    this.#kernel = kernel;
    this.#shared = shared;
    this.#places = places;
    this.#memory = memory;
    this.#curve = curveOf(shape.columns);
    this.#partitions = Math.ceil(shape.rows / shape.partitionRows);
    this.#elementBytes = elementBytes(shape.precision);
    this.#nodeBytes = nodeBytesOf(shape);
    this.#labelOffset = labelOffsetOf(shape);
  }

  /**
   * Readies the order.
   *
   * @param sample      some rows as they were written, `rows x columns`
   * @param keepsLabels whether labels must be left alone; else keys lie there for a while
   */
  beginOrder(sample: Float64Array, keepsLabels: boolean): void {
    const { columns } = this.#shape;
    const { frame, spread } = treeOrderOf(sample, columns);
    const { buffer } = this.#memory;
    const elements = this.#elements();
    elements.set(frame, this.#places.frame / this.#elementBytes);
    const integers = new Int32Array(buffer);
    integers.set(spread, this.#places.spread / 4);
    integers.set(this.#curve.walk, this.#places.walk / 4);
    integers[this.#places.keys / 4] = keepsLabels ? this.#shared.passage : this.#shared.labels;
    this.#integers(this.#places.counts, this.#partitions * HIGHER_DIGITS).fill(0);
    this.#integers(this.#places.looked, this.#partitions).fill(0);
  }

  /** Turns how many rows of each partition have a digit into where the first of them goes. */
  endCounts(): void {
    const counts = this.#integers(this.#places.counts, this.#partitions * HIGHER_DIGITS);
    let sum = 0;
    for (let digit = 0; digit < HIGHER_DIGITS; digit++) {
      for (let at = digit; at < counts.length; at += HIGHER_DIGITS) {
        const count = counts[at];
        counts[at] = sum;
        sum += count;
      }
    }
  }

  /** Starts a run: no row has a label, and no clock runs. */
  begin(): void {
    this.writeClock(Number.POSITIVE_INFINITY);
    const tops = Math.ceil(this.#shape.rows / TREE_ROWS);
    const integers = new Int32Array(this.#memory.buffer);
    const [, , first] = this.#places.nodes;
    for (let top = 0; top < tops; top++) integers[(first + top * this.#nodeBytes + this.#labelOffset) / 4] = NO_LABEL;
  }

  /** Forgets until when nodes keep their labels: the clock begins at 0. */
  beginClock(): void {
    const elements = this.#elements();
    NODE_ROWS.forEach((each, level) => {
      const until = (this.#places.nodes[level] + this.#labelOffset) / this.#elementBytes + 1;
      const nodes = Math.ceil(this.#shape.rows / each);
      const width = this.#nodeBytes / this.#elementBytes;
      for (let node = 0; node < nodes; node++) elements[until + node * width] = Number.NEGATIVE_INFINITY;
    });
    this.writeClock(0);
  }

  /**
   * Says how much smaller the gap between any row's distances to two centroids can have become since the clock began, in
   * the kernel's precision and rounded up; infinite where no clock runs.
   */
  writeClock(clock: number): void {
    this.#elements()[this.#places.clock / this.#elementBytes] = clock;
  }

  perform(operation: TreeOperation, first: number, rows: number, step: StepPlaces): number {
    const { columns } = this.#shape;
    const kernel = this.#kernel;
    const { points, labels, passage } = this.#shared;
    const partition = Math.floor(first / this.#shape.partitionRows);
    const { bits, steps, lower } = this.#curve;
    const rowBytes = columns * this.#elementBytes;
    const ordered = this.#places.points + first * rowBytes;
    const counts = this.#places.counts + partition * HIGHER_DIGITS * 4;
    const order = this.#places.order + first * 4;
    const [leaves, middles, tops] = NODE_ROWS.map((each, level) => {
      return this.#places.nodes[level] + (first / each) * this.#nodeBytes;
    });
    switch (operation) {
      case "treeKeys": {
        const keys = this.#keysAt(first);
        kernel.keys(
          points + first * rowBytes,
          rows,
          columns,
          this.#places.frame,
          this.#places.spread,
          binsOf(columns),
          this.#places.walk,
          bits,
          steps,
          keys,
        );
        kernel.count(keys, rows, lower, counts);
        return 0;
      }
      case "treeScatter":
        kernel.scatter(
          points + first * rowBytes,
          this.#keysAt(first),
          first,
          rows,
          columns,
          lower,
          counts,
          this.#places.points,
          this.#places.order,
          this.#places.digits,
        );
        return 0;
      case "treeSort":
        kernel.sort(
          this.#places.points,
          this.#places.order,
          this.#places.digits,
          first,
          rows,
          columns,
          lower,
          // The last partition's rows of a digit are the last of all.
          this.#places.counts + (this.#partitions - 1) * HIGHER_DIGITS * 4,
          this.#sorting,
          sortedTogether(this.#shape),
        );
        return 0;
      case "treePlace":
        kernel.place(ordered, rows, columns, leaves, middles, tops, this.#sorting);
        return 0;
      case "treeAssign":
        return kernel.assign(
          ordered,
          rows,
          columns,
          step.centroids,
          step.k,
          labels + first * 4,
          leaves,
          middles,
          tops,
          step.sums,
          step.counts,
          this.#places.looked + partition * 4,
          this.#places.clock,
          step.scratch,
        );
      case "treeTakeLabels":
        kernel.takeLabels(labels, order, rows, passage + first * 4);
        return 0;
      case "treeTellLabels":
        this.#pass(passage, labels, first, rows);
        kernel.tellLabels(labels + first * 4, rows, columns, leaves, middles, tops);
        return 0;
      case "treeGiveLabels":
        kernel.giveLabels(labels + first * 4, leaves, middles, tops, order, rows, columns, passage);
        return 0;
      case "treePutLabels":
        this.#pass(passage, labels, first, rows);
        return 0;
    }
  }

  /** Copies the labels of a range of rows in the order of the tree, a multiple of TREE_ROWS on, to where these rows came. */
  readLabels(first: number, rows: number, into: Int32Array): void {
    const integers = new Int32Array(this.#memory.buffer);
    const order = this.#places.order / 4;
    const labels = this.#shared.labels / 4;
    for (let leaf = first; leaf < first + rows; leaf += NODE_ROWS[0]) {
      const label = this.#labelOfLeaf(integers, leaf);
      const end = Math.min(leaf + NODE_ROWS[0], first + rows);
      for (let row = leaf; row < end; row++) {
        into[integers[order + row]] = label === MIXED ? integers[labels + row] : label;
      }
    }
  }

  /** How many distances of rows steps have looked at since the last call. */
  takeLooked(): number {
    const counts = this.#integers(this.#places.looked, this.#partitions);
    const sum = counts.reduce((total, each) => total + each, 0);
    counts.fill(0);
    return sum * NODE_ROWS[0];
  }

  /** Of the nodes over a row, the highest that is not mixed says what the label is. */
  #labelOfLeaf(integers: Int32Array, row: number): number {
    let label = MIXED;
    for (let level = NODE_ROWS.length - 1; level >= 0 && label === MIXED; level--) {
      const node = Math.floor(row / NODE_ROWS[level]);
      label = integers[(this.#places.nodes[level] + node * this.#nodeBytes + this.#labelOffset) / 4];
    }
    return label;
  }

  #pass(from: number, to: number, first: number, rows: number): void {
    const integers = new Int32Array(this.#memory.buffer);
    integers.copyWithin(to / 4 + first, from / 4 + first, from / 4 + first + rows);
  }

  #keysAt(first: number): number {
    return this.#integers(this.#places.keys, 1)[0] + first * 4;
  }

  #elements(): Float32Array | Float64Array {
    const { buffer } = this.#memory;
    return this.#shape.precision === "float32" ? new Float32Array(buffer) : new Float64Array(buffer);
  }

  #integers(at: number, length: number): Int32Array {
    return new Int32Array(this.#memory.buffer, at, length);
  }
}
