import { SegmentsError } from "../error.ts";
import type { Pace } from "../pace.ts";
import { isYesNo, yesNoNumbers } from "../preparation/yes-no.ts";
import { quoted } from "../quoted.ts";
import type { Column, NumericColumn, Table, TextColumn } from "../table.ts";
import { checkCategory } from "./category.ts";
import { copyOf } from "./copy.ts";
import { findColumn } from "./find.ts";
import { checkNumeric } from "./numeric.ts";
import { left, neverTaken, usable, type Verdict } from "./verdict.ts";

/** Why a column was taken or left. */
export type ChoiceReason =
  | "asked" // named by the user
  | "numeric" // the default takes it
  | "not-asked" // the user named others
  | "id" // the user's `id` column
  | "identifier"
  | "constant"
  | "duplicate" // another column says the same
  | "sparse" // empty or unreadable in more than half of the rows
  | "date"
  | "text";

/** What became of one column of the table. */
export interface ColumnChoice {
  readonly column: string;
  readonly taken: boolean;
  readonly reason: ChoiceReason;
  /** A sentence without its period: "CustomerID left out: every value differs, it is an identifier". */
  readonly words: string;
}

/** Which columns are clustered by, and what became of every column, in the table's order. */
export interface FeatureChoice {
  readonly by: "default" | "name";
  readonly columns: readonly ColumnChoice[];
}

/** The columns to cluster by, and what became of every column. */
export interface Chosen {
  /** The table with the columns that are clustered by as they are clustered by: numbers, or categories. */
  readonly table: Table;
  /** The numbers, columns of `table`. */
  readonly features: readonly NumericColumn[];
  /** The categories, columns of `table`. */
  readonly categories: readonly TextColumn[];
  readonly choice: FeatureChoice;
}

/** A column that is taken: as what, and in which words it was asked for. */
interface Taken {
  readonly as: NumericColumn | TextColumn;
  readonly verdict: Verdict;
}

/**
 * The columns to cluster by, and what became of every column.
 * @param asked names or parts of names, a column named twice counts once; "all": the default
 * @param id a column, by name, that is never a feature
 * @param categorical columns, by name, whose values are clustered by as categories
 * @throws SegmentsError `UNKNOWN_COLUMN`, `AMBIGUOUS_COLUMN`, `NOT_NUMERIC`, `EMPTY_COLUMN`, `NO_FEATURES`, `TOO_MANY`,
 * `UNKNOWN_CATEGORY`, `INVALID_OPTION`
 */
export async function chooseFeatures(
  table: Table,
  asked: readonly string[] | "all",
  id: string | undefined,
  pace: Pace,
  categorical: readonly string[] = [],
): Promise<Chosen> {
  const idColumn = id === undefined ? null : findColumn(table, id);
  const categories = askedCategories(table, categorical, idColumn);
  if (asked === "all") return await byDefault(table, categories, idColumn, pace);
  return await byNames(table, asked, categories, idColumn, pace);
}

async function byNames(
  table: Table,
  asked: readonly string[],
  categories: ReadonlyMap<Column, Taken>,
  idColumn: Column | null,
  pace: Pace,
): Promise<Chosen> {
  if (asked.length + categories.size === 0) {
    throw new SegmentsError("INVALID_OPTION", "Expected at least one feature, got none.");
  }
  const taken = new Map<Column, Taken>();
  for (const name of asked) {
    const column = askedColumn(table, name, idColumn);
    if (taken.has(column) || categories.has(column)) continue;
    const yesNo = column.type === "text" && isYesNo(column);
    const verdict = askedFor(name, column, yesNo ? ", yes as 1 and no as 0" : "");
    taken.set(column, { as: yesNo ? yesNoNumbers(column) : checkNumeric(column), verdict });
  }
  for (const [column, each] of categories) taken.set(column, each);
  const columns: ColumnChoice[] = [];
  for (const column of table.columns) {
    const verdict = taken.get(column)?.verdict ?? neverTaken(column, idColumn) ?? left("not-asked", "not asked for");
    columns.push(choiceOf(column, verdict));
    await pace.breathe();
  }
  return chosen(table, taken, { by: "name", columns });
}

async function byDefault(
  table: Table,
  categories: ReadonlyMap<Column, Taken>,
  idColumn: Column | null,
  pace: Pace,
): Promise<Chosen> {
  const taken = new Map<Column, Taken>();
  const numbers: NumericColumn[] = [];
  const columns: ColumnChoice[] = [];
  for (const column of table.columns) {
    let verdict = categories.get(column)?.verdict ?? neverTaken(column, idColumn);
    if (verdict === null && column.type === "numeric") {
      verdict = usable(column);
      const copied = verdict.taken ? await copyOf(column, numbers, pace) : null;
      if (copied !== null) verdict = left("duplicate", `it is ${copied}`);
      if (verdict.taken) {
        numbers.push(column);
        taken.set(column, { as: column, verdict });
      }
    }
    if (verdict !== null) columns.push(choiceOf(column, verdict));
    await pace.breathe();
  }
  for (const [column, each] of categories) taken.set(column, each);
  if (taken.size === 0) {
    const reasons = columns.slice(0, 5).map(({ words }) => words);
    const more = columns.length > 5 ? ` (and ${columns.length - 5} more)` : "";
    const why = reasons.length === 0 ? "the table has no columns" : `${reasons.join("; ")}${more}`;
    throw new SegmentsError("NO_FEATURES", `There is no numeric column to cluster by: ${why}.`);
  }
  return chosen(table, taken, { by: "default", columns });
}

function askedCategories(table: Table, asked: readonly string[], idColumn: Column | null): ReadonlyMap<Column, Taken> {
  const categories = new Map<Column, Taken>();
  for (const name of asked) {
    const column = askedColumn(table, name, idColumn);
    if (categories.has(column)) continue;
    categories.set(column, { as: checkCategory(column), verdict: askedFor(name, column, ", as a category") });
  }
  return categories;
}

function askedColumn(table: Table, name: string, idColumn: Column | null): Column {
  const column = findColumn(table, name);
  if (column !== idColumn) return column;
  throw new SegmentsError("INVALID_OPTION", `Column ${quoted(column.name)} cannot be both the id and a feature.`);
}

function askedFor(name: string, column: Column, how: string): Verdict {
  return { taken: true, reason: "asked", words: `asked for${name === column.name ? "" : ` as ${quoted(name)}`}${how}` };
}

/** The numbers come first, then the categories, each in the order asked for. */
function chosen(table: Table, taken: ReadonlyMap<Column, Taken>, choice: FeatureChoice): Chosen {
  const used = Array.from(taken.values(), ({ as }) => as);
  return {
    table: { ...table, columns: table.columns.map((column) => taken.get(column)?.as ?? column) },
    features: used.filter((column) => column.type === "numeric"),
    categories: used.filter((column) => column.type === "text"),
    choice,
  };
}

function choiceOf(column: Column, { taken, reason, words }: Verdict): ColumnChoice {
  const fate = taken ? "taken" : "left out";
  return { column: column.name, taken, reason, words: `${quoted(column.name).slice(1, -1)} ${fate}: ${words}` };
}
