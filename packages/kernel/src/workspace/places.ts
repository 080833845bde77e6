import {
  chunkRows,
  DISTANCE_BLOCKS,
  elementBytes,
  lanesOf,
  type Precision,
  Regions,
  SPAN_CHUNKS,
  STRIDE,
} from "../layout.ts";
import { type TreePlaces, treePlacesOf, treeScratchBytesOf } from "../tree.ts";

// Where everything of a data set lies in its memory, from address 16 on: 0 means "none" to the kernels. Each region begins
// at a multiple of 16. T is the precision of the points, `width` the columns rounded up to an even number.
//
//   of the rows           never moves
//     points              T[blocks][columns][lanes]
//     labels              i32[blocks * lanes]
//     weights             f64[blocks * lanes]                 where rows have weights
//     closest             T[blocks * lanes]                   squared distances to seeds or centroids; slack of bounded steps
//     chunkSlack          T[chunks]
//     scratch             for each thread
//     frame               f64[columns][2]                     these three where rows may be rounded to 16 bits:
//     quantized           i16[groups][pairs][8][2]            mean and factor of each column, the rows, and
//     extents             f64[chunks][2]                      how far they reach
//     tree                see TreePlaces                      where there may be one
//
//   of up to k centroids  placed anew, and empty, once there are more
//     centroids           T[k][columns]
//     distances           T[threads][k][DISTANCE_BLOCKS][lanes]
//   . inertia             f64[partitions]                     what has a dot is zero as a run starts
//   . looked              i32[partitions]
//   . reach               T[1 + k]
//   . counts              i32[partitions][k]
//   . weightSums          f64[partitions][k][2]               where rows have weights
//   . sums                f64[partitions][k][2][width]
//   . rounded             centroids for rounded rows          these three where rows may be rounded
//   . rule                f64[RULE_NUMBERS]
//   . doubted             i32[partitions]
//     treeScratch         for each partition                  where there may be a tree
//     survey              once one is wanted
//       labels            i32[blocks * lanes]
//       distances         T[blocks * lanes]                   to the nearest centroid, squared
//       seconds           T[blocks * lanes]                   to the second-nearest
//       costs             f64[partitions][1 + k]
//       candidates        T[MOST_CANDIDATES][columns]
//       gains             f64[partitions][MOST_CANDIDATES][1 + k]
//       sums              what has a dot, as the survey left it
//       changed           T[k][columns]                       centroids that are others than in the step before
//       indices, flags    i32[k] each                         which these are
//
//   what passes           raw values as they are loaded, or results of threads: nothing that lasts

/** What a workspace is made for; it does not change in its life. */
export interface WorkspaceShape {
  readonly rows: number;
  readonly columns: number;
  readonly precision: Precision;
  /** Whether rows have weights. */
  readonly weighted: boolean;
  /** Whether there is room for rows rounded to 16 bits. */
  readonly quantized: boolean;
  /** Whether there is room for a tree; partitions are then multiples of TREE_ROWS. */
  readonly tree?: boolean;
  /** Rows of each partition (the last may have fewer), a multiple of `chunkRows(precision)`. Each has its own sums. */
  readonly partitionRows: number;
  /** Threads that may work on it at a time, each with scratch of its own; 1 where it is not said. */
  readonly threads?: number;
}

/** Candidates that are weighed in one look at the rows. */
export const MOST_CANDIDATES = 16;

/** The rule of `RoundedCentroids`, its scale and its tags. */
export const RULE_NUMBERS = 7;

/** Places of what depends on the rows alone. */
export interface RowPlaces {
  readonly points: number;
  readonly labels: number;
  /** 0 where rows have none. */
  readonly weights: number;
  readonly closest: number;
  readonly chunkSlack: number;
  /** Of each thread. */
  readonly scratches: readonly number[];
  readonly frame: number;
  readonly quantized: number;
  readonly extents: number;
  /** Null where there is no room for one. */
  readonly tree: TreePlaces | null;
  readonly end: number;
}

/** Places of what depends on how many centroids there may be. */
export interface RunPlaces {
  /** Most centroids. */
  readonly capacity: number;
  readonly centroids: number;
  readonly distances: number;
  readonly inertia: number;
  readonly looked: number;
  readonly reach: number;
  readonly counts: number;
  readonly weightSums: number;
  readonly sums: number;
  readonly rounded: number;
  readonly rule: number;
  readonly doubted: number;
  /** Where what a run begins with at zero ends. It begins with inertia. */
  readonly sumsEnd: number;
  readonly treeScratch: number;
  /** Null until one is wanted. */
  readonly survey: SurveyPlaces | null;
  readonly end: number;
}

/** Places of a survey and of the gains of candidates (`assembly/exchange.ts`), and of steps after it (`assembly/changed.ts`). */
export interface SurveyPlaces {
  readonly labels: number;
  readonly distances: number;
  readonly seconds: number;
  readonly costs: number;
  readonly candidates: number;
  readonly gains: number;
  readonly sums: number;
  readonly changed: number;
  readonly indices: number;
  readonly flags: number;
}

