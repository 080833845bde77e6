// Compiles as TypeScript and as AssemblyScript. What steps on a tree must do on a case.
import { nearestCentroid } from "./reference.ts";
// biome-ignore lint/style/useImportType: AssemblyScript has no type imports.
import { Scene } from "./scene.ts";

/** More than what rounding to the precision of a case takes from a clock. */
const ROUNDED_UP: number = 1 + 1 / 65536;

/** Columns of a tree, at most. */
const MOST_COLUMNS: i32 = 4;

/**
 * Rows come to lie in blocks; labels, sums and counts are those of plain steps while centroids go far, stay, and come
 * back, with labels kept by nodes and told to them anew, and while they hardly move any more.
 */
export function checkTree(scene: Scene): string {
  if (scene.columns > MOST_COLUMNS || scene.rows === 0) return "";
  const blocks = blocksMismatch(scene);
  if (blocks !== "") return blocks;
  scene.treeTellLabels();
  const first = stepMismatch(scene, scene.centroids, Infinity);
  if (first !== "") return first;
  const second = stepMismatch(scene, scene.nextCentroids, Infinity);
  if (second !== "") return second;
  scene.treeTellLabels();
  const third = stepMismatch(scene, scene.nextCentroids, Infinity);
  if (third !== "") return third;
  const fourth = stepMismatch(scene, scene.centroids, Infinity);
  return fourth === "" ? clockMismatch(scene) : fourth;
}

/** By the clock, steps are the same while centroids go nowhere, a thousandth of the way, a little more, and all of it. */
function clockMismatch(scene: Scene): string {
  scene.forgetUntil();
  let clock: number = 0;
  let before = scene.centroids;
  for (let step = 0; step < 5; step++) {
    const now = new Float64Array(before.length);
    const part: number = step === 4 ? 1 : step < 2 ? 0 : 1 / 1024;
    for (let i = 0; i < now.length; i++) {
      const value = before[i] + (scene.nextCentroids[i] - before[i]) * part;
      now[i] = scene.single ? Math.fround(value) : value;
    }
    clock += 2 * farthestShift(before, now, scene.columns) * ROUNDED_UP;
    const mismatch = stepMismatch(scene, now, clock * ROUNDED_UP);
    if (mismatch !== "") return mismatch;
    before = now;
  }
  return "";
}

function farthestShift(from: Float64Array, to: Float64Array, columns: i32): number {
  let farthest: number = 0;
  for (let at = 0; at < from.length; at += columns) {
    let squared: number = 0;
    for (let column = 0; column < columns; column++) {
      const way = to[at + column] - from[at + column];
      squared += way * way;
    }
    farthest = Math.max(farthest, Math.sqrt(squared));
  }
  return farthest;
}

function blocksMismatch(scene: Scene): string {
  for (let i = 0; i < scene.points.length; i++) scene.setElement(scene.pointsAt, i, scene.points[i]);
  scene.treePlace();
  for (let row = 0; row < scene.blocks * scene.lanes; row++) {
    for (let column = 0; column < scene.columns; column++) {
      const value = scene.element(scene.pointsAt, scene.pointIndex(row, column));
      const want = row < scene.rows ? scene.points[row * scene.columns + column] : 0;
      if (value !== want) return scene.mismatch(`column ${column} of row ${row}`, value, want);
    }
  }
  return "";
}

function stepMismatch(scene: Scene, centroids: Float64Array, clock: number): string {
  scene.placeCentroids(centroids);
  scene.setElement(scene.reachAt, 0, clock);
  const labels = new Int32Array(scene.rows);
  let moves: i32 = 0;
  for (let row = 0; row < scene.rows; row++) {
    labels[row] = nearestCentroid(scene.points, row, centroids, scene.k, scene.columns, scene.single);
    if (labels[row] !== scene.label(row)) moves++;
  }
  const moved = scene.treeAssign();
  if (moved !== moves) return scene.mismatch("rows moved", moved, moves);
  for (let row = 0; row < scene.rows; row++) {
    const label = scene.treeLabel(row);
    if (label !== labels[row]) return scene.mismatch(`label of row ${row}`, label, labels[row]);
    scene.setInteger(scene.labelsAt + row * 4, label);
  }
  const totals = scene.totalsMismatch();
  return totals === "" ? scene.tailMismatch() : totals;
}
