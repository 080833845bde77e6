import { expect, test } from "vitest";
import type { Measured } from "../measure/rounds.ts";
import { caseText, closingText, openingText } from "./text.ts";

const KENTRO: Measured = {
  name: "kentro",
  precision: "float32",
  agreement: { different: 0, allowed: 100 },
  span: 20,
  iterationSamplesMs: [5, 4, 6],
  wholeFitSamplesMs: [250, 200, 300],
  wholeFitInertias: [1000, 1001, 1002],
};
const SCIKIT_LEARN: Measured = {
  ...KENTRO,
  name: "scikit-learn",
  iterationSamplesMs: [20, 20, 20],
  wholeFitSamplesMs: [1000, 1000, 1000],
};
const ML_KMEANS: Measured = {
  ...KENTRO,
  name: "ml-kmeans",
  precision: "float64",
  span: 4,
  iterationSamplesMs: [150],
  wholeFitSamplesMs: [5000],
  wholeFitInertias: [1011],
};
const CASE = { id: "1m-4", rows: 1_000_000, columns: 4, k: 8, leftOut: [] };

test("a case is a table with medians, spreads and ratios, and the rounds below it", () => {
  expect(caseText({ ...CASE, measured: [KENTRO, ML_KMEANS, SCIKIT_LEARN] })).toMatchInlineSnapshot(`
    "1m-4: 1,000,000 x 4, k 8
                             ms per          x kentro  x kentro     ms per                   x kentro  x kentro
                          iteration  spread   float32   float64  whole fit  spread  inertia   float32   float64
    kentro float32             5.00    40 %      1.00         -        250    40 %  +0.10 %      1.00         -
    ml-kmeans float64           150             30.00         -      5,000          +1.10 %     20.00         -
    scikit-learn float32       20.0     0 %      4.00         -      1,000     0 %  +0.10 %      4.00         -
    kentro float32, scikit-learn float32: 3 rounds of 21 iterations against 1, 3 rounds of whole fits.
    ml-kmeans float64: 1 round of 5 iterations against 1, 1 round of whole fits.
    "
  `);
});

test("who labels otherwise is named, with how many labels", () => {
  const wrong: Measured = {
    ...ML_KMEANS,
    agreement: { different: 1234, allowed: 1 },
    iterationSamplesMs: [],
    wholeFitSamplesMs: [],
    wholeFitInertias: [],
  };
  const result = { ...CASE, measured: [KENTRO, wrong] };
  expect(caseText(result)).toContain(
    "ml-kmeans float64 is not measured: 1,234 labels are others than the reference's, 1 may be.",
  );
  expect(closingText({ cases: [result] })).toContain("Labels disagree in 1 measurement.");
});

test("who is left out of a quick comparison is named", () => {
  const text = caseText({ ...CASE, measured: [KENTRO], leftOut: ["ml-kmeans float64", "skmeans float64"] });
  expect(text).toContain("Left out, to be quick: ml-kmeans float64, skmeans float64.");
});

test("near-ties are no disagreement, and told", () => {
  const near: Measured = { ...KENTRO, agreement: { different: 3, allowed: 100 } };
  const result = { ...CASE, measured: [near] };
  expect(caseText(result)).toContain("kentro float32: 3 labels are others than the reference's, 100 may be.");
  expect(closingText({ cases: [result] })).toContain("All labels agree.");
});

test("a difference that is lost in noise has no ratio", () => {
  const noise: Measured = { ...KENTRO, iterationSamplesMs: [-0.1], wholeFitSamplesMs: [], wholeFitInertias: [] };
  expect(caseText({ ...CASE, measured: [noise] })).toMatch(/kentro float32 +-0\.100 +- +- +- +- +- +-$/m);
});

test("goals that are reached or missed are told with their ratio", () => {
  const closing = closingText({ cases: [{ ...CASE, measured: [KENTRO, ML_KMEANS, SCIKIT_LEARN] }] });
  expect(closing).toContain("Goal reached: an iteration of 1m-4 takes scikit-learn (float32) 4.0 times as long");
  expect(closing).toContain("Goal missed: a whole fit of 1m-4 takes ml-kmeans (float64) 20.0 times as long");
});

test("goals that nothing was measured for are not told", () => {
  expect(closingText({ cases: [{ ...CASE, id: "100k-3", measured: [KENTRO, ML_KMEANS] }] })).toBe(
    "All labels agree.\n",
  );
});

test("it begins with the machine, its load, and the versions", () => {
  const machine = { platform: "linux x64", processor: "A processor", cores: 2, memoryBytes: 2 ** 34, load: 0.25 };
  const opening = openingText(machine, { node: "20.0.0", skmeans: "0.11.3" });
  expect(opening).toContain("A processor, 2 cores, 16.0 GiB, linux x64, load 0.3\nnode 20.0.0, skmeans 0.11.3\n");
  expect(opening).not.toContain("busy");
  expect(openingText({ ...machine, load: 1.5 }, {})).toContain("The machine is busy with other things");
});