export function rowPlacesOf(shape: WorkspaceShape): RowPlaces {
  const { rows, columns, precision, weighted, threads = 1 } = shape;
  const padded = paddedRowsOf(shape);
  const chunks = Math.ceil(rows / chunkRows(precision));
  const quantized = shape.quantized ? 1 : 0;
  const regions = new Regions(16);
  return {
    points: regions.take(padded * columns * elementBytes(precision)),
    labels: regions.take(padded * 4),
    weights: weighted ? regions.take(padded * 8) : 0,
    closest: regions.take(padded * elementBytes(precision)),
    chunkSlack: regions.take(chunks * elementBytes(precision)),
    scratches: Array.from({ length: threads }, () => regions.take(scratchBytesOf(shape))),
    frame: regions.take(quantized * columns * 16),
    quantized: regions.take(quantized * Math.ceil(rows / 8) * groupBytesOf(columns)),
    extents: regions.take(quantized * chunks * 16),
    tree: shape.tree ? treePlacesOf(shape, regions) : null,
    end: regions.end,
  };
}

/**
 * @param start    the end of what depends on the rows alone
 * @param capacity most centroids
 * @param surveys  whether there is to be room for them
 */
export function runPlacesOf(shape: WorkspaceShape, start: number, capacity: number, surveys: boolean): RunPlaces {
  const { columns, precision, weighted, threads = 1 } = shape;
  const k = capacity;
  const partitions = partitionsOf(shape);
  const quantized = shape.quantized ? 1 : 0;
  const regions = new Regions(start);
  const stepped = {
    capacity,
    centroids: regions.take(k * columns * elementBytes(precision)),
    distances: regions.take(threads * distancesBytesOf(k)),
    inertia: regions.take(partitions * 8),
    looked: regions.take(partitions * 4),
    reach: regions.take((1 + k) * elementBytes(precision)),
    counts: regions.take(partitions * k * 4),
    weightSums: regions.take(weighted ? partitions * k * 16 : 0),
    sums: regions.take(partitions * sumsBytesOf(k, columns)),
    rounded: regions.take(quantized * Math.ceil(k / 4) * 16 * (Math.ceil(columns / 2) + 1)),
    rule: regions.take(quantized * RULE_NUMBERS * 8),
    doubted: regions.take(quantized * partitions * 4),
    sumsEnd: regions.end,
  };
  return {
    ...stepped,
    treeScratch: regions.take(shape.tree ? partitions * treeScratchBytesOf(shape, k) : 0),
    survey: surveys ? surveyPlacesOf(shape, regions, k, stepped.sumsEnd - stepped.inertia) : null,
    end: regions.end,
  };
}

function surveyPlacesOf(shape: WorkspaceShape, regions: Regions, k: number, sumsBytes: number): SurveyPlaces {
  const { columns, precision } = shape;
  const padded = paddedRowsOf(shape);
  const partitions = partitionsOf(shape);
  return {
    labels: regions.take(padded * 4),
    distances: regions.take(padded * elementBytes(precision)),
    seconds: regions.take(padded * elementBytes(precision)),
    costs: regions.take(partitions * (1 + k) * 8),
    candidates: regions.take(MOST_CANDIDATES * columns * elementBytes(precision)),
    gains: regions.take(partitions * MOST_CANDIDATES * (1 + k) * 8),
    sums: regions.take(sumsBytes),
    changed: regions.take(k * columns * elementBytes(precision)),
    indices: regions.take(k * 4),
    flags: regions.take(k * 4),
  };
}

export function partitionsOf({ rows, partitionRows }: WorkspaceShape): number {
  return Math.ceil(rows / partitionRows);
}

/** Numbers of a sum, and of what rounding took from it. */
export function widthOf(columns: number): number {
  return (columns + 1) & ~1;
}

/** Sums of `k` clusters of one partition. */
export function sumsBytesOf(k: number, columns: number): number {
  return k * widthOf(columns) * 16;
}

/** Distances to `k` centroids that one thread takes at a time. */
export function distancesBytesOf(k: number): number {
  return k * DISTANCE_BLOCKS * STRIDE;
}

/** A group of 8 rounded rows. */
export function groupBytesOf(columns: number): number {
  return Math.ceil(columns / 2) * STRIDE;
}

/** Rows of whole blocks. */
function paddedRowsOf({ rows, precision }: WorkspaceShape): number {
  const lanes = lanesOf(precision);
  return Math.ceil(rows / lanes) * lanes;
}

/** Rows that kernels work on at a time need: indices and labels, distances, and a copy of their points. */
function scratchBytesOf({ columns, precision }: WorkspaceShape): number {
  return chunkRows(precision) * (4 * (2 * SPAN_CHUNKS + 1) + (2 + columns) * elementBytes(precision));
}
