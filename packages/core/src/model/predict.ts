import { chunkRows, Workspace } from "@kentro/kernel";
import { Crew } from "../engine/crew.ts";
import { tooLargeOr } from "../engine/memory.ts";
import { KentroError } from "../errors.ts";
import type { Pace } from "../pace.ts";
import { intoFrame } from "../points/frame.ts";
import { findExtent, type Matrix, type Points, toMatrix } from "../points/matrix.ts";
import { type Team, WORTH_SHARING } from "../threads/team.ts";
import type { ModelParts } from "./model-parts.ts";

/** Distances that are taken between two breaths: rows come in pieces of about this many by k. */
const DISTANCES_AT_ONCE = 1 << 18;

/** Pieces of a batch that threads share: points are written batch by batch, in constant memory. */
const PIECES = 16;

/** Values and distances of a batch that threads share, at most but for its fewest rows. */
const SHARED_AT_ONCE = 1 << 22;

/** The index of the nearest centroid of each row. A row's label depends on the row and the model alone. */
export async function predictLabels(model: ModelParts, points: Points, pace: Pace, team: Team): Promise<Int32Array> {
  const matrix = await checkedPoints(model, points, pace);
  const labels = new Int32Array(matrix.rows);
  await inBatches("nearest", model, matrix, pace, team, (workspace, first, rows) => {
    requireFinite(workspace.closest().subarray(0, rows), first);
    const batch = new Int32Array(workspace.rows);
    workspace.readLabels(batch);
    labels.set(batch.subarray(0, rows), first);
  });
  return labels;
}

/** The distance of each row to each centroid, `rows x k`. */
export async function transformDistances(model: ModelParts, points: Points, pace: Pace, team: Team): Promise<Matrix> {
  const matrix = await checkedPoints(model, points, pace);
  const k = model.centroids.rows;
  const data = new Float64Array(matrix.rows * k);
  await inBatches("distances", model, matrix, pace, team, (_, first, rows, squares) => {
    const batch = data.subarray(first * k, (first + rows) * k);
    batch.set(squares.subarray(0, batch.length));
    requireFinite(batch, first, k);
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

/**
 * Writes the points batch by batch to one workspace that holds the model's centroids, and does an operation to each.
 *
 * @param take given the rows of a batch, which lie at the start of the workspace, and the numbers that they gave
 */
async function inBatches(
  operation: "nearest" | "distances",
  model: ModelParts,
  { data, rows, columns }: Matrix,
  pace: Pace,
  team: Team,
  take: (workspace: Workspace, first: number, rows: number, results: Float64Array) => void,
): Promise<void> {
  const { frame, centroids } = model;
  const k = centroids.rows;
  const chunk = chunkRows(model.precision);
  const inChunks = (wished: number): number => Math.max(1, Math.floor(wished / chunk)) * chunk;
  const alone = inChunks(DISTANCES_AT_ONCE / k);
  const shared = inChunks(Math.min(alone, SHARED_AT_ONCE / Math.max(k, columns) / PIECES));
  const isShared = rows > shared && rows * k * columns >= WORTH_SHARING;
  const memory = isShared ? team.takeMemory() : undefined;
  const partitionRows = memory === undefined ? alone : shared;
  const most = memory === undefined ? alone : shared * PIECES;
  // Batches of the same size, for what lies beyond the last row is worked on too.
  const atOnce = Math.ceil(rows / Math.ceil(rows / most) / chunk) * chunk;
  const shape = { rows: Math.min(atOnce, rows), partitionRows, threads: memory === undefined ? 1 : team.threads };
  const workspace = await createWorkspace(model, shape, memory);
  const crew = new Crew(workspace, team);
  for (let first = 0; first < rows; first += atOnce) {
    const end = Math.min(first + atOnce, rows);
    workspace.writePoints(0, data.subarray(first * columns, end * columns), frame.origin, frame.scale);
    take(workspace, first, end - first, await crew.run(operation, partitionRows, pace));
    if (pace.due()) await pace.breathe();
  }
}

async function createWorkspace(
  { centroids, frame, precision }: ModelParts,
  shape: { readonly rows: number; readonly partitionRows: number; readonly threads: number },
  memory: WebAssembly.Memory | undefined,
): Promise<Workspace> {
  const { columns } = centroids;
  try {
    const workspace = await Workspace.create(
      { ...shape, columns, precision, weighted: false, quantized: false },
      memory,
    );
    workspace.writeCentroids(intoFrame(Float64Array.from(centroids.data), frame));
    return workspace;
  } catch (cause) {
    throw tooLargeOr(cause, `a model of ${centroids.rows} centroids x ${columns} columns`);
  }
}

/** Throws KentroError OUT_OF_RANGE where a squared distance is beyond the model's precision: no label can be trusted then. */
function requireFinite(distances: ArrayLike<number>, first: number, perRow = 1): void {
  for (let at = 0; at < distances.length; at++) {
    if (distances[at] < Number.POSITIVE_INFINITY) continue;
    const row = first + Math.floor(at / perRow);
    throw new KentroError(
      "OUT_OF_RANGE",
      `Expected points within reach of the model, but the squared distances of row ${row} (counted from 0) are beyond its precision`,
      { row },
    );
  }
}
