import { elbow, type KMeansFit, type KMeansOptions, kmeans, type Matrix } from "@kentro/core";
import type { Precision, Threads } from "./contender.ts";
import type { Found, Load } from "./fitting.ts";

/** @kentro/core on points of this precision. It loads, checks and lays them out in every call: that is timed. */
export function loadKentro(precision: Precision, threads: Threads): Load {
  return ({ rows, columns, k, points, start }) => {
    const data = precision === "float32" ? Float32Array.from(points) : Float64Array.from(points);
    const matrix: Matrix = { data, rows, columns };
    const init: Matrix = { data: Float64Array.from(start), rows: k, columns };
    const limited = threads === "default" ? {} : { threads };
    const fit = async (options: KMeansOptions) => foundOf(await kmeans(matrix, { ...limited, ...options }));
    const sweep = async (kMax: number, seed: number, silhouette: boolean) => {
      const { models } = await elbow(matrix, { ...limited, kMax, seed, silhouette });
      return models.map(foundOf);
    };
    return {
      fromStart: (limit) => fit({ k, init, maxIterations: limit, tolerance: 0 }),
      fit: (own, seed) => fit({ k: own, seed }),
      elbow: (kMax, seed) => sweep(kMax, seed, false),
      analysis: (kMax, seed) => sweep(kMax, seed, true),
    };
  };
}

function foundOf({ k, iterations, labels }: KMeansFit): Found {
  return { k, iterations, labels: () => labels };
}
