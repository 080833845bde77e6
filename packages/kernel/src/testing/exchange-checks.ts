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
