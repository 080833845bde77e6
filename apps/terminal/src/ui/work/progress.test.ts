import { describe, expect, it } from "vitest";
import { reporter } from "./progress.ts";
import type { WorkProgress } from "./protocol.ts";

const at = (inertia: number, iteration: number, restart = 1) =>
  ({ stage: "iterating", fraction: 0.1, k: 3, restart, restarts: 10, iteration, inertia }) as const;

describe("a reporter", () => {
  it("passes on at most ten records a second, none in the first tenth", () => {
    let now = 0;
    const sent: WorkProgress[] = [];
    const report = reporter(
      (progress) => sent.push(progress),
      () => now,
    );
    for (; now < 1000; now += 7) report.reading(now);
    expect(sent.length).toBeGreaterThanOrEqual(8);
    expect(sent.length).toBeLessThanOrEqual(10);
    expect(sent[0]).toMatchObject({ kind: "reading", elapsedMs: 105 });
  });

  it("says by what part the inertia fell from one iteration to the next of the same start", () => {
    let now = 0;
    const sent: WorkProgress[] = [];
    const report = reporter(
      (progress) => sent.push(progress),
      () => (now += 200),
    );
    for (const progress of [at(100, 1), at(75, 2), at(60, 1, 2)]) report.computing(progress);
    expect(sent).toMatchObject([{ fall: null }, { fall: 0.25 }, { fall: null, restart: 2, restarts: 10, k: 3 }]);
  });
});
