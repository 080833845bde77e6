import { chunkRows, type Precision, TREE_ROWS, Workspace } from "@kentro/kernel";
import type { Pace } from "../pace.ts";
import { chooseOrigin, chooseScale, type Frame, intoFrame, magnitudeOf } from "../points/frame.ts";
import { findExtent, type Matrix, type Points, toMatrix } from "../points/matrix.ts";
import { checkedWeights } from "../points/weights.ts";
import { Team } from "../threads/team.ts";
import type { Engine } from "./engine.ts";
import { LocalEngine } from "./local-engine.ts";
import { tooLargeOr } from "./memory.ts";
import { type EngineName, hasTree, hasWays } from "./steps/steps.ts";

/** A data set loaded once: shared by restarts, by all k of an elbow, by whatever else asks about the same rows. */
export interface Prepared extends Loaded {
  readonly precision: Precision;
  readonly weights: Float64Array | null;
  readonly engine: Engine;
  readonly workspace: Workspace;
  readonly team: Team;
  /** The one way to compute steps that is wanted, or null for whichever suits. */
  readonly only: EngineName | null;
}

/** What depends on the values of the points. */
interface Loaded {
  readonly matrix: Matrix;
  /** How values were written for the engine. */
  readonly frame: Frame;
  /** Mean over the columns of their (weighted) variance, in the frame: what the tolerance is relative to. */
  readonly meanVariance: number;
  readonly spread: Spread;
}

/** How the values of each column spread, in the frame. */
export interface Spread {
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** (Weighted) means. */
  readonly means: Float64Array;
}

/**
 * Rows have partial sums of their own by partition, merged in order: what threads share out, and what keeps the bits
 * the same for any number of them. It depends on the rows alone.
 */
const PARTITIONS = 32;
const SMALLEST_PARTITION_ROWS = 4096;

/** Values that are written between two breaths: a few milliseconds. */
const VALUES_AT_ONCE = 1 << 19;

/**
 * Checks points and weights and loads them into an engine.
 *
 * @param only the one way to compute steps that is wanted, or null for whichever suits
 */
export async function prepare(
  points: Points,
  weights: ArrayLike<number> | undefined,
  pace: Pace,
  team: Team = new Team(1),
  only: EngineName | null = null,
): Promise<Prepared> {
  const matrix = await toMatrix(points, pace);
  const checked = weights === undefined ? null : checkedWeights(weights, matrix.rows);
  return load(matrix, checked, pace, team, only);
}

/** Loads a checked matrix. */
export async function load(
  matrix: Matrix,
  weights: Float64Array | null,
  pace: Pace,
  team: Team = new Team(1),
  only: EngineName | null = null,
): Promise<Prepared> {
  const precision: Precision = matrix.data instanceof Float32Array ? "float32" : "float64";
  const workspace = await createWorkspace(matrix, precision, weights !== null, team);
  if (weights !== null) workspace.writeWeights(weights);
  const loaded = await write(workspace, matrix, weights, pace);
  const engine = new LocalEngine(workspace, weights, loaded.spread, team, only);
  return { ...loaded, precision, weights, engine, workspace, team, only };
}

/** Puts other points of the same shape in the place of those that were loaded; the weights stay. */
export async function reload(prepared: Prepared, matrix: Matrix, pace: Pace): Promise<Prepared> {
  const { workspace, weights, team, only } = prepared;
  const loaded = await write(workspace, matrix, weights, pace);
  return { ...prepared, ...loaded, engine: new LocalEngine(workspace, weights, loaded.spread, team, only) };
}

async function write(workspace: Workspace, matrix: Matrix, weights: Float64Array | null, pace: Pace): Promise<Loaded> {
  const { precision } = workspace.shape;
  const extent = await findExtent(matrix, pace);
  const origin = chooseOrigin(extent, precision);
  const frame: Frame = { origin, scale: chooseScale(magnitudeOf(extent, origin), precision) };
  const { sums, squares } = workspace.readMoments(await writeMatrix(workspace, matrix, frame, pace));
  const weightSum = weightSumOf(matrix.rows, weights);
  const spread: Spread = {
    low: intoFrame(extent.minimum, frame),
    high: intoFrame(extent.maximum, frame),
    means: sums.map((sum) => sum / weightSum),
  };
  return { matrix, frame, meanVariance: meanVarianceOf(sums, squares, weightSum), spread };
}

async function createWorkspace(
  matrix: Matrix,
  precision: Precision,
  weighted: boolean,
  team: Team,
): Promise<Workspace> {
  const { rows, columns } = matrix;
  const quantized = hasWays({ rows, weighted });
  const tree = hasTree({ rows, columns, weighted });
  const chunk = tree ? TREE_ROWS : chunkRows(precision);
  const partitionRows = Math.max(SMALLEST_PARTITION_ROWS, Math.ceil(rows / PARTITIONS / chunk) * chunk);
  try {
    const shape = { rows, columns, precision, weighted, quantized, tree, partitionRows };
    const memory = rows > partitionRows ? team.takeMemory() : undefined;
    const threads = memory === undefined ? 1 : Math.min(team.threads, Math.ceil(rows / partitionRows));
    return await Workspace.create({ ...shape, threads }, memory);
  } catch (cause) {
    throw tooLargeOr(cause, `${rows} rows x ${columns} columns`);
  }
}

async function writeMatrix(workspace: Workspace, matrix: Matrix, frame: Frame, pace: Pace): Promise<Float64Array> {
  const { data, rows, columns } = matrix;
  const moments = workspace.createMoments();
  const chunk = chunkRows(workspace.shape.precision);
  const atOnce = Math.max(1, Math.floor(VALUES_AT_ONCE / columns / chunk)) * chunk;
  try {
    for (let first = 0; first < rows; first += atOnce) {
      const end = Math.min(first + atOnce, rows);
      workspace.writePoints(first, data.subarray(first * columns, end * columns), frame.origin, frame.scale, moments);
      if (pace.due()) await pace.breathe();
    }
  } catch (cause) {
    throw tooLargeOr(cause, `${rows} rows x ${columns} columns`);
  }
  return moments;
}

function weightSumOf(rows: number, weights: Float64Array | null): number {
  if (weights === null) return rows;
  let sum = 0;
  for (let row = 0; row < rows; row++) sum += weights[row];
  return sum;
}

function meanVarianceOf(sums: Float64Array, squares: Float64Array, weightSum: number): number {
  let variance = 0;
  for (let column = 0; column < sums.length; column++) {
    const mean = sums[column] / weightSum;
    variance += Math.max(0, squares[column] / weightSum - mean * mean);
  }
  return variance / sums.length;
}
