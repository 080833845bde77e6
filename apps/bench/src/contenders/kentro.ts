import { type KMeansOptions, kmeans, type Matrix } from "@kentro/core";
import type { Sample } from "../data/sample.ts";
import type { Load } from "./fit.ts";

/** @kentro/core on float64 points. */
export const loadKentroFloat64: Load = (sample) => fitting(sample, sample.points);

/** @kentro/core on float32 points. */
export const loadKentroFloat32: Load = (sample) => fitting(sample, Float32Array.from(sample.points));

function fitting({ rows, columns, k, start }: Sample, data: Matrix["data"]): ReturnType<Load> {
  const init: Matrix = { data: start, rows: k, columns };
  const fit = async (options: Omit<KMeansOptions, "k">) => {
    const { iterations, labels } = await kmeans({ data, rows, columns }, { k, threads: 1, ...options });
    return { iterations, labels: () => labels };
  };
  return {
    fromStart: (limit) => fit({ init, maxIterations: limit, tolerance: 0 }),
    whole: (seed) => fit({ restarts: 1, seed }),
  };
}
