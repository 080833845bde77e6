import { expect, test } from "vitest";
import type { Fitting } from "./fit.ts";
import { timed } from "./timed.ts";

const FIT = { iterations: 3, labels: () => Int32Array.of(1, 0) };

/** A clock that each fit moves on by the next of these times, and by the last from then on. */
function clock(...timesMs: readonly number[]): { readonly now: () => number; readonly fit: Fitting } {
  let nowMs = 0;
  let fits = 0;
  const next = () => {
    nowMs += timesMs[Math.min(fits++, timesMs.length - 1)] ?? 0;
    return FIT;
  };
  return { now: () => nowMs, fit: { fromStart: next, whole: next } };
}

test("the time of one fit is the median of those that are alike: what disturbs a few does not count", async () => {
  const { now, fit } = clock(900, 12, 11, 500, 13);
  const reply = await timed(fit, { from: { limit: 3 }, repeats: 5, labels: false }, now);
  expect(reply).toEqual({ elapsedMs: 13, iterations: 3, labels: null });
  expect(now()).toBe(900 + 12 + 11 + 500 + 13);
});

test("labels come where they are wanted", async () => {
  const { now, fit } = clock(12);
  const reply = await timed(fit, { from: { limit: 3 }, repeats: 1, labels: true }, now);
  expect(reply.labels).toEqual(Int32Array.of(1, 0));
});
