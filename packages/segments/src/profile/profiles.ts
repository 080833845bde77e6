import type { FeatureChoice } from "../columns/choice.ts";
import type { Pace } from "../pace.ts";
import type { NumericColumn, Table } from "../table.ts";
import { type CategoryProfile, categoryShares } from "./categories.ts";
import { type ColumnSummary, type NumericProfile, summarize } from "./numeric.ts";

/** What each segment is like, in every column of the table. */
export interface Profiles {
  readonly segments: readonly {
    readonly means: Readonly<Record<string, number>>;
    readonly numeric: readonly NumericProfile[];
    readonly categories: readonly CategoryProfile[];
  }[];
  readonly summaries: ReadonlyMap<NumericColumn, ColumnSummary>;
}

/** Profiles segments. `rows` are the rows used, `labels` the segment of each of them. */
export async function profile(
  table: Table,
  choice: FeatureChoice,
  rows: Int32Array,
  labels: Int32Array,
  count: number,
  pace: Pace,
): Promise<Profiles> {
  const segments = Array.from({ length: count }, () => ({
    means: Object.create(null) as Record<string, number>,
    numeric: [] as NumericProfile[],
    categories: [] as CategoryProfile[],
  }));
  const summaries = new Map<NumericColumn, ColumnSummary>();
  for (const [i, column] of table.columns.entries()) {
    const { name } = column;
    if (column.type === "numeric") {
      const summary = await summarize(column.values, rows, labels, count, pace);
      summaries.set(column, summary);
      const identifier = ["id", "identifier"].includes(choice.columns[i]!.reason);
      for (const [segment, own] of summary.segments.entries()) {
        if (own === null) continue;
        segments[segment]!.means[name] = own.mean;
        if (!identifier) segments[segment]!.numeric.push({ column: name, ...own });
      }
    } else if (column.type === "text") {
      for (const [segment, shares] of categoryShares(column, rows, labels, count).entries()) {
        if (shares !== null) segments[segment]!.categories.push({ column: name, shares });
      }
    }
    await pace.breathe();
  }
  return { segments, summaries };
}
