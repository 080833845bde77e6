import { SEED } from "./clustering.ts";
import { earlierLabels } from "./matching/earlier-labels.ts";
import type { ModelSegment } from "./model/segmentation-model.ts";
import type { SegmentOptions } from "./options.ts";
import type { Pace } from "./pace.ts";
import type { Play } from "./plays/play.ts";
import { plays } from "./plays/plays.ts";
import { readPlays } from "./plays/read-plays.ts";
import { type Prepared, prepare } from "./prepared.ts";
import { valueColumn } from "./profile/value.ts";
import type { RuleColumn } from "./rules/condition.ts";
import type { NumericColumn, Table } from "./table.ts";

/** What segments are found, edited and described on. */
export interface Ground {
  /** The table as it was given. */
  readonly given: Table;
  readonly prepared: Prepared;
  /** The columns clustered by as the file has them, which is what names and rules speak of. */
  readonly clusteredBy: readonly RuleColumn[];
  /** The customers in the segments of an earlier model. */
  readonly before: { readonly labels: Int32Array; readonly segments: readonly ModelSegment[] } | null;
  readonly value: NumericColumn | null;
  readonly plays: readonly Play[];
  readonly seed: number;
}

/**
 * Prepares a table, and finds what options name in it. Assumes checked options.
 * @param k segments that the rows must do for
 * @throws SegmentsError where table or options are at fault
 */
export async function groundOf(table: Table, options: SegmentOptions, k: number, pace: Pace): Promise<Ground> {
  const { previous, seed = SEED } = options;
  const toDo = options.plays === undefined ? plays : readPlays(options.plays);
  const prepared = await prepare(table, options, k, pace);
  const value = valueColumn(table, prepared.choice, options.value);
  const before =
    previous === undefined
      ? null
      : { labels: await earlierLabels(previous, table, options, pace), segments: previous.segments };
  return { given: table, prepared, clusteredBy: clusteredBy(table, prepared), before, value, plays: toDo, seed };
}

function clusteredBy({ columns }: Table, { recipe }: Prepared): readonly RuleColumn[] {
  const names = new Set(recipe.map(({ name }) => name));
  return columns.filter((column): column is RuleColumn => {
    return names.has(column.name) && (column.type === "numeric" || column.type === "text");
  });
}
