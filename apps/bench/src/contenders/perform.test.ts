import { expect, test } from "vitest";
import type { Fitting, Found } from "./fitting.ts";
import { perform } from "./perform.ts";

const SAMPLE = { rows: 3, columns: 1, k: 2, points: Float32Array.of(1, 2, 9), start: Float32Array.of(1, 9) };

function found(k: number): Found {
  return { k, iterations: 3, labels: () => (k === 1 ? Int32Array.of(0, 0, 0) : Int32Array.of(0, 0, 1)) };
}

/** A clock that each fit moves on by the next of these times, and by the last from then on. */
function clock(...timesMs: readonly number[]): { readonly now: () => number; readonly fitting: Fitting } {
  let nowMs = 0;
  let fits = 0;
  const next = (k: number) => {
    nowMs += timesMs[Math.min(fits++, timesMs.length - 1)] ?? 0;
    return found(k);
  };
  return { now: () => nowMs, fitting: { fromStart: () => next(2), fit: next } };
}

test("the time of one job is the median of those that are alike: what disturbs a few does not count", async () => {
  const { now, fitting } = clock(900, 12, 11, 500, 13);
  const job = { kind: "from start", limit: 3 } as const;
  const reply = await perform(fitting, SAMPLE, { job, repeats: 5, wants: "time" }, now);
  expect(reply).toEqual({ elapsedMs: 13, iterations: 3, inertias: [], labels: null });
  expect(now()).toBe(900 + 12 + 11 + 500 + 13);
});

test("labels and inertia come where they are wanted", async () => {
  const { now, fitting } = clock(12);
  const job = { kind: "fit", seed: 1, starts: 10 } as const;
  const reply = await perform(fitting, SAMPLE, { job, repeats: 1, wants: "labels" }, now);
  expect(reply.labels).toEqual(Int32Array.of(0, 0, 1));
  expect(reply.inertias).toEqual([0.5]);
});

test("who has no sweep of its own fits each k, all of them in the time", async () => {
  const { now, fitting } = clock(10);
  const job = { kind: "elbow", seed: 1, starts: 10, kMax: 2 } as const;
  const reply = await perform(fitting, SAMPLE, { job, repeats: 1, wants: "inertia" }, now);
  expect(reply).toEqual({ elapsedMs: 20, iterations: null, inertias: [38, 0.5], labels: null });
});

test("an analysis is refused by who has none", async () => {
  const { now, fitting } = clock(10);
  const job = { kind: "analysis", seed: 1, kMax: 2 } as const;
  await expect(perform(fitting, SAMPLE, { job, repeats: 1, wants: "time" }, now)).rejects.toThrow("has an analysis");
});
