import { LONGEST_NAME, MOST_COORDINATES, MOST_FEATURES } from "../model/limits.ts";
import type { SavedFeature } from "../model/saved-feature.ts";
import {
  type Found,
  invalid,
  readArray,
  readNumber,
  readObject,
  readText,
  readWhole,
  typeOf,
} from "../model/schema.ts";
import type { Training, TrainingFeature } from "./training.ts";

/** Bins of a number at most. */
const MOST_BINS = 100;

/** What a saved model remembers of its customers, if it does in every detail. Throws INVALID_MODEL. */
export function readTraining(found: Found, recipe: readonly SavedFeature[]): Training {
  const { features, far } = readObject(found, ["features", "far"]);
  const each = readArray(features, MOST_FEATURES);
  if (each.length !== recipe.length) throw invalid(features, `a list of ${recipe.length} entries`);
  return {
    features: each.map((feature, i) => readFeature(feature, recipe[i]!)),
    far: readNumber(far, 0, Number.MAX_VALUE),
  };
}

function readFeature(found: Found, { type }: SavedFeature): TrainingFeature {
  if (typeOf(found) !== type) throw invalid(found, `of the type ${type}, as the feature is`);
  return type === "numeric" ? readNumbers(found) : readCategories(found);
}

function readNumbers(found: Found): TrainingFeature {
  const { edges, counts, missing } = readObject(found, ["type", "edges", "counts", "missing"]);
  const ends = readList(edges, MOST_BINS - 1).map((edge) => readNumber(edge, -Number.MAX_VALUE, Number.MAX_VALUE));
  if (ends.some((end, i) => i > 0 && !(end > ends[i - 1]!))) throw invalid(edges, "in ascending order");
  const own = readCounts(counts, MOST_BINS);
  if (own.length !== ends.length + 1) throw invalid(counts, `a list of ${ends.length + 1} entries`);
  return { type: "numeric", edges: ends, counts: own, missing: readWhole(missing, 0) };
}

function readCategories(found: Found): TrainingFeature {
  const file = readObject(found, ["type", "categories", "counts", "rest", "missing"]);
  const categories = readList(file.categories, MOST_COORDINATES).map((category) => readText(category, LONGEST_NAME));
  if (new Set(categories).size < categories.length) throw invalid(file.categories, "of categories that differ");
  const counts = readCounts(file.counts, MOST_COORDINATES);
  if (counts.length !== categories.length) throw invalid(file.counts, `a list of ${categories.length} entries`);
  return { type: "category", categories, counts, rest: readWhole(file.rest, 0), missing: readWhole(file.missing, 0) };
}

function readCounts(found: Found, most: number): number[] {
  return readList(found, most).map((count) => readWhole(count, 0));
}

/** A list that may be empty. */
function readList(found: Found, most: number): readonly Found[] {
  return Array.isArray(found.value) && found.value.length === 0 ? [] : readArray(found, most);
}
