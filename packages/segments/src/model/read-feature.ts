import { LARGEST } from "../preparation/refusal.ts";
import { MOST_CATEGORIES } from "../profile/categories.ts";
import { LARGEST_WEIGHT, LONGEST_NAME } from "./limits.ts";
import type { SavedCategoryFeature, SavedFeature, SavedNumericFeature } from "./saved-feature.ts";
import { type Found, invalid, readArray, readFlag, readNumber, readObject, readText, typeOf } from "./schema.ts";

/** How one column becomes coordinates, if it is said in every detail. */
export function readFeature(found: Found): SavedFeature {
  const type = typeOf(found);
  if (type === "numeric") return readNumeric(found);
  if (type === "category") return readCategory(found);
  throw invalid({ value: type, at: `${found.at}.type` }, '"numeric" or "category"');
}

function readNumeric(found: Found): SavedNumericFeature {
  const keys = ["name", "type", "yesNo", "log", "clip", "missing", "center", "spread", "weight"] as const;
  const { name, yesNo, log, clip, missing, center, spread, weight } = readObject(found, keys);
  return {
    name: readText(name, LONGEST_NAME),
    type: "numeric",
    yesNo: readFlag(yesNo),
    log: readFlag(log),
    clip: clip.value === null ? null : readClip(clip),
    missing: missing.value === null ? null : readNumber(missing, -LARGEST, LARGEST),
    center: readNumber(center, -LARGEST, LARGEST),
    spread: readNumber(spread, Number.MIN_VALUE, 2 * LARGEST),
    weight: readNumber(weight, Number.MIN_VALUE, LARGEST_WEIGHT),
  };
}

function readClip(found: Found): SavedNumericFeature["clip"] {
  const ends = readObject(found, ["low", "high"]);
  const low = readNumber(ends.low, -LARGEST, LARGEST);
  return { low, high: readNumber(ends.high, low, LARGEST) };
}

function readCategory(found: Found): SavedCategoryFeature {
  const keys = ["name", "type", "values", "categories", "missing", "spread", "weight"] as const;
  const { name, values, categories, missing, spread, weight } = readObject(found, keys);
  if (values.value !== "text" && values.value !== "number") throw invalid(values, '"text" or "number"');
  const known = readArray(categories, MOST_CATEGORIES).map((each) => readText(each, LONGEST_NAME));
  if (new Set(known).size < known.length) throw invalid(categories, "of texts that differ");
  return {
    name: readText(name, LONGEST_NAME),
    type: "category",
    values: values.value,
    categories: known,
    missing: readFlag(missing),
    spread: readNumber(spread, Number.MIN_VALUE, LARGEST),
    weight: readNumber(weight, Number.MIN_VALUE, LARGEST_WEIGHT),
  };
}
