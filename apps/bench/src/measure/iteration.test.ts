import { expect, test } from "vitest";
import { type Behavior, pretend } from "../testing/pretend.ts";
import { CHECKED_ITERATIONS, measureIteration } from "./iteration.ts";
import type { Measured } from "./measured.ts";

const REFERENCE = pretend("reference");

function run(behaviors: Readonly<Record<string, Behavior>>): Promise<readonly Measured[]> {
  const entrants = Object.entries(behaviors).map(([name, behavior]) => {
    return { contender: pretend(name, behavior), rounds: 3, span: 20 };
  });
  return measureIteration(entrants, REFERENCE, 1, () => {});
}

test("an iteration is what a longer fit takes more, without what every fit takes", async () => {
  const [measured] = await run({ a: { iterationMs: 7 } });
  expect(measured.samplesMs).toEqual([7, 7, 7]);
  expect(measured.span).toBe(20);
});

test("who labels otherwise is reported and not measured, while the others are", async () => {
  const log: string[] = [];
  const [right, wrong] = await run({ right: {}, wrong: { labels: [0, 1, 1], inertia: 7.000001, log } });
  expect(wrong.agreement.labels).toMatchObject({ different: 1, allowed: 0 });
  expect(wrong.samplesMs).toEqual([]);
  expect(log).toEqual([`wrong ${CHECKED_ITERATIONS}`, "wrong 21"]);
  expect(right.samplesMs).toHaveLength(3);
});

test("who comes to another inertia after the last iteration is not measured", async () => {
  const [wrong] = await run({ wrong: { inertia: 7.001 } });
  expect(wrong.agreement.inertia?.off).toBeCloseTo(0.001 / 7);
  expect(wrong.samplesMs).toEqual([]);
});

test("a short and a long fit follow each other in each round", async () => {
  const log: string[] = [];
  await run({ a: { log }, b: { log } });
  expect(log.slice(4, 12)).toEqual(["a 1", "a 21", "b 1", "b 21", "b 1", "b 21", "a 1", "a 21"]);
});

test("a contender that converges within the measured iterations is no contender", async () => {
  await expect(run({ hasty: { convergesAfter: 12 } })).rejects.toThrow(
    "Expected hasty float64, 1 thread to do 21 iterations, got 12",
  );
});
