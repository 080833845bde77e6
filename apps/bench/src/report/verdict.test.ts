import { expect, test } from "vitest";
import type { Measurement } from "../measure/measured.ts";
import { FIT_MEASURED, ITERATION_MEASURED, KENTRO } from "../testing/measured.ts";
import { verdictsOn } from "./verdict.ts";

test("a ratio that is large enough reaches its goal", () => {
  const [{ reached, ratio }] = verdictsOn([ITERATION_MEASURED]);
  expect([reached, ratio?.median]).toEqual([true, 8]);
});

test("a ratio that is too small misses it", () => {
  const measured = ITERATION_MEASURED.measured.map((one) => (one === KENTRO ? { ...one, samplesMs: [10] } : one));
  expect(verdictsOn([{ ...ITERATION_MEASURED, measured }])[0].reached).toBe(false);
});

test("a fast fit with a higher inertia misses its goal", () => {
  const verdicts = verdictsOn([FIT_MEASURED]);
  const against = (name: string) => verdicts.find(({ goal }) => goal.theirs?.name === name);
  expect(against("scikit-learn")?.reached).toBe(false);
  expect(against("scikit-learn")?.inertia?.words).toBe("inertia 0.100 % higher");
  expect(against("ml-kmeans")?.inertia).toEqual({ holds: true, words: "inertia 9.091 % lower" });
});

test("where the other was not measured, nothing was reached or missed", () => {
  const verdict = verdictsOn([FIT_MEASURED]).find(({ goal }) => goal.theirs?.name === "skmeans");
  expect([verdict?.reached, verdict?.ratio]).toEqual([null, null]);
});

const OPTIMUM: Measurement = {
  ...FIT_MEASURED,
  work: "optimum",
  on: "150 x 4 k 3 iris",
  bestKnown: 999.5,
  measured: FIT_MEASURED.measured.filter(({ name }) => name !== "ml-kmeans"),
};

test("every seed must be near the best inertia that anyone came to, or that is known", () => {
  const [near] = verdictsOn([
    { ...OPTIMUM, measured: OPTIMUM.measured.map((one) => ({ ...one, inertias: [[1000]] })) },
  ]);
  expect(near.inertia).toEqual({ holds: true, words: "1 of 1 near the best, worst 0.050 %" });
  const [far] = verdictsOn([OPTIMUM]);
  expect(far.inertia).toEqual({ holds: false, words: "0 of 2 near the best, worst 0.100 %" });
  expect(far.reached).toBe(false);
});
