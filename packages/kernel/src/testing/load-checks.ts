// Compiles as TypeScript and as AssemblyScript. What the kernels that load points must do on a case.
import { rounded } from "./reference.ts";
// biome-ignore lint/style/useImportType: AssemblyScript has no type imports.
import { Scene } from "./scene.ts";

/** No power of two: off the grid the product is rounded, so that when it is rounded is seen. */
const SCALE: number = 0.375;

/** The extent widens to hold rows that come in two pieces, and one value that is not finite is seen wherever it is. */
export function checkExtent(scene: Scene): string {
  const rows = scene.rows;
  const columns = scene.columns;
  const half = rows >> 1;
  scene.clearExtent();
  scene.placeRaw(scene.single);
  if (!scene.extent(0, half) || !scene.extent(half, rows - half)) return scene.mismatch("finite", 0, 1);
  for (let column = 0; column < columns; column++) {
    let low: number = Infinity;
    let high: number = -Infinity;
    for (let row = 0; row < rows; row++) {
      low = Math.min(low, scene.points[row * columns + column]);
      high = Math.max(high, scene.points[row * columns + column]);
    }
    if (scene.low(column) !== low) return scene.mismatch(`low of column ${column}`, scene.low(column), low);
    if (scene.high(column) !== high) return scene.mismatch(`high of column ${column}`, scene.high(column), high);
  }
  const strangers: number[] = [NaN, Infinity, -Infinity];
  for (let at = 0; at < rows * columns; at += 1 + (at >> 3)) {
    scene.setElement(scene.rawAt, at, strangers[at % 3]);
    if (scene.extent(0, rows)) return scene.mismatch(`finite with a stranger at ${at}`, 1, 0);
    scene.setElement(scene.rawAt, at, 1);
  }
  return scene.boundsMismatch();
}

/** Rows of the case's own precision are shifted, scaled, rounded once and summed, in two pieces. */
export function checkPlace(scene: Scene): string {
  return placeMismatch(scene, scene.single);
}

/** So are rows of float64, whatever the precision. */
export function checkPlaceFloat64(scene: Scene): string {
  return placeMismatch(scene, false);
}

function placeMismatch(scene: Scene, single: boolean): string {
  const rows = scene.rows;
  const columns = scene.columns;
  const lanes = scene.lanes;
  scene.placeRaw(single);
  scene.placeOrigin();
  const half = (rows >> 1) & ~(lanes - 1);
  scene.place(0, half, SCALE, single);
  scene.place(half, rows - half, SCALE, single);
  for (let column = 0; column < columns; column++) {
    const sums = new Float64Array(lanes);
    const squares = new Float64Array(lanes);
    for (let row = 0; row < scene.blocks * lanes; row++) {
      let value: number = 0;
      if (row < rows) {
        value = (scene.points[row * columns + column] - scene.centroids[column]) * SCALE;
        const weighted = scene.weights[row] * value;
        sums[row % lanes] += weighted;
        squares[row % lanes] += weighted * value;
      }
      const got = scene.element(scene.pointsAt, scene.pointIndex(row, column));
      const want = rounded(value, scene.single);
      if (got !== want) return scene.mismatch(`column ${column} of row ${row}`, got, want);
    }
    for (let lane = 0; lane < lanes; lane++) {
      const gotSum = scene.float(scene.momentsAt + (2 * column * lanes + lane) * 8, false);
      if (gotSum !== sums[lane]) return scene.mismatch(`sum of column ${column}`, gotSum, sums[lane]);
      const gotSquare = scene.float(scene.momentsAt + ((2 * column + 1) * lanes + lane) * 8, false);
      if (gotSquare !== squares[lane]) return scene.mismatch(`squares of column ${column}`, gotSquare, squares[lane]);
    }
  }
  return scene.boundsMismatch();
}
