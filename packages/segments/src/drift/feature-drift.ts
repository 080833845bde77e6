import type { FeatureColumn } from "../columns/feature-column.ts";
import type { Pace } from "../pace.ts";
import type { NumericColumn, TextColumn } from "../table.ts";
import { binCounts, categoryCounts } from "./counts.ts";
import { type Shift, shiftOf } from "./shift.ts";
import type { TrainingCategories, TrainingFeature, TrainingNumbers } from "./training.ts";

/** A part of a feature's values, before and now: shares of the cells that hold one. */
export interface DriftBin {
  /** Numbers above `above` and up to `upTo`, null for no end; or a category, null for the rare and the new ones together. */
  readonly of:
    | { readonly type: "numeric"; readonly above: number | null; readonly upTo: number | null }
    | { readonly type: "category"; readonly category: string | null };
  readonly before: number;
  readonly now: number;
}

/** A feature before and now. */
export interface FeatureDrift extends Shift {
  readonly column: string;
  readonly bins: readonly DriftBin[];
  /** The share of rows without a value. */
  readonly missing: { readonly before: number; readonly now: number };
  /** Categories that the model does not know, the most frequent first; empty for a number. */
  readonly newCategories: readonly { readonly category: string; readonly customers: number }[];
}

/**
 * Compares a column with what a model remembers of it.
 * @param strange which of its categories the model does not know
 */
export async function featureDrift(
  name: string,
  column: FeatureColumn,
  training: TrainingFeature,
  strange: readonly boolean[] | null,
  pace: Pace,
): Promise<FeatureDrift> {
  if (column.type === "text" && training.type === "category") {
    return await categoryDrift(name, column, training, strange ?? [], pace);
  }
  if (column.type === "numeric" && training.type === "numeric") return await numberDrift(name, column, training, pace);
  throw new TypeError(`Expected a column of the type ${training.type}, got ${column.type}`);
}

async function numberDrift(
  column: string,
  { values }: NumericColumn,
  { edges, counts, missing }: TrainingNumbers,
  pace: Pace,
): Promise<FeatureDrift> {
  const now = await binCounts(values, edges, pace);
  const cells = total(now);
  const bins = sharesOf(counts, now).map((shares, bin): DriftBin => {
    return { of: { type: "numeric", above: edges[bin - 1] ?? null, upTo: edges[bin] ?? null }, ...shares };
  });
  return {
    column,
    ...shiftOf(counts, now),
    bins,
    missing: { before: part(missing, missing + total(counts)), now: part(values.length - cells, values.length) },
    newCategories: [],
  };
}

async function categoryDrift(
  column: string,
  text: TextColumn,
  { categories, counts, rest, missing }: TrainingCategories,
  strange: readonly boolean[],
  pace: Pace,
): Promise<FeatureDrift> {
  const found = await categoryCounts(text, pace);
  const countOf = new Map(text.categories.map((category, code) => [category, found[code]!]));
  const own = categories.map((category) => countOf.get(category) ?? 0);
  const cells = total(found);
  const before = [...counts, rest];
  const now = [...own, cells - total(own)];
  // Where no category is rare or new, the bin for them is none.
  const used = rest === 0 && now.at(-1) === 0 ? categories.length : now.length;
  const bins = sharesOf(before.slice(0, used), now.slice(0, used)).map((shares, bin): DriftBin => {
    return { of: { type: "category", category: categories[bin] ?? null }, ...shares };
  });
  const unknown = text.categories
    .map((category, code) => ({ category, customers: found[code]! }))
    .filter(({ customers }, code) => strange[code] === true && customers > 0);
  return {
    column,
    ...shiftOf(before.slice(0, used), now.slice(0, used)),
    bins,
    missing: {
      before: part(missing, missing + total(before)),
      now: part(text.codes.length - cells, text.codes.length),
    },
    newCategories: unknown.sort((a, b) => b.customers - a.customers || (a.category < b.category ? -1 : 1)),
  };
}

function sharesOf(before: readonly number[], now: readonly number[]): { before: number; now: number }[] {
  const [cellsBefore, cells] = [total(before), total(now)];
  return before.map((count, bin) => ({ before: part(count, cellsBefore), now: part(now[bin]!, cells) }));
}

function part(count: number, whole: number): number {
  return whole === 0 ? 0 : count / whole;
}

function total(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
