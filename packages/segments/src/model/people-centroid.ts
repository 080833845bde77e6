import { type SavedFeature, type SavedNumericFeature, width } from "./saved-feature.ts";

/** A centroid in the file's units: for each feature a number, or the shares of its categories. */
export function peopleCentroid(recipe: readonly SavedFeature[], centroid: Float64Array): (number | number[])[] {
  let at = 0;
  return recipe.map((feature) => {
    const own = centroid.subarray(at, at + width(feature));
    at += own.length;
    if (feature.type === "numeric") return inUnits(feature, own[0]!);
    const height = Math.sqrt(feature.weight) / feature.spread;
    // Rounding may take a share a bit beyond 0 or 1.
    return Array.from(own, (coordinate) => Math.min(Math.max(coordinate / height, 0), 1));
  });
}

function inUnits({ log, center, spread, weight }: SavedNumericFeature, coordinate: number): number {
  const unscaled = (coordinate / Math.sqrt(weight)) * spread + center;
  // A stranger's file may hold a logarithm that no number has.
  return log ? Math.min(Math.expm1(unscaled), Number.MAX_VALUE) : unscaled;
}
