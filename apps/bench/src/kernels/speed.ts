import { compileKernel, instantiateKernel } from "@kentro/kernel/raw";
import type { Precision } from "../contenders/contender.ts";
import { summarize } from "../measure/statistics.ts";
import { kernelRuns } from "./kernels.ts";
import { roomFor } from "./room.ts";

/** How fast a kernel was. */
export interface KernelSpeed {
  readonly name: string;
  readonly remark: string;
  readonly precision: Precision;
  readonly columns: number;
  readonly k: number;
  /** Median of one run. */
  readonly ms: number;
  /** 10^9 floating-point operations a second. */
  readonly gigaflops: number;
  /** 10^9 bytes a second. */
  readonly gigabytes: number;
}

/** What kernels are measured on. */
export interface KernelEffort {
  readonly columns: readonly number[];
  readonly ks: readonly number[];
  /** Values of the points: rows are so many as have them, up to a limit. */
  readonly values: number;
  readonly mostRows: number;
  readonly repeats: number;
}

/** 4 MB of float32: more than the second cache holds, less than the last one. */
export const WHOLE_KERNELS: KernelEffort = {
  columns: [1, 2, 4, 8, 16, 64],
  ks: [8, 64],
  values: 2 ** 20,
  mostRows: 2 ** 18,
  repeats: 9,
};

const PRECISIONS = ["float32", "float64"] as const;

/** Kernels that do the same for any k: they are measured with the first. */
const WITHOUT_K = [
  "moveRow",
  "addSquares",
  "distancesToOne",
  "seedCost",
  "distanceSum",
  "extent",
  "place",
  "placeRounded",
];

/** Measures every kernel, in both precisions. */
export async function measureKernels(
  { columns: counts, ks, values, mostRows, repeats }: KernelEffort,
  say: (doing: string) => void,
): Promise<readonly KernelSpeed[]> {
  const module = await compileKernel();
  const speeds: KernelSpeed[] = [];
  for (const precision of PRECISIONS) {
    for (const columns of counts) {
      for (const k of ks) {
        const rows = Math.min(mostRows, Math.floor(values / columns));
        const room = roomFor({ precision, rows, columns, k });
        for (const run of kernelRuns(instantiateKernel(module, room.memory), room)) {
          if (k !== ks[0] && WITHOUT_K.includes(run.name)) continue;
          const { name, remark, operations, bytes } = run;
          say(`${name} ${precision}, ${columns} columns, k ${k}`);
          const samples = Array.from({ length: repeats }, () => {
            run.prepare?.();
            const startedAt = performance.now();
            run.run();
            return performance.now() - startedAt;
          });
          const ms = summarize(samples).median;
          const [gigaflops, gigabytes] = [operations / 1e6 / ms, bytes / 1e6 / ms];
          speeds.push({ name, remark, precision, columns, k, ms, gigaflops, gigabytes });
        }
      }
    }
  }
  return speeds;
}

/** Exports of the kernel that no speed is of, in either precision. */
export async function unmeasured(speeds: readonly KernelSpeed[]): Promise<readonly string[]> {
  const names = new Set(speeds.map(({ name, precision }) => `${name}${precision === "float32" ? "F32" : "F64"}`));
  const exports = WebAssembly.Module.exports(await compileKernel());
  return exports.filter(({ kind, name }) => kind === "function" && !names.has(name)).map(({ name }) => name);
}
