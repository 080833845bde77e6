// Compiles as TypeScript and as AssemblyScript. What weighing an exchange of centroids must do on a case.
import { nearestCentroid, squaredDistance } from "./reference.ts";
// biome-ignore lint/style/useImportType: AssemblyScript has no type imports.
import { Scene } from "./scene.ts";

/**
 * A survey finds the nearest centroid and the distances to it and to the second-nearest; and for any candidate in the
 * place of any centroid, costs and gains together are the inertia of the centroids as they would be then.
 */
export function checkExchange(scene: Scene): string {
  if (scene.k < 2) return "";
  scene.survey();
  for (let row = 0; row < scene.rows; row++) {
    const mismatch = surveyMismatch(scene, row);
    if (mismatch !== "") return mismatch;
  }
  const totals = scene.totalsMismatch();
  if (totals !== "") return totals;
  scene.exchange();
  const inertia = scene.float(scene.costsAt, false);
  if (!scene.near(inertia, inertiaWithout(scene, -1, -1))) {
    return scene.mismatch("inertia", inertia, inertiaWithout(scene, -1, -1));
  }
  for (let removed = 0; removed < scene.k; removed++) {
    const removal = scene.float(scene.costsAt + (1 + removed) * 8, false);
    const without = inertiaWithout(scene, removed, -1);
    if (!scene.near(inertia + removal, without))
      return scene.mismatch(`without ${removed}`, inertia + removal, without);
    for (let candidate = 0; candidate < scene.k; candidate++) {
      const gains = scene.gainsAt + candidate * (1 + scene.k) * 8;
      const gained = scene.float(gains, false) + scene.float(gains + (1 + removed) * 8, false);
      const got = inertia + removal - gained;
      const want = inertiaWithout(scene, removed, candidate);
      if (!scene.near(got, want)) return scene.mismatch(`candidate ${candidate} for ${removed}`, got, want);
    }
  }
  return scene.boundsMismatch();
}

/**
 * Steps in which all centroids change, some do and none does: labels, sums, counts, inertia and distances are those of a
 * step that looks at everything.
 */
export function checkChanged(scene: Scene): string {
  const centroids = scene.centroids.slice(0);
  const all = changedMismatch(scene, centroids, scene.k);
  if (all !== "") return all;
  // Every other centroid, one, none, and the first of a pair that ties on the grid.
  for (let round = 0; round < 4; round++) {
    let count: i32 = 0;
    for (let c = round === 3 ? 0 : 1; c < scene.k; c += 2) {
      if (round === 2 || (round === 1 && count > 0)) break;
      for (let column = 0; column < scene.columns; column++) {
        const at = c * scene.columns + column;
        centroids[at] = round === 1 ? scene.centroids[column] : scene.nextCentroids[at];
        scene.setElement(scene.changedAt, count * scene.columns + column, centroids[at]);
      }
      scene.setInteger(scene.indicesAt + count * 4, c);
      scene.setInteger(scene.flagsAt + c * 4, 1);
      count++;
    }
    if (count > 0 && count < scene.k) {
      const some = changedMismatch(scene, centroids, count);
      if (some !== "") return some;
    }
    for (let c = 0; c < scene.k; c++) scene.setInteger(scene.flagsAt + c * 4, 0);
  }
  return scene.tailMismatch();
}

function changedMismatch(scene: Scene, centroids: Float64Array, count: i32): string {
  scene.placeCentroids(centroids);
  let moves: i32 = 0;
  let inertia = scene.inertia();
  const labels = new Int32Array(scene.rows);
  for (let row = 0; row < scene.rows; row++) {
    const label = nearestCentroid(scene.points, row, centroids, scene.k, scene.columns, scene.single);
    if (label !== scene.label(row)) moves++;
    labels[row] = label;
    inertia += distanceOf(scene, row, centroids, label) * scene.weights[row];
  }
  const moved = scene.assignChanged(count);
  if (moved !== moves) return scene.mismatch(`rows moved by ${count} centroids`, moved, moves);
  for (let row = 0; row < scene.rows; row++) {
    if (scene.label(row) !== labels[row]) return scene.mismatch(`label of row ${row}`, scene.label(row), labels[row]);
    const distance = scene.element(scene.closestAt, row);
    const want = distanceOf(scene, row, centroids, labels[row]);
    if (distance !== want) return scene.mismatch(`distance of row ${row}`, distance, want);
  }
  if (!scene.near(scene.inertia(), inertia)) return scene.mismatch("inertia", scene.inertia(), inertia);
  return scene.totalsMismatch();
}

function surveyMismatch(scene: Scene, row: i32): string {
  const label = nearestCentroid(scene.points, row, scene.centroids, scene.k, scene.columns, scene.single);
  if (scene.label(row) !== label) return scene.mismatch(`label of row ${row}`, scene.label(row), label);
  const nearest = scene.element(scene.distancesAt, row);
  const wantNearest = distanceOf(scene, row, scene.centroids, label);
  if (nearest !== wantNearest) return scene.mismatch(`distance of row ${row}`, nearest, wantNearest);
  let wantSecond: number = Infinity;
  for (let c = 0; c < scene.k; c++) {
    if (c !== label) wantSecond = Math.min(wantSecond, distanceOf(scene, row, scene.centroids, c));
  }
  const second = scene.element(scene.secondsAt, row);
  if (second !== wantSecond) return scene.mismatch(`second distance of row ${row}`, second, wantSecond);
  return "";
}

/** The inertia of all centroids but `removed`, with a candidate in its place; -1 for neither. */
function inertiaWithout(scene: Scene, removed: i32, candidate: i32): number {
  let inertia: number = 0;
  for (let row = 0; row < scene.rows; row++) {
    let nearest: number = candidate < 0 ? Infinity : distanceOf(scene, row, scene.nextCentroids, candidate);
    for (let c = 0; c < scene.k; c++) {
      if (c !== removed) nearest = Math.min(nearest, distanceOf(scene, row, scene.centroids, c));
    }
    inertia += nearest * scene.weights[row];
  }
  return inertia;
}

function distanceOf(scene: Scene, row: i32, centroids: Float64Array, c: i32): number {
  return squaredDistance(scene.points, row, centroids, c, scene.columns, scene.single);
}
