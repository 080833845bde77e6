// Compiles as TypeScript and as AssemblyScript. What steps on rounded rows must do on a case.
import { nearestCentroid } from "./reference.ts";
// biome-ignore lint/style/useImportType: AssemblyScript has no type imports.
import { Scene } from "./scene.ts";

/** Labels, sums and counts are those of plain steps while centroids go far and stay. */
export function checkQuantized(scene: Scene): string {
  if (!scene.beginQuantized()) return "";
  scene.quantize();
  const first = stepMismatch(scene, scene.centroids);
  if (first !== "") return first;
  const second = stepMismatch(scene, scene.nextCentroids);
  if (second !== "") return second;
  return stepMismatch(scene, scene.nextCentroids);
}

/** No row is in doubt where each lies on one of centroids far apart, and every row is where all centroids are one. */
export function checkDoubt(scene: Scene): string {
  const together = new Float64Array(scene.centroids.length);
  for (let i = 0; i < scene.points.length; i++) {
    const row = (i - (i % scene.columns)) / scene.columns;
    scene.points[i] = cornerOf(row % scene.k, scene.k);
  }
  for (let i = 0; i < scene.centroids.length; i++) {
    scene.centroids[i] = cornerOf((i - (i % scene.columns)) / scene.columns, scene.k);
    together[i] = 1.25;
  }
  scene.clear();
  if (!scene.beginQuantized()) return "";
  scene.quantize();
  const apart = stepMismatch(scene, scene.centroids);
  if (apart !== "") return apart;
  const none = scene.doubted();
  if (none !== 0) return scene.mismatch("rows in doubt of centroids far apart", none, 0);
  const one = stepMismatch(scene, together);
  if (one !== "") return one;
  const all = scene.k > 1 ? scene.rows : 0;
  const doubted = scene.doubted();
  return doubted === all ? "" : scene.mismatch("rows in doubt of equal centroids", doubted, all);
}

/** Every value of a centroid, a whole number from -8 to 8. */
function cornerOf(centroid: i32, k: i32): number {
  return Math.floor((16 * centroid) / k) - 8;
}

function stepMismatch(scene: Scene, centroids: Float64Array): string {
  scene.placeCentroids(centroids);
  const tags = scene.placeRounded(centroids);
  if (tags < 0) return "";
  const labels = new Int32Array(scene.rows);
  let moves: i32 = 0;
  for (let row = 0; row < scene.rows; row++) {
    labels[row] = nearestCentroid(scene.points, row, centroids, scene.k, scene.columns, scene.single);
    if (labels[row] !== scene.label(row)) moves++;
  }
  const moved = scene.assignQuantized(tags);
  if (moved !== moves) return scene.mismatch("rows moved", moved, moves);
  for (let row = 0; row < scene.rows; row++) {
    if (scene.label(row) !== labels[row]) {
      return scene.mismatch(`label of row ${row}`, scene.label(row), labels[row]);
    }
  }
  const totals = scene.totalsMismatch();
  return totals === "" ? scene.tailMismatch() : totals;
}
