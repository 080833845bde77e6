import { letterOf } from "../letters.ts";
import type { SavedSegmentation } from "../model/saved.ts";
import { type SavedFeature, type SavedNumericFeature, width } from "../model/saved-feature.ts";
import { SegmentationModel } from "../model/segmentation-model.ts";

/** A feature of numbers as they are, but for what is said of it. */
export function numberFeature(name: string, rest: Partial<SavedNumericFeature> = {}): SavedNumericFeature {
  const plain = { yesNo: false, log: false, clip: null, missing: null, center: 0, spread: 1, weight: 1 };
  return { name, type: "numeric", ...plain, ...rest };
}

/** A model of these features and centroids, as if saved and read. The last cluster is segment A, the one before it B. */
export function madeModel(
  features: readonly SavedFeature[],
  centroids: readonly (readonly number[])[],
  names: readonly string[] = [],
): SegmentationModel {
  const k = centroids.length;
  const columns = features.reduce((total, feature) => total + width(feature), 0);
  const ones = centroids.map(() => 1);
  const saved: SavedSegmentation = {
    format: "kentro-segmentation",
    version: 1,
    ...{ rows: k, seed: 0, scale: "none", features },
    segments: centroids.map((_, id) => {
      const name = names[id] ?? `segment ${id}`;
      return { letter: letterOf(id), name, size: 1, share: 1 / k, cluster: k - 1 - id, centroid: null };
    }),
    kmeans: {
      format: "kentro-kmeans",
      version: 1,
      ...{ k, columns, precision: "float64", centroids, inertia: 0, iterations: 1, converged: true },
      ...{ sizes: ones, weightSums: ones, frame: { origin: new Array<number>(columns).fill(0), scale: 1 } },
    },
    training: {
      features: features.map(({ type }) => {
        return type === "numeric"
          ? { type, edges: [], counts: [k], missing: 0 }
          : { type, categories: [], counts: [], rest: k, missing: 0 };
      }),
      far: 0,
    },
  };
  return SegmentationModel.fromJSON(JSON.parse(JSON.stringify(saved)));
}
