import { counted } from "../counted.ts";
import type { SavedNumericFeature } from "../model/saved-feature.ts";
import { quantiles } from "../statistics/quantile.ts";
import type { Scale } from "../statistics/scale.ts";
import { skewness } from "../statistics/skewness.ts";
import type { ShapeNote } from "./notes.ts";
import { optionValue, plain } from "./words.ts";

/** From this skewness on a column is told of: an exponential column has 2, a normal one 0. */
const SKEWED = 1;

/** A logarithm is suggested where it takes away at least this share of the skewness. */
const TAKEN_AWAY = 0.25;

/** Outliers lie further beyond the quartiles than this many interquartile ranges (Tukey's "far out"). */
const FAR_OUT = 3;

/** Up to this share of the rows outliers are accidents, which clipping ends; more of them are part of the column. */
const FEW = 0.01;

/**
 * What is odd about a feature's shape, as it is before scaling: after a logarithm and clipping that were asked for, so that
 * a suggestion that was followed is not made again. Null where nothing is, or nothing would help. Reorders the values.
 */
export function shapeOf(
  { name, yesNo, log }: SavedNumericFeature,
  treated: Float64Array,
  scale: Scale,
): ShapeNote | null {
  if (yesNo) return null;
  const skew = skewness(treated);
  const [lower, upper] = quantiles(treated, [0.25, 0.75]) as [number, number];
  const reach = FAR_OUT * (upper - lower);
  let [outliers, least] = [0, Number.POSITIVE_INFINITY];
  for (let i = 0; i < treated.length; i++) {
    const value = treated[i]!;
    // Where half of the values are the same, every other would be an outlier.
    if (reach > 0 && (value < lower - reach || value > upper + reach)) outliers++;
    if (value < least) least = value;
  }
  const note = { column: name, skewness: skew, outliers };
  if (skew > SKEWED && least >= 0 && !log) {
    const logged = skewness(treated.map(Math.log1p));
    if (Math.abs(logged) <= skew * (1 - TAKEN_AWAY)) {
      const words = `${skewed(name, skew)}: its logarithm (--log ${optionValue(name)}) may tell more.`;
      return { ...note, suggestion: "log", words };
    }
  }
  if (outliers === 0) return null;
  const far = `${plain(name)} has ${counted(outliers, "value")} far from the rest (more than three interquartile ranges)`;
  if (outliers > treated.length * FEW && (scale === "standard" || scale === "minmax")) {
    return { ...note, suggestion: "robust", words: `${far}: the scale "robust" would not be set by them.` };
  }
  return {
    ...note,
    suggestion: "clip",
    words: `${far}: clipping (--clip) would keep them from drawing segments of their own.`,
  };
}

function skewed(name: string, skewness: number): string {
  return `${plain(name)} is skewed to the right (skewness ${skewness.toFixed(1)})`;
}
