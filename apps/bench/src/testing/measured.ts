import { NOT_COMPARED } from "../measure/agreement.ts";
import type { Measured, Measurement } from "../measure/measured.ts";
import type { BenchResult } from "../report/result.ts";

const IDENTITY = { precision: "float32", threads: 1 } as const;
const WHOLE = { agreement: NOT_COMPARED, span: null, iterations: [] };
const ITERATION = {
  agreement: {
    labels: { different: 0, allowed: 100, inertia: { off: 0, allowed: 1e-6 } },
    inertia: { off: 1e-7, allowed: 1e-4 },
  },
  span: 20,
  inertias: [],
  iterations: [],
};

/** Measurements as a run leaves them, with round numbers. */
export const KENTRO: Measured = { name: "kentro", ...IDENTITY, ...ITERATION, samplesMs: [5, 4, 6] };
export const SCIKIT_LEARN: Measured = { ...KENTRO, name: "scikit-learn", samplesMs: [40, 30, 50] };
export const ML_KMEANS: Measured = { ...KENTRO, name: "ml-kmeans", precision: "float64", samplesMs: [150], span: 4 };

const SIZE = { rows: 1_000_000, columns: 4, k: 8, bestKnown: null, leftOut: [] };
const ON = "1M x 4 k 8 blobs";

export const ITERATION_MEASURED: Measurement = {
  ...SIZE,
  work: "iteration",
  on: ON,
  measured: [KENTRO, ML_KMEANS, SCIKIT_LEARN],
};

export const FIT_MEASURED: Measurement = {
  ...SIZE,
  work: "fit",
  on: ON,
  measured: [
    { name: "kentro", ...IDENTITY, threads: "default", ...WHOLE, samplesMs: [100, 110], inertias: [[1000], [1000]] },
    { name: "ml-kmeans", ...IDENTITY, precision: "float64", ...WHOLE, samplesMs: [9900], inertias: [[1100]] },
    {
      name: "scikit-learn",
      ...IDENTITY,
      threads: "default",
      ...WHOLE,
      samplesMs: [2000, 2200],
      inertias: [[999], [999]],
    },
  ],
  leftOut: ["skmeans float64, 1 thread"],
};

export const RESULT: BenchResult = {
  format: "kentro-bench",
  version: 1,
  date: "2025-01-02T03:04:05.000Z",
  breadth: "full",
  machine: { platform: "linux x64", processor: "A processor", cores: 2, memoryBytes: 2 ** 34, load: 0.25 },
  versions: { node: "20.0.0", "scikit-learn": "1.2.1", "ml-kmeans": "7.0.1" },
  measurements: [ITERATION_MEASURED, FIT_MEASURED],
};
