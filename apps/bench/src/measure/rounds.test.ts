import { expect, test } from "vitest";
import type { Contender, FitRequest, Precision } from "../contenders/contender.ts";
import type { Sample } from "../data/sample.ts";
import { CHECKED_ITERATIONS, type Measured, measure } from "./rounds.ts";

const SAMPLE: Sample = { rows: 3, columns: 1, k: 2, points: Float64Array.of(1, 2, 9), start: Float64Array.of(1, 9) };
const MEASURING = { iterations: 30, span: 20, repeats: 1 };
const EFFORT = { rounds: 3, iterationsMs: 1000, wholeFitsMs: 1000 };
const NOTHING = (): void => {};

interface Behavior {
  readonly precision?: Precision;
  readonly labels?: readonly number[];
  /** Of one iteration, over and above what every fit takes. */
  readonly iterationMs?: number;
  readonly convergesAfter?: number;
  /** Receives the name of the contender at each fit. */
  readonly log?: string[];
}

/** Takes 100 ms a fit and `iterationMs` an iteration, on a clock of its own. */
function pretend(name: string, behavior: Behavior): Contender {
  const { precision = "float64", labels = [0, 0, 1], iterationMs = 1, convergesAfter = 30, log = [] } = behavior;
  const fit = async ({ from, labels: wanted }: FitRequest) => {
    log.push(`${name} ${"limit" in from ? from.limit : `seed ${from.seed}`}`);
    const iterations = Math.min("limit" in from ? from.limit : 300, convergesAfter);
    return { elapsedMs: 100 + iterations * iterationMs, iterations, labels: wanted ? Int32Array.from(labels) : null };
  };
  return { name, precision, slow: false, load: async () => {}, fit, close: async () => {} };
}

function run(...contenders: readonly Contender[]): Promise<readonly Measured[]> {
  return measure(contenders, SAMPLE, MEASURING, EFFORT, NOTHING);
}

test("an iteration is what a longer fit takes more, without what every fit takes", async () => {
  const [measured] = await run(pretend("a", { iterationMs: 7 }));
  expect(measured.iterationSamplesMs).toEqual([7, 7, 7]);
  expect(measured.span).toBe(20);
});

test("a whole fit takes all of its time, has a seed for each round, and says what inertia it came to", async () => {
  const log: string[] = [];
  const [measured] = await run(pretend("a", { iterationMs: 2, convergesAfter: 25, log }));
  expect(measured.wholeFitSamplesMs).toEqual([150, 150, 150]);
  expect(measured.wholeFitInertias).toEqual([0.5, 0.5, 0.5]);
  expect(log.slice(-3)).toEqual(["a seed 0", "a seed 1", "a seed 2"]);
});

test("a contender that labels otherwise is reported and not measured, while the others are", async () => {
  const log: string[] = [];
  const [right, wrong] = await run(pretend("right", {}), pretend("wrong", { labels: [0, 1, 1], log }));
  expect(wrong.agreement).toEqual({ different: 1, allowed: 0 });
  expect(wrong.iterationSamplesMs).toEqual([]);
  expect(wrong.wholeFitSamplesMs).toEqual([]);
  expect(log).toEqual([`wrong ${CHECKED_ITERATIONS}`]);
  expect(right.agreement.different).toBe(0);
  expect(right.iterationSamplesMs).toHaveLength(3);
});

test("the first contender in float64 is the reference", async () => {
  const single = pretend("single", { precision: "float32", labels: [1, 1, 1] });
  const measured = await run(single, pretend("double", {}), pretend("other", {}));
  expect(measured.map(({ agreement }) => agreement.different)).toEqual([2, 0, 0]);
});

test("contenders take turns, and another one begins each round", async () => {
  const log: string[] = [];
  await run(pretend("a", { log }), pretend("b", { log }));
  const afterChecks = log.filter((line) => !line.endsWith(` ${CHECKED_ITERATIONS}`));
  expect(afterChecks.slice(0, 8)).toEqual(["a 1", "a 21", "b 1", "b 21", "b 1", "b 21", "a 1", "a 21"]);
});

test("a contender that converges within the measured iterations is no contender", async () => {
  await expect(run(pretend("hasty", { convergesAfter: 12 }))).rejects.toThrow(
    "Expected hasty float64 to do 1 and 21 iterations, got 1 and 12",
  );
});

test("without a contender in float64 there is nothing to compare with", async () => {
  await expect(run(pretend("a", { precision: "float32" }))).rejects.toThrow("a contender in float64");
});
