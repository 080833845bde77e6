import type { Identity } from "./contender.ts";
import type { Load } from "./fitting.ts";
import { loadKentro } from "./kentro.ts";
import { loadMlKmeans } from "./ml-kmeans.ts";
import { loadSkmeans } from "./skmeans.ts";
import { loadThiNg } from "./thi-ng.ts";

/** An implementation that runs in JavaScript. */
export interface Implementation extends Identity {
  /** See `Contender`. */
  readonly slow: boolean;
  readonly load: Load;
}

/** Kentro first: the others are compared with it. */
export const implementations: readonly Implementation[] = [
  kentro("float32", 1),
  kentro("float64", 1),
  kentro("float32", "default"),
  kentro("float64", "default"),
  kentro("float32", 2),
  { name: "ml-kmeans", precision: "float64", threads: 1, slow: true, load: loadMlKmeans },
  { name: "skmeans", precision: "float64", threads: 1, slow: true, load: loadSkmeans },
  { name: "@thi.ng/k-means", precision: "float64", threads: 1, slow: true, load: loadThiNg },
];

function kentro(precision: Identity["precision"], threads: Identity["threads"]): Implementation {
  return { name: "kentro", precision, threads, slow: false, load: loadKentro(precision, threads) };
}
