// Compiles as TypeScript and as AssemblyScript. What steps on a tree must do on a case.
import { nearestCentroid } from "./reference.ts";
// biome-ignore lint/style/useImportType: AssemblyScript has no type imports.
import { Scene } from "./scene.ts";

/** Columns of a tree, at most. */
const MOST_COLUMNS: i32 = 4;

/**
 * Rows come to lie in blocks; labels, sums and counts are those of plain steps while centroids go far, stay, and come
 * back, with labels kept by nodes and told to them anew.
 */
export function checkTree(scene: Scene): string {
  if (scene.columns > MOST_COLUMNS || scene.rows === 0) return "";
  const blocks = blocksMismatch(scene);
  if (blocks !== "") return blocks;
  scene.treeTellLabels();
  const first = stepMismatch(scene, scene.centroids);
  if (first !== "") return first;
  const second = stepMismatch(scene, scene.nextCentroids);
  if (second !== "") return second;
  scene.treeTellLabels();
  const third = stepMismatch(scene, scene.nextCentroids);
  if (third !== "") return third;
  return stepMismatch(scene, scene.centroids);
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

function stepMismatch(scene: Scene, centroids: Float64Array): string {
  scene.placeCentroids(centroids);
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
