import { expect, test } from "vitest";
import { timed } from "./timed.ts";

const FIT = { iterations: 3, labels: () => Int32Array.of(1, 0) };

/** A clock that a fit moves on by 12 ms. */
function clock(): { readonly now: () => number; readonly fit: () => typeof FIT; readonly fits: () => number } {
  let fits = 0;
  const fit = () => {
    fits++;
    return FIT;
  };
  return { now: () => fits * 12, fit, fits: () => fits };
}

test("the time of one fit is the mean of those timed together", async () => {
  const { now, fit, fits } = clock();
  const reply = await timed(fit, { limit: 3, repeats: 5, labels: false }, now);
  expect(reply).toEqual({ elapsedMs: 12, iterations: 3, labels: null });
  expect(fits()).toBe(5);
});

test("labels come where they are wanted", async () => {
  const { now, fit } = clock();
  const reply = await timed(fit, { limit: 3, repeats: 1, labels: true }, now);
  expect(reply.labels).toEqual(Int32Array.of(1, 0));
});
