// Compiles as TypeScript and as AssemblyScript. What every kernel must do on a case: each check gives the first
// mismatch in words, or nothing.
import { nearestCentroid, squaredDistance } from "./reference.ts";
// biome-ignore lint/style/useImportType: AssemblyScript has no type imports.
import { Scene } from "./scene.ts";

/** Labels and squared distances are the reference's to the bit; ties go to the lowest index. */
export function checkNearest(scene: Scene): string {
  scene.nearest();
  for (let row = 0; row < scene.rows; row++) {
    const want = labelOf(scene, row, scene.centroids);
    if (scene.label(row) !== want) return scene.mismatch(`label of row ${row}`, scene.label(row), want);
    const distance = scene.element(scene.distancesAt, row);
    const wantDistance = distanceOf(scene, row, scene.centroids, want);
    if (distance !== wantDistance) return scene.mismatch(`distance of row ${row}`, distance, wantDistance);
  }
  return scene.boundsMismatch();
}

/** A step from nothing, one to other centroids, where only some rows move, and one where none does. */
export function checkAssign(scene: Scene): string {
  const first = stepMismatch(scene, scene.centroids);
  if (first !== "") return first;
  const second = stepMismatch(scene, scene.nextCentroids);
  if (second !== "") return second;
  return stepMismatch(scene, scene.nextCentroids);
}

/** Labels, counts and sums follow a row that is moved from nowhere, to another cluster and within its own. */
export function checkMoveRow(scene: Scene): string {
  for (let round = 0; round < 2; round++) {
    for (let row = round; row < scene.rows; row += 2 - round) {
      const to = (row * 3 + round) % scene.k;
      scene.moveRow(row, to);
      if (scene.label(row) !== to) return scene.mismatch(`label of row ${row}`, scene.label(row), to);
    }
    const totals = scene.totalsMismatch();
    if (totals !== "") return totals;
  }
  return scene.tailMismatch();
}

/** Squared distances to one centroid are the reference's to the bit. */
export function checkDistancesToOne(scene: Scene): string {
  const last = scene.k - 1;
  scene.distancesToOne(last);
  for (let row = 0; row < scene.rows; row++) {
    const got = scene.element(scene.distancesAt, row);
    const want = distanceOf(scene, row, scene.centroids, last);
    if (got !== want) return scene.mismatch(`distance of row ${row}`, got, want);
  }
  return scene.boundsMismatch();
}

/** Squared distances to all centroids are the reference's to the bit, one centroid after the other. */
export function checkDistancesToAll(scene: Scene): string {
  scene.distancesToAll();
  for (let c = 0; c < scene.k; c++) {
    for (let row = 0; row < scene.rows; row++) {
      const got = scene.element(scene.distancesAt, c * scene.blocks * scene.lanes + row);
      const want = distanceOf(scene, row, scene.centroids, c);
      if (got !== want) return scene.mismatch(`distance of row ${row} to centroid ${c}`, got, want);
    }
  }
  return scene.boundsMismatch();
}

/** Every centroid in turn is tried, which changes nothing, and then taken, which lowers the closest distances. */
export function checkSeedCost(scene: Scene): string {
  const closest = new Float64Array(scene.rows).fill(Infinity);
  for (let c = 0; c < scene.k; c++) {
    const tried = scene.seedCost(c, false);
    for (let row = 0; row < scene.rows; row++) {
      const kept = scene.element(scene.closestAt, row);
      if (kept !== closest[row]) return scene.mismatch(`closest of row ${row}, not taken`, kept, closest[row]);
    }
    let cost: number = 0;
    for (let row = 0; row < scene.rows; row++) {
      closest[row] = Math.min(closest[row], distanceOf(scene, row, scene.centroids, c));
      cost += closest[row] * scene.weights[row];
    }
    if (!scene.near(tried, cost)) return scene.mismatch(`cost of centroid ${c}`, tried, cost);
    const taken = scene.seedCost(c, true);
    if (taken !== tried) return scene.mismatch(`cost of centroid ${c}, taken`, taken, tried);
    for (let row = 0; row < scene.rows; row++) {
      const lowered = scene.element(scene.closestAt, row);
      if (lowered !== closest[row]) return scene.mismatch(`closest of row ${row}, taken`, lowered, closest[row]);
    }
  }
  return scene.boundsMismatch();
}

/** The sum of the distances, not squared. Roots are inexact on the grid too. */
export function checkDistanceSum(scene: Scene): string {
  const got = scene.distanceSum(scene.k - 1);
  let want: number = 0;
  for (let row = 0; row < scene.rows; row++) want += Math.sqrt(distanceOf(scene, row, scene.centroids, scene.k - 1));
  if (!(Math.abs(got - want) <= 1e-12 * (1 + want))) return scene.mismatch("sum of distances", got, want);
  return scene.boundsMismatch();
}

function stepMismatch(scene: Scene, centroids: Float64Array): string {
  scene.placeCentroids(centroids);
  const labels = new Int32Array(scene.rows);
  let moves: i32 = 0;
  let inertia = scene.inertia();
  for (let row = 0; row < scene.rows; row++) {
    const label = labelOf(scene, row, centroids);
    labels[row] = label;
    if (label !== scene.label(row)) moves++;
    inertia += distanceOf(scene, row, centroids, label) * scene.weights[row];
  }
  const moved = scene.assign();
  if (moved !== moves) return scene.mismatch("rows moved", moved, moves);
  for (let row = 0; row < scene.rows; row++) {
    if (scene.label(row) !== labels[row]) {
      return scene.mismatch(`label of row ${row}`, scene.label(row), labels[row]);
    }
  }
  if (!scene.near(scene.inertia(), inertia)) return scene.mismatch("inertia", scene.inertia(), inertia);
  const totals = scene.totalsMismatch();
  return totals === "" ? scene.tailMismatch() : totals;
}

function labelOf(scene: Scene, row: i32, centroids: Float64Array): i32 {
  return nearestCentroid(scene.points, row, centroids, scene.k, scene.columns, scene.single);
}

function distanceOf(scene: Scene, row: i32, centroids: Float64Array, c: i32): number {
  return squaredDistance(scene.points, row, centroids, c, scene.columns, scene.single);
}
