import { quantiles } from "./quantile.ts";
import { squares, sum } from "./sum.ts";

/**
 * How a feature is brought to a common measure: `(x - center) / spread`.
 * - "standard": mean and population standard deviation
 * - "minmax": minimum and range
 * - "robust": median and interquartile range (quantiles by linear interpolation)
 * - "none": 0 and 1, the numbers as they are
 */
export type Scale = "standard" | "minmax" | "robust" | "none";

export const scales: readonly Scale[] = ["standard", "minmax", "robust", "none"];

/** What a feature is scaled by: `(x - center) / spread`. */
export interface CenterSpread {
  readonly center: number;
  readonly spread: number;
}

/**
 * Center and spread of one feature. A spread of 0 means that the feature cannot be scaled so.
 * Assumes at least one value, all finite and small enough to be squared and added up.
 */
export function centerSpread(values: Float64Array, scale: Scale): CenterSpread {
  switch (scale) {
    case "none":
      return { center: 0, spread: 1 };
    case "minmax": {
      const { min, max } = extremes(values);
      return { center: min, spread: max - min };
    }
    case "standard": {
      const { min, max } = extremes(values);
      // A mean of equal values may be off by a bit, and would make a spread of it.
      if (min === max) return { center: min, spread: 0 };
      const center = sum(values) / values.length;
      return { center, spread: Math.sqrt(squares(values, center) / values.length) };
    }
    case "robust": {
      const [lower, median, upper] = quantiles(values.slice(), [0.25, 0.5, 0.75]);
      return { center: median!, spread: upper! - lower! };
    }
  }
}

function extremes(values: Float64Array): { min: number; max: number } {
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (value < min) min = value;
    if (value > max) max = value;
  }
  return { min, max };
}
