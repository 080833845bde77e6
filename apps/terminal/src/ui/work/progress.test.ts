import { afterEach, describe, expect, it, vi } from "vitest";
import { reporter } from "./progress.ts";
import type { Reply } from "./protocol.ts";

const at = (inertia: number, iteration: number, restart = 1) =>
  ({ stage: "iterating", fraction: 0.1, k: 3, restart, restarts: 10, iteration, inertia }) as const;

afterEach(() => vi.useRealTimers());

describe("a reporter", () => {
  it("tells of long work that has nothing new to say until it ends", () => {
    vi.useFakeTimers();
    const sent: Reply[] = [];
    const report = reporter(7, (reply) => sent.push(reply), Date.now);
    report.computing(at(100, 1));
    report.computing({ stage: "describing", fraction: 1 });
    expect(sent).toEqual([]);
    vi.advanceTimersByTime(250);
    const told = (elapsedMs: number) => ({ progress: { stage: "describing", fraction: 1, elapsedMs } });
    expect(sent).toMatchObject([told(100), told(200)]);
    report.end();
    vi.advanceTimersByTime(1000);
    expect(sent).toHaveLength(2);
  });

  it("passes on at most ten records a second, none in the first tenth", () => {
    let now = 0;
    const sent: Reply[] = [];
    const report = reporter(
      7,
      (reply) => sent.push(reply),
      () => now,
    );
    for (; now < 1000; now += 7) report.reading(now);
    expect(sent.length).toBeGreaterThanOrEqual(8);
    expect(sent.length).toBeLessThanOrEqual(10);
    expect(sent[0]).toMatchObject({ type: "progress", id: 7, progress: { kind: "reading", elapsedMs: 105 } });
  });

  it("says by what part the inertia fell from one iteration to the next of the same start", () => {
    let now = 0;
    const sent: Reply[] = [];
    const report = reporter(
      7,
      (reply) => sent.push(reply),
      () => (now += 200),
    );
    for (const progress of [at(100, 1), at(75, 2), at(60, 1, 2)]) report.computing(progress);
    expect(sent.map((reply) => (reply.type === "progress" ? reply.progress : null))).toMatchObject([
      { fall: null },
      { fall: 0.25 },
      { fall: null, restart: 2, restarts: 10, k: 3 },
    ]);
  });

  it("passes on every point of the curve at once", () => {
    const sent: Reply[] = [];
    const report = reporter(
      7,
      (reply) => sent.push(reply),
      () => 0,
    );
    const points = [1, 2, 3].map((k) => ({ k, inertia: 100 / k, silhouette: null, smallest: 4 }));
    for (const point of points) report.computing({ stage: "iterating", fraction: 0.1, k: point.k, point });
    expect(sent).toEqual(points.map((point) => ({ type: "point", id: 7, point })));
  });
});
