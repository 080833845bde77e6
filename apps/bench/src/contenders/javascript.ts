import type { Precision } from "./contender.ts";
import type { Load } from "./fit.ts";
import { loadKentroFloat32, loadKentroFloat64 } from "./kentro.ts";
import { loadMlKmeans } from "./ml-kmeans.ts";
import { loadSkmeans } from "./skmeans.ts";

/** An implementation that runs in JavaScript. */
export interface Implementation {
  readonly name: string;
  readonly precision: Precision;
  /** See `Contender`. */
  readonly slow: boolean;
  readonly load: Load;
}

/** Kentro first: the others are compared with it. */
export const implementations: readonly Implementation[] = [
  { name: "kentro", precision: "float32", slow: false, load: loadKentroFloat32 },
  { name: "kentro", precision: "float64", slow: false, load: loadKentroFloat64 },
  { name: "ml-kmeans", precision: "float64", slow: true, load: loadMlKmeans },
  { name: "skmeans", precision: "float64", slow: true, load: loadSkmeans },
];
