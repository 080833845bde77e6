import { compileKernel, instantiateKernel } from "@kentro/kernel/raw";
import { expect, test } from "vitest";
import { kernelRuns } from "./kernels.ts";
import { roomFor } from "./room.ts";
import { measureKernels, unmeasured } from "./speed.ts";

const SMALL = { columns: [1, 3], ks: [2, 4], values: 600, mostRows: 400, repeats: 1 };

test("every kernel that is shipped is measured, or said not to be", async () => {
  const speeds = await measureKernels(SMALL, () => {});
  const names = speeds.map(({ name, precision }) => `${name}${precision === "float32" ? "F32" : "F64"}`);
  const shipped = WebAssembly.Module.exports(await compileKernel()).map(({ name }) => name);
  expect(new Set([...names, ...(await unmeasured(speeds))])).toEqual(new Set(shipped));
  expect(names).toContain("nearestF32");
});

test("kernels that do the same for any k are measured once for each number of columns", async () => {
  const speeds = await measureKernels(SMALL, () => {});
  const of = (wanted: string) => speeds.filter(({ name, precision }) => name === wanted && precision === "float64");
  expect(of("nearest").map(({ columns, k }) => [columns, k])).toEqual([
    [1, 2],
    [1, 4],
    [3, 2],
    [3, 4],
  ]);
  expect(of("place").map(({ columns, k }) => [columns, k])).toEqual([
    [1, 2],
    [3, 2],
  ]);
});

test.each(["float32", "float64"] as const)("kernels work on points of their own in %s", async (precision) => {
  const room = roomFor({ precision, rows: 100, columns: 3, k: 5 });
  const runs = kernelRuns(instantiateKernel(await compileKernel(), room.memory), room);
  runs.find(({ name }) => name === "place")?.run();
  // The first rows of the raw values are the centroids that these shall be nearest to.
  const bytes = precision === "float32" ? 4 : 8;
  const memory = new Uint8Array(room.memory.buffer);
  memory.copyWithin(room.centroids, room.raw, room.raw + 5 * 3 * bytes);
  runs.find(({ name }) => name === "nearest")?.run();
  expect([...new Int32Array(room.memory.buffer, room.labels, 5)]).toEqual([0, 1, 2, 3, 4]);
});
