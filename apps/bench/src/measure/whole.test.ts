import { expect, test } from "vitest";
import { type Behavior, pretend } from "../testing/pretend.ts";
import type { Measured } from "./measured.ts";
import { measureWhole, type WholeWork } from "./whole.ts";

function run(work: WholeWork, behaviors: Readonly<Record<string, Behavior>>): Promise<readonly Measured[]> {
  const entrants = Object.entries(behaviors).map(([name, behavior]) => {
    return { contender: pretend(name, behavior), rounds: 2 };
  });
  return measureWhole(work, entrants, { repeats: 1, starts: 10 }, () => {});
}

test("a job takes all of its time, has a seed for each round, and says what inertia it came to", async () => {
  const log: string[] = [];
  const [measured] = await run("fit", { a: { iterationMs: 2, convergesAfter: 25, log } });
  expect(measured.samplesMs).toEqual([150, 150]);
  expect(measured.inertias).toEqual([[7], [7]]);
  expect(measured.iterations).toEqual([25, 25]);
  expect(log).toEqual(["a fit 0", "a fit 1"]);
});

test("who converges to another inertia than the first in float64 is reported and has no times", async () => {
  const single = { precision: "float32", inertia: 7.01 } as const;
  const [wrong, right] = await run("convergence", { wrong: single, right: {} });
  expect(wrong.agreement.inertia?.off).toBeCloseTo(0.01 / 7);
  expect(wrong.samplesMs).toEqual([]);
  expect(right.samplesMs).toHaveLength(2);
});

test("where all do as they wish, inertias may differ", async () => {
  const measured = await run("fit", { a: { inertia: 7 }, b: { inertia: 9 } });
  expect(measured.map(({ samplesMs }) => samplesMs.length)).toEqual([2, 2]);
});

test("without a contender in float64 there is nothing to converge to", async () => {
  await expect(run("convergence", { a: { precision: "float32" } })).rejects.toThrow("a contender in float64");
});
