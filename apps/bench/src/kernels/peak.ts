import { readFile } from "node:fs/promises";
import type { Precision } from "../contenders/contender.ts";
import { summarize } from "../measure/statistics.ts";

/** What one thread of WebAssembly does at most on this machine. */
export interface Peak {
  /** 10^9 operations a second, multiplication and addition counted as two. */
  readonly multiplyAdd: Readonly<Record<Precision, number>>;
  /** 10^9 operations a second, difference, square and sum counted as three. */
  readonly subtractSquareAdd: Readonly<Record<Precision, number>>;
  /** 10^9 bytes a second, from as much as the points of a kernel take: the last cache holds it. */
  readonly readCache: number;
  /** 10^9 bytes a second, from memory that no cache holds. */
  readonly readMemory: number;
}

/** See `assembly/peak.ts`. */
interface PeakExports {
  readonly memory: WebAssembly.Memory;
  multiplyAddF32(at: number, rounds: number): void;
  multiplyAddF64(at: number, rounds: number): void;
  subtractSquareAddF32(at: number, rounds: number): void;
  subtractSquareAddF64(at: number, rounds: number): void;
  read(at: number, bytes: number): bigint;
}

const WASM = new URL("../../build/peak.wasm", import.meta.url);

/** Vectors that each loop of `assembly/peak.ts` works on in a round. */
const MULTIPLY_ADD_CHAINS = 12;
const SUBTRACT_SQUARE_ADD_CHAINS = 6;
const LANES: Readonly<Record<Precision, number>> = { float32: 4, float64: 2 };

/** How much is done. */
export interface PeakEffort {
  readonly rounds: number;
  /** Multiples of 64 KiB. */
  readonly cacheBytes: number;
  readonly memoryBytes: number;
  readonly repeats: number;
}

/** Milliseconds each. */
export const WHOLE_PEAK: PeakEffort = { rounds: 4_000_000, cacheBytes: 2 ** 22, memoryBytes: 2 ** 27, repeats: 9 };

const PAGE_BYTES = 65_536;

/** Measures the peak: the best of several times, since a peak is what is possible. */
export async function measurePeak({ rounds, cacheBytes, memoryBytes, repeats }: PeakEffort): Promise<Peak> {
  const { instance } = await WebAssembly.instantiate(await readFile(WASM));
  const exports = instance.exports as unknown as PeakExports;
  exports.memory.grow(memoryBytes / PAGE_BYTES);
  // Neither so large that they become infinite nor so small that they are slow; and memory that was never written is none.
  new Float32Array(exports.memory.buffer).fill(1);
  const operations = (chains: number, each: number, precision: Precision, run: () => void): number => {
    return (rounds * chains * each * LANES[precision]) / 1e6 / bestMs(repeats, run);
  };
  const multiplyAdd = (precision: Precision, run: PeakExports["multiplyAddF32"]): number =>
    operations(MULTIPLY_ADD_CHAINS, 2, precision, () => run(0, rounds));
  const subtractSquareAdd = (precision: Precision, run: PeakExports["multiplyAddF32"]): number =>
    operations(SUBTRACT_SQUARE_ADD_CHAINS, 3, precision, () => run(0, rounds));
  const read = (bytes: number): number => bytes / 1e6 / bestMs(repeats, () => exports.read(PAGE_BYTES, bytes));
  return {
    multiplyAdd: {
      float32: multiplyAdd("float32", exports.multiplyAddF32),
      float64: multiplyAdd("float64", exports.multiplyAddF64),
    },
    subtractSquareAdd: {
      float32: subtractSquareAdd("float32", exports.subtractSquareAddF32),
      float64: subtractSquareAdd("float64", exports.subtractSquareAddF64),
    },
    readCache: read(cacheBytes),
    readMemory: read(memoryBytes),
  };
}

function bestMs(repeats: number, run: () => void): number {
  const samples = Array.from({ length: repeats }, () => {
    const startedAt = performance.now();
    run();
    return performance.now() - startedAt;
  });
  return summarize(samples).least;
}
