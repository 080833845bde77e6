import type { Matrix } from "@kentro/core";
import type { FeatureChoice } from "./columns/choice.ts";
import type { Pace } from "./pace.ts";
import type { Play } from "./plays/play.ts";
import { standings } from "./plays/standing.ts";
import { suggest } from "./plays/suggest.ts";
import { type ColumnSummary, summarize } from "./profile/numeric.ts";
import { typicalRows } from "./profile/typical.ts";
import { type Value, worthOf } from "./profile/value.ts";
import type { RuleColumn } from "./rules/condition.ts";
import { ruleCards } from "./rules/rule-cards.ts";
import type { Segment, Segmentation } from "./segmentation.ts";
import type { NumericColumn, Table } from "./table.ts";

/** What segments are seen by. */
export interface Sitting {
  readonly table: Table;
  readonly choice: FeatureChoice;
  /** The columns clustered by, as the file has them. */
  readonly features: readonly RuleColumn[];
  /** Every numeric column, summarized by segment. */
  readonly summaries: ReadonlyMap<NumericColumn, ColumnSummary>;
  readonly points: Matrix;
  /** The rows used, and the segment of each of them. */
  readonly rows: Int32Array;
  readonly labels: Int32Array;
  /** Of the rows used, by segment. */
  readonly shares: readonly number[];
  /** In the space of the points, by segment. */
  readonly centroids: Matrix;
  readonly value: NumericColumn | null;
  readonly plays: readonly Play[];
  readonly seed: number;
}

/** What is told of a segment beside its profile. */
export type Portrait = Pick<Segment, "value" | "typical" | "rule" | "suggestions">;

/** What each segment is worth, its typical customers, its rule, and what to do about it. */
export async function portraits(
  { table, choice, features, summaries, points, rows, labels, shares, centroids, value, plays, seed }: Sitting,
  pace: Pace,
): Promise<{ readonly value: Segmentation["value"]; readonly segments: readonly Portrait[] }> {
  let worth: Value = { all: null, segments: shares.map(() => null) };
  if (value !== null) {
    // A column that is clustered by as a category has no summary of its numbers.
    const summary = summaries.get(value) ?? (await summarize(value.values, rows, labels, shares.length, pace));
    worth = worthOf(value.name, summary, shares);
  }
  const typical = await typicalRows(points, centroids, labels, rows, pace);
  const rules = await ruleCards(tellingOf(features, summaries), rows, labels, shares.length, seed, pace);
  const measures = table.columns.filter((column, i): column is NumericColumn => {
    return column.type === "numeric" && !["id", "identifier"].includes(choice.columns[i]!.reason);
  });
  const rank = (column: NumericColumn): number => (column === value ? 0 : features.includes(column) ? 1 : 2);
  const ranked = measures.sort((a, b) => rank(a) - rank(b));
  const standing = standings(
    ranked.map((column) => ({ name: column.name, summary: summaries.get(column)! })),
    shares.length,
  );
  return {
    value: worth.all,
    segments: shares.map((_, id) => {
      return {
        value: worth.segments[id]!,
        typical: typical[id]!,
        rule: rules[id]!,
        suggestions: suggest(plays, standing[id]!),
      };
    }),
  };
}

/** More features than this are not spoken of together in rules; the most telling are. */
const MOST_FEATURES = 24;

/** The features, in their order; of many those on which some segment stands farthest from the rest, and categories. */
function tellingOf(
  features: readonly RuleColumn[],
  summaries: ReadonlyMap<NumericColumn, ColumnSummary>,
): readonly RuleColumn[] {
  const strengths = features.map((column) => {
    const summary = column.type === "numeric" ? summaries.get(column) : undefined;
    if (summary === undefined) return Number.POSITIVE_INFINITY;
    return Math.max(0, ...summary.against.map((each) => Math.abs(each?.difference ?? 0)));
  });
  const strongest = [...features.keys()].sort((a, b) => strengths[b]! - strengths[a]! || a - b);
  const chosen = new Set(strongest.slice(0, MOST_FEATURES));
  return features.filter((_, i) => chosen.has(i));
}
