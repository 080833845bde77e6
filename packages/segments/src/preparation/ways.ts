import type { Chosen } from "../columns/choice.ts";
import { findColumn } from "../columns/find.ts";
import { SegmentsError } from "../error.ts";
import type { SegmentOptions } from "../options.ts";
import { quoted } from "../quoted.ts";
import type { Column, Table } from "../table.ts";
import type { CategoryWays, NumberWays } from "./recipe.ts";

/** How each of the columns clustered by is to be prepared, in the order of `Chosen`: the numbers, then the categories. */
export interface Ways {
  readonly numbers: readonly NumberWays[];
  readonly categories: readonly CategoryWays[];
}

/**
 * What the options say of each column clustered by. Assumes checked options.
 * @param table as it was read
 * @throws SegmentsError `INVALID_OPTION` for a name of a column that is not clustered by, `UNKNOWN_COLUMN`, `AMBIGUOUS_COLUMN`
 */
export function waysOf(table: Table, { features, categories, choice }: Chosen, options: SegmentOptions): Ways {
  const { scale = "standard", log = [], clip = null, missing = "drop", weights = {} } = options;
  const columns = new Map(table.columns.map((column) => [column.name, column]));
  const taken = new Set([...features, ...categories].map(({ name }) => name));
  const clusteredBy = (option: string, asked: string): Column => {
    const column = findColumn(table, asked);
    if (taken.has(column.name)) return column;
    const words = choice.columns.find((each) => each.column === column.name)?.words ?? "";
    const message = `The option ${option} names ${quoted(column.name)}, which is not clustered by (${words}).`;
    throw new SegmentsError("INVALID_OPTION", message, { column: column.name });
  };
  const logged = new Set(log.map((name) => clusteredBy("log", name).name));
  for (const name of logged) {
    const what = categories.some((column) => column.name === name) ? "is a category" : "holds yes and no";
    if (what !== "is a category" && columns.get(name)?.type === "numeric") continue;
    const message = `The option log names ${quoted(name)}, which ${what}: only numbers have a logarithm.`;
    throw new SegmentsError("INVALID_OPTION", message, { column: name });
  }
  const weightOf = new Map<string, number>();
  for (const [asked, weight] of Object.entries(weights)) {
    const { name } = clusteredBy("weights", asked);
    if (weightOf.has(name)) {
      const message = `The option weights names ${quoted(name)} twice, the second time as ${quoted(asked)}.`;
      throw new SegmentsError("INVALID_OPTION", message, { column: name });
    }
    weightOf.set(name, weight);
  }
  return {
    numbers: features.map(({ name }) => {
      const yesNo = columns.get(name)?.type === "text";
      return {
        ...{ scale, weight: weightOf.get(name) ?? 1, yesNo, log: logged.has(name), clip: yesNo ? null : clip },
        median: missing.includes("median"),
      };
    }),
    categories: categories.map(({ name }) => {
      const values = columns.get(name)?.type === "numeric" ? "number" : "text";
      return { scale, weight: weightOf.get(name) ?? 1, values, missing: missing.includes("category") };
    }),
  };
}
