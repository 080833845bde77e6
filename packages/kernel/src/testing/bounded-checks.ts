// Compiles as TypeScript and as AssemblyScript. What steps that pass over rows must do on a case.
import { nearestCentroid } from "./reference.ts";
// biome-ignore lint/style/useImportType: AssemblyScript has no type imports.
import { Scene } from "./scene.ts";

/** More than what rounding to the precision of a case takes from a reach. */
const ROUNDED_UP: number = 1 + 1 / 65536;

/**
 * Labels, sums and counts are those of plain steps while centroids go far, go a little and stay; rows are passed over
 * once they have a slack, and none in the first step.
 */
export function checkBounded(scene: Scene): string {
  const reach = new Float64Array(scene.k);
  for (let row = 0; row < scene.rows; row++) scene.setElement(scene.closestAt, row, -Infinity);
  for (let chunk = 0; chunk < scene.chunks; chunk++) scene.setElement(scene.chunkSlackAt, chunk, -Infinity);
  const first = stepMismatch(scene, scene.centroids, reach);
  if (first !== "") return first;
  if (scene.looked() !== scene.rows) return scene.mismatch("rows looked at first", scene.looked(), scene.rows);

  // A thousandth of the way to the next centroids, then all of it, then nowhere.
  const near = new Float64Array(scene.centroids.length);
  for (let i = 0; i < near.length; i++) {
    const way = (scene.nextCentroids[i] - scene.centroids[i]) / 1024;
    near[i] = scene.single ? Math.fround(scene.centroids[i] + way) : scene.centroids[i] + way;
  }
  extendReach(reach, scene.centroids, near, scene.columns);
  const little = stepMismatch(scene, near, reach);
  if (little !== "") return little;
  extendReach(reach, near, scene.nextCentroids, scene.columns);
  const far = stepMismatch(scene, scene.nextCentroids, reach);
  if (far !== "") return far;
  const before = scene.looked();
  const still = stepMismatch(scene, scene.nextCentroids, reach);
  if (still !== "") return still;
  // Only rows in the middle between two centroids, which have no slack at all.
  const again = scene.looked() - before;
  const most = scene.grid ? scene.rows : 0;
  return again <= most ? "" : scene.mismatch("rows looked at though nothing moved", again, most);
}

/** The squares of all values are added to what was there. */
export function checkAddSquares(scene: Scene): string {
  scene.setFloat(scene.squaresAt, 3, false);
  scene.setFloat(scene.squaresAt + 8, 0.5, false);
  let want: number = 3.5;
  for (let i = 0; i < scene.points.length; i++) want += scene.points[i] * scene.points[i];
  scene.addSquares();
  const got = scene.float(scene.squaresAt, false) + scene.float(scene.squaresAt + 8, false);
  return scene.near(got, want) ? scene.boundsMismatch() : scene.mismatch("sum of squares", got, want);
}

function stepMismatch(scene: Scene, centroids: Float64Array, reach: Float64Array): string {
  scene.placeCentroids(centroids);
  let any: number = 0;
  for (let c = 0; c < scene.k; c++) any = Math.max(any, reach[c]);
  scene.setElement(scene.reachAt, 0, any * ROUNDED_UP);
  for (let c = 0; c < scene.k; c++) scene.setElement(scene.reachAt, 1 + c, reach[c] * ROUNDED_UP);
  const labels = new Int32Array(scene.rows);
  let moves: i32 = 0;
  for (let row = 0; row < scene.rows; row++) {
    labels[row] = nearestCentroid(scene.points, row, centroids, scene.k, scene.columns, scene.single);
    if (labels[row] !== scene.label(row)) moves++;
  }
  const moved = scene.assignBounded();
  if (moved !== moves) return scene.mismatch("rows moved", moved, moves);
  for (let row = 0; row < scene.rows; row++) {
    if (scene.label(row) !== labels[row]) {
      return scene.mismatch(`label of row ${row}`, scene.label(row), labels[row]);
    }
  }
  const totals = scene.totalsMismatch();
  return totals === "" ? scene.tailMismatch() : totals;
}

/** Adds how far each centroid moved, and how far any other did at most. */
function extendReach(reach: Float64Array, from: Float64Array, to: Float64Array, columns: i32): void {
  const shifts = new Float64Array(reach.length);
  for (let c = 0; c < reach.length; c++) {
    let squared: number = 0;
    for (let column = 0; column < columns; column++) {
      const way = to[c * columns + column] - from[c * columns + column];
      squared += way * way;
    }
    shifts[c] = Math.sqrt(squared);
  }
  for (let c = 0; c < reach.length; c++) {
    let farthest: number = 0;
    for (let other = 0; other < reach.length; other++) {
      if (other !== c) farthest = Math.max(farthest, shifts[other]);
    }
    reach[c] += (shifts[c] + farthest) * ROUNDED_UP;
  }
}
