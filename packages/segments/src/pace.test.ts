import { afterEach, expect, test, vi } from "vitest";
import { Pace } from "./pace.ts";

afterEach(() => {
  vi.restoreAllMocks();
});

/** A pace whose work so far took as long as it says. */
function paceAfter(workMs: number, signal?: AbortSignal): Pace {
  const now = vi.spyOn(performance, "now").mockReturnValue(1000);
  const pace = new Pace(signal);
  now.mockReturnValue(1000 + workMs);
  return pace;
}

test("a breath after long work lets timers through, and an abort is heard", async () => {
  const stop = new AbortController();
  const pace = paceAfter(20, stop.signal);
  setTimeout(() => stop.abort(), 0);
  await expect(pace.breathe()).rejects.toMatchObject({ name: "AbortError" });
});

test("a breath after little work costs no turn of the event loop", async () => {
  const pace = paceAfter(1);
  let turned = false;
  setTimeout(() => {
    turned = true;
  }, 0);
  await pace.breathe();
  expect(turned).toBe(false);
});

test("nothing begins where the signal was aborted before", () => {
  expect(() => new Pace(AbortSignal.abort())).toThrow(expect.objectContaining({ name: "AbortError" }));
});
