import { expect, test } from "vitest";
import { pretend } from "../testing/pretend.ts";
import { measureSize } from "./scaling.ts";

const SAMPLE = { rows: 3, columns: 1, k: 2, points: Float32Array.of(1, 2, 9), start: Float32Array.of(1, 9) };

test("an iteration is measured for each number of threads", async () => {
  const contenders = [pretend("kentro", { iterationMs: 6 }), pretend("kentro", { iterationMs: 3, threads: 2 })];
  expect(await measureSize(SAMPLE, contenders, 3, () => {})).toEqual({
    rows: 3,
    columns: 1,
    k: 2,
    span: 20,
    times: [
      { threads: 1, ms: { median: 6, least: 6, most: 6 } },
      { threads: 2, ms: { median: 3, least: 3, most: 3 } },
    ],
  });
});

test("where nothing moves any more before, fewer iterations are measured", async () => {
  const row = await measureSize(SAMPLE, [pretend("kentro", { convergesAfter: 9, iterationMs: 6 })], 1, () => {});
  expect([row?.span, row?.times[0].ms.median]).toEqual([8, 6]);
});

test("where nothing moves after the first, there is nothing to measure", async () => {
  expect(await measureSize(SAMPLE, [pretend("kentro", { convergesAfter: 1 })], 1, () => {})).toBeNull();
});
