import { describe, expect, it } from "vitest";
import { replied } from "../state/reply.ts";
import type { State } from "../state/state.ts";
import { beginning, computing, ready } from "../testing/shop.ts";
import type { WorkProgress } from "../work/protocol.ts";
import { progressLine } from "./progress.ts";

type Computing = Extract<WorkProgress, { kind: "computing" }>;

const PROGRESS: Computing = {
  ...{ kind: "computing", stage: "iterating", k: 5, restart: 3, restarts: 10, iteration: 17, fall: 0.004 },
  ...{ fraction: null, elapsedMs: 2100 },
};

function at(progress: Partial<Computing>): State {
  const state = computing();
  const { lastId: id } = state;
  return replied(state, { type: "progress", id, progress: { ...PROGRESS, ...progress } }).state;
}

const text = (state: State, width = 80): string | undefined =>
  progressLine(state, width)
    ?.map((span) => span.text)
    .join("")
    .trim();

describe("the progress line", () => {
  it("says which k, restart and iteration it is at, how much that gains, how long it has taken, and how to stop", () => {
    expect(text(at({}))).toBe("k=5  restart 3/10  iteration 17  inertia -0.4 %  2.1 s  Esc stops");
  });

  it("has a bar and the time that is left only where the whole is known", () => {
    const known = text(at({ fraction: 0.26 }), 120);
    expect(known).toMatch(/^▕██.? +▏26 % {2}k=5 .* inertia -0\.4 % {2}2\.1 s {2}~6\.0 s left {2}Esc stops$/);
    expect(text(at({}), 120)).not.toMatch(/%.*%|left/);
  });

  it("leaves out the least where it is narrow, whole parts at a time", () => {
    expect(text(at({ fraction: 0.26 }), 80)).toMatch(
      /26 % {2}k=5 {2}restart 3\/10 {2}iteration 17 {2}2\.1 s {2}~6\.0 s left/,
    );
    expect(text(at({ fraction: 0.26 }), 40)).toBe("k=5  2.1 s  ~6.0 s left  Esc stops");
    expect(text(at({ fraction: 0.26 }), 20)).toBe("k=5  2.1 s");
  });

  it("names the stage where there is no iteration to tell", () => {
    const quiet = { restart: null, restarts: null, iteration: null, fall: null };
    expect(text(at({ ...quiet, stage: "silhouette" }))).toBe("silhouette  k=5  2.1 s  Esc stops");
  });

  it("says something before the first record comes, and nothing where nothing is done", () => {
    expect(text(beginning())).toBe("Reading ...  Esc stops");
    expect(text(computing())).toBe("Working ...  Esc stops");
    expect(text(ready())).toBeUndefined();
  });
});
