import { chunkRows, Workspace } from "@kentro/kernel";
import { tooLargeOr } from "../engine/memory.ts";
import { KentroError } from "../errors.ts";
import type { Pace } from "../pace.ts";
import { intoFrame } from "../points/frame.ts";
import { findExtent, type Matrix, type Points, toMatrix } from "../points/matrix.ts";
import type { ModelParts } from "./model-parts.ts";

/** Distances that are taken between two breaths: rows come in batches of about this many by k, in constant memory. */
const DISTANCES_AT_ONCE = 1 << 18;

/** The index of the nearest centroid of each row. A row's label depends on the row and the model alone. */
export async function predictLabels(model: ModelParts, points: Points, pace: Pace): Promise<Int32Array> {
  const matrix = await checkedPoints(model, points, pace);
  const labels = new Int32Array(matrix.rows);
  const k = model.centroids.rows;
  const atOnce = batchRows(model, DISTANCES_AT_ONCE / k);
  await inBatches(model, matrix, atOnce, pace, (workspace, first, rows) => {
    workspace.nearest(0, rows, k);
    requireFinite(workspace.closest(), first, rows);
    const batch = new Int32Array(workspace.shape.rows);
    workspace.readLabels(batch);
    labels.set(batch.subarray(0, rows), first);
  });
  return labels;
}

/** The distance of each row to each centroid, `rows x k`. */
export async function transformDistances(model: ModelParts, points: Points, pace: Pace): Promise<Matrix> {
  const matrix = await checkedPoints(model, points, pace);
  const k = model.centroids.rows;
  const data = new Float64Array(matrix.rows * k);
  await inBatches(model, matrix, batchRows(model, 0), pace, (workspace, first, rows) => {
    const batch = data.subarray(first * k, (first + rows) * k);
    workspace.allDistances(0, rows, k, batch);
    requireFinite(batch, first, rows * k, k);
    for (let at = 0; at < batch.length; at++) batch[at] = Math.sqrt(batch[at]) / model.frame.scale;
  });
  return { data, rows: matrix.rows, columns: k };
}

async function checkedPoints(model: ModelParts, points: Points, pace: Pace): Promise<Matrix> {
  const matrix = await toMatrix(points, pace);
  const { columns } = model.centroids;
  if (matrix.columns !== columns) {
    throw new KentroError(
      "COLUMN_MISMATCH",
      `Expected points of ${columns} columns as the model has, got ${matrix.columns}`,
    );
  }
  await findExtent(matrix, pace);
  return matrix;
}

/** The rows of a batch: a multiple of the kernel's chunk, at least one, and about as many as are wished for. */
function batchRows({ precision }: ModelParts, wished: number): number {
  const chunk = chunkRows(precision);
  return Math.max(1, Math.floor(wished / chunk)) * chunk;
}

/** Writes the points batch by batch to one workspace that holds the model's centroids. */
async function inBatches(
  model: ModelParts,
  { data, rows, columns }: Matrix,
  atOnce: number,
  pace: Pace,
  work: (workspace: Workspace, first: number, rows: number) => void,
): Promise<void> {
  const { frame } = model;
  const workspace = await createWorkspace(model, Math.min(atOnce, rows), atOnce);
  for (let first = 0; first < rows; first += atOnce) {
    const end = Math.min(first + atOnce, rows);
    workspace.writePoints(0, data.subarray(first * columns, end * columns), frame.origin, frame.scale);
    work(workspace, first, end - first);
    if (pace.due()) await pace.breathe();
  }
}

async function createWorkspace(
  { centroids, frame, precision }: ModelParts,
  rows: number,
  partitionRows: number,
): Promise<Workspace> {
  const { columns } = centroids;
  try {
    const workspace = await Workspace.create({
      rows,
      columns,
      precision,
      weighted: false,
      quantized: false,
      partitionRows,
    });
    workspace.writeCentroids(intoFrame(Float64Array.from(centroids.data), frame));
    return workspace;
  } catch (cause) {
    throw tooLargeOr(cause, `a model of ${centroids.rows} centroids x ${columns} columns`);
  }
}

/** Throws KentroError OUT_OF_RANGE where a squared distance is beyond the model's precision: no label can be trusted then. */
function requireFinite(distances: ArrayLike<number>, first: number, length: number, perRow = 1): void {
  for (let at = 0; at < length; at++) {
    if (distances[at] < Number.POSITIVE_INFINITY) continue;
    const row = first + Math.floor(at / perRow);
    throw new KentroError(
      "OUT_OF_RANGE",
      `Expected points within reach of the model, but the squared distances of row ${row} (counted from 0) are beyond its precision`,
      { row },
    );
  }
}
