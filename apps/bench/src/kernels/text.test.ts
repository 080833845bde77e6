import { expect, test } from "vitest";
import { kernelsText, peakText } from "./text.ts";

const PEAK = {
  multiplyAdd: { float32: 32, float64: 12.6 },
  subtractSquareAdd: { float32: 40, float64: 20 },
  readCache: 50,
  readMemory: 13,
};
const SPEED = { name: "nearest", remark: "", precision: "float32", columns: 4, k: 8, ms: 0.85 } as const;

test("the peak is a table", () => {
  expect(peakText(PEAK)).toMatchInlineSnapshot(`
    "peak of one thread               float32  float64
    multiply, add: GFLOP/s              32.0     12.6
    subtract, square, add: GFLOP/s      40.0     20.0
    read, from the last cache: GB/s     50.0
    read, from memory: GB/s             13.0
    "
  `);
});

test("kernels stand beside the peak of their precision, and those without a speed are named", () => {
  const speeds = [
    { ...SPEED, gigaflops: 30, gigabytes: 5 },
    { ...SPEED, precision: "float64", remark: "no row moves", gigaflops: 15, gigabytes: 10 } as const,
  ];
  expect(kernelsText(speeds, PEAK, ["newF32"])).toMatchInlineSnapshot(`
    "float32  columns  k     ms  GFLOP/s  of peak  GB/s  of peak
    nearest        4  8  0.850     30.0     75 %   5.0     10 %

    float64  columns  k     ms  GFLOP/s  of peak  GB/s  of peak
    nearest        4  8  0.850     15.0     75 %  10.0     20 %  no row moves

    Not measured: newF32.
    "
  `);
});
