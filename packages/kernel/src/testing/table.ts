// Compiles as TypeScript and as AssemblyScript.
// biome-ignore lint/style/useImportType: AssemblyScript has no type imports.
import { Scene } from "./scene.ts";

/** Lays out a case over a kernel: the compiled sources in the one suite, the shipped bytes in the other. */
export type SceneBuilder = (
  rows: i32,
  columns: i32,
  k: i32,
  single: boolean,
  grid: boolean,
  weighted: boolean,
) => Scene;

/**
 * Runs a check over the table: every number of rows around the blocks, of columns and of centroids around what is
 * unrolled, on and off the grid, and rows around the chunks. Gives the first mismatch in words, or nothing.
 */
export function firstMismatch(
  build: SceneBuilder,
  check: (scene: Scene) => string,
  single: boolean,
  weighted: boolean,
): string {
  for (let rows = 0; rows <= 33; rows++) {
    for (let columns = 1; columns <= 9; columns++) {
      for (let k = 1; k <= 9; k++) {
        const mismatch = eitherMismatch(build, check, rows, columns, k, single, weighted);
        if (mismatch !== "") return mismatch;
      }
    }
  }
  const chunkRows: i32 = single ? 512 : 256;
  for (let rows = chunkRows - 1; rows <= chunkRows + 1; rows++) {
    const mismatch = eitherMismatch(build, check, rows, 4, 3, single, weighted);
    if (mismatch !== "") return mismatch;
  }
  return eitherMismatch(build, check, 2 * chunkRows + 5, 5, 3, single, weighted);
}

function eitherMismatch(
  build: SceneBuilder,
  check: (scene: Scene) => string,
  rows: i32,
  columns: i32,
  k: i32,
  single: boolean,
  weighted: boolean,
): string {
  for (let grid = 0; grid < 2; grid++) {
    const scene = build(rows, columns, k, single, grid === 1, weighted);
    scene.clear();
    const mismatch = check(scene);
    if (mismatch !== "") return mismatch;
  }
  return "";
}
