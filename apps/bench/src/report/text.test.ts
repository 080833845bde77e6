import { expect, test } from "vitest";
import { FIT_MEASURED, ITERATION_MEASURED, KENTRO, RESULT } from "../testing/measured.ts";
import { closingText, measurementText, openingText } from "./text.ts";

test("an iteration is a table with medians, spreads and ratios, and the rounds below it", () => {
  expect(measurementText(ITERATION_MEASURED)).toMatchInlineSnapshot(`
    "1M x 4 k 8 blobs: iteration
                                      ms  least  most  x kentro f32  f64
    kentro float32, 1 thread        5.00   4.00  6.00          1.00    -
    ml-kmeans float64, 1 thread      150    150   150         30.00    -
    scikit-learn float32, 1 thread  40.0   30.0  50.0          8.00    -
    3 rounds of 21 iterations against 1: kentro float32, 1 thread; scikit-learn float32, 1 thread.
    1 round of 5 iterations against 1: ml-kmeans float64, 1 thread.
    "
  `);
});

test("a fit has inertias, and says where kentro's is higher and who is left out", () => {
  expect(measurementText(FIT_MEASURED)).toMatchInlineSnapshot(`
    "1M x 4 k 8 blobs: fit
                                              ms  least   most  x kentro f32  f64    inertia
    kentro float32, default threads          105    100    110          1.00    -   +0.100 %
    ml-kmeans float64, 1 thread            9,900  9,900  9,900         94.29    -  +10.110 %
    scikit-learn float32, default threads  2,100  2,000  2,200         20.00    -   +0.000 %
    The inertia of kentro float32, default threads is 0.1001 % above that of scikit-learn float32, default threads.
    2 rounds: kentro float32, default threads; scikit-learn float32, default threads.
    1 round: ml-kmeans float64, 1 thread.
    Left out, since they would take too long: skmeans float64, 1 thread.
    "
  `);
});

test("who labels otherwise, or comes to another inertia, is named", () => {
  const labels = { different: 1234, allowed: 1, inertia: { off: 0.001, allowed: 1e-9 } };
  const inertia = { off: 0.01, allowed: 1e-6 };
  const wrong = { ...KENTRO, agreement: { labels, inertia }, samplesMs: [] };
  const measurement = { ...ITERATION_MEASURED, measured: [wrong] };
  expect(measurementText(measurement)).toContain(
    "kentro float32, 1 thread is not measured: 1,234 labels are others than the reference's, 1 may be; their inertia is off " +
      "by 1.0e-3, 1e-9 may be; the inertia in the end is off by 1.0e-2, 0.000001 may be.",
  );
  expect(closingText({ measurements: [measurement] })).toContain("Answers disagree in 1 measurement.");
});

test("near-ties are no disagreement, and told", () => {
  const labels = { different: 3, allowed: 100, inertia: { off: 1e-3, allowed: 1e-6 } };
  const near = { ...KENTRO, agreement: { ...KENTRO.agreement, labels } };
  const measurement = { ...ITERATION_MEASURED, measured: [near] };
  expect(measurementText(measurement)).toContain(
    "kentro float32, 1 thread: 3 labels are others than the reference's, 100 may be.",
  );
  expect(closingText({ measurements: [measurement] })).toContain("All answers that must be equal are.");
});

test("the end says which goals are reached", () => {
  expect(closingText(RESULT)).toMatchInlineSnapshot(`
    "All answers that must be equal are.

    what is to be reached                                      against             target  measured          spread  kentro, ms                 inertia
    iteration, 1M x 4 k 8 blobs         scikit-learn float32, 1 thread              >= 6x     8.00x    7.50 to 8.33        5.00                               reached
    fit, 1M x 4 k 8 blobs        scikit-learn float32, default threads  >= 15x, no higher    20.00x  20.00 to 20.00         105  inertia 0.100 % higher        missed
    fit, 1M x 4 k 8 blobs                  ml-kmeans float64, 1 thread     >= 100x, lower    94.29x  99.00 to 99.00         105   inertia 9.091 % lower        missed
    fit, 1M x 4 k 8 blobs                    skmeans float64, 1 thread     >= 100x, lower         -                         105                          not measured
    Reached: 1 of 4; not measured: 27 more.
    "
  `);
});

test("where no goal was measured, none is told", () => {
  expect(closingText({ measurements: [{ ...ITERATION_MEASURED, on: "elsewhere" }] })).toBe(
    "All answers that must be equal are.\n",
  );
});

test("it begins with the machine, its load, the versions, and how what is measured is measured", () => {
  const opening = openingText(RESULT.machine, { node: "20.0.0", skmeans: "0.11.3" }, ["fit"]);
  expect(opening).toContain("A processor, 2 cores, 16.0 GiB, linux x64, load 0.3\nnode 20.0.0, skmeans 0.11.3\n");
  expect(opening).toContain("fit: What users get for k");
  expect(opening).not.toContain("elbow:");
  expect(opening).not.toContain("busy");
  expect(openingText({ ...RESULT.machine, load: 1.5 }, {}, [])).toContain("The machine is busy with other things");
});
