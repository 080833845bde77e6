import type { Precision } from "../contenders/contender.ts";
import { milliseconds } from "../report/number.ts";
import { tableLines } from "../report/table.ts";
import type { Peak } from "./peak.ts";
import type { KernelSpeed } from "./speed.ts";

const HEADING = ["", "columns", "k", "ms", "GFLOP/s", "of peak", "GB/s", "of peak", ""];

/** What the machine does at most. */
export function peakText({ multiplyAdd, subtractSquareAdd, readCache, readMemory }: Peak): string {
  const lines = tableLines([
    ["peak of one thread", "float32", "float64"],
    ["multiply, add: GFLOP/s", multiplyAdd.float32.toFixed(1), multiplyAdd.float64.toFixed(1)],
    ["subtract, square, add: GFLOP/s", subtractSquareAdd.float32.toFixed(1), subtractSquareAdd.float64.toFixed(1)],
    ["read, from the last cache: GB/s", readCache.toFixed(1), ""],
    ["read, from memory: GB/s", readMemory.toFixed(1), ""],
  ]);
  return `${lines.join("\n")}\n`;
}

/** Kernels beside the peak of subtract, square, add and of the last cache, which holds their points; and those that were not measured. */
export function kernelsText(speeds: readonly KernelSpeed[], peak: Peak, unmeasured: readonly string[]): string {
  const tables = (["float32", "float64"] as const).map((precision) => tableOf(speeds, precision, peak));
  const missing = unmeasured.length === 0 ? [] : [`Not measured: ${unmeasured.join(", ")}.`];
  return `${[...tables, ...missing].join("\n\n")}\n`;
}

function tableOf(speeds: readonly KernelSpeed[], precision: Precision, peak: Peak): string {
  const rows = speeds
    .filter((speed) => speed.precision === precision)
    .map(({ name, remark, columns, k, ms, gigaflops, gigabytes }) => [
      name,
      String(columns),
      String(k),
      milliseconds(ms),
      gigaflops.toFixed(1),
      share(gigaflops / peak.subtractSquareAdd[precision]),
      gigabytes.toFixed(1),
      share(gigabytes / peak.readCache),
      remark,
    ]);
  const [first, ...rest] = HEADING;
  return tableLines([[`${precision}${first}`, ...rest], ...rows]).join("\n");
}

function share(part: number): string {
  return `${Math.round(part * 100)} %`;
}
