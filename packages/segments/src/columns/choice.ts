import { SegmentsError } from "../error.ts";
import type { Pace } from "../pace.ts";
import { MOST_CATEGORIES } from "../profile/categories.ts";
import { quoted } from "../quoted.ts";
import type { Column, NumericColumn, Table } from "../table.ts";
import { findColumn } from "./find.ts";
import { identifierReason } from "./identifier.ts";
import { checkNumeric } from "./numeric.ts";
import { writtenNumber } from "./written-number.ts";

/** Why a column was taken or left. */
export type ChoiceReason =
  | "asked" // named by the user
  | "numeric" // the default takes it
  | "not-asked" // the user named others
  | "id" // the user's `id` column
  | "identifier"
  | "constant"
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
  readonly features: readonly NumericColumn[];
  readonly choice: FeatureChoice;
}

type Verdict = Omit<ColumnChoice, "column">;

/** Above this share of cells without a number the default leaves a column out: it would cost most rows. */
const SPARSE = 0.5;

/**
 * The columns to cluster by, and what became of every column.
 * @param asked names or parts of names, a column named twice counts once; "all": the default
 * @param id a column, by name, that is never a feature
 * @throws SegmentsError `UNKNOWN_COLUMN`, `AMBIGUOUS_COLUMN`, `NOT_NUMERIC`, `EMPTY_COLUMN`, `NO_FEATURES`, `INVALID_OPTION`
 */
export async function chooseFeatures(
  table: Table,
  asked: readonly string[] | "all",
  id: string | undefined,
  pace: Pace,
): Promise<Chosen> {
  const idColumn = id === undefined ? null : findColumn(table, id);
  return asked === "all" ? await byDefault(table, idColumn, pace) : await byNames(table, asked, idColumn, pace);
}

async function byNames(table: Table, asked: readonly string[], idColumn: Column | null, pace: Pace): Promise<Chosen> {
  if (asked.length === 0) throw new SegmentsError("INVALID_OPTION", "Expected at least one feature, got none.");
  const features = new Map<NumericColumn, string>();
  for (const name of asked) {
    const column = findColumn(table, name);
    if (column === idColumn) {
      throw new SegmentsError("INVALID_OPTION", `Column ${quoted(column.name)} cannot be both the id and a feature.`);
    }
    const numeric = checkNumeric(column);
    if (!features.has(numeric)) features.set(numeric, name);
  }
  const columns: ColumnChoice[] = [];
  for (const column of table.columns) {
    const name = column.type === "numeric" ? features.get(column) : undefined;
    const as = name === undefined || name === column.name ? "" : ` as ${quoted(name)}`;
    const verdict: Verdict =
      name === undefined
        ? (neverTaken(column, idColumn) ?? left("not-asked", "not asked for"))
        : { taken: true, reason: "asked", words: `asked for${as}` };
    columns.push(choiceOf(column, verdict));
    await pace.breathe();
  }
  return { features: [...features.keys()], choice: { by: "name", columns } };
}

async function byDefault(table: Table, idColumn: Column | null, pace: Pace): Promise<Chosen> {
  const features: NumericColumn[] = [];
  const columns: ColumnChoice[] = [];
  for (const column of table.columns) {
    let verdict = neverTaken(column, idColumn);
    if (verdict === null && column.type === "numeric") {
      verdict = usable(column);
      if (verdict.taken) features.push(column);
    }
    if (verdict !== null) columns.push(choiceOf(column, verdict));
    await pace.breathe();
  }
  if (features.length === 0) {
    const reasons = columns.slice(0, 5).map(({ words }) => words);
    const more = columns.length > 5 ? ` (and ${columns.length - 5} more)` : "";
    const why = reasons.length === 0 ? "the table has no columns" : `${reasons.join("; ")}${more}`;
    throw new SegmentsError("NO_FEATURES", `There is no numeric column to cluster by: ${why}.`);
  }
  return { features, choice: { by: "default", columns } };
}

function choiceOf(column: Column, { taken, reason, words }: Verdict): ColumnChoice {
  const fate = taken ? "taken" : "left out";
  return { column: column.name, taken, reason, words: `${quoted(column.name).slice(1, -1)} ${fate}: ${words}` };
}

function left(reason: ChoiceReason, words: string): Verdict {
  return { taken: false, reason, words };
}

/** Why a column is no feature unless it is asked for, whatever its values; null where they decide. */
function neverTaken(column: Column, idColumn: Column | null): Verdict | null {
  if (column === idColumn) return left("id", "it names the customers");
  if (column.type === "identifier") return left("identifier", "text with so many values that it is an identifier");
  if (column.type === "text") return left("text", textWords(column.categories));
  if (column.type === "date") return left("date", "dates; days since one of them would be a number");
  const reason = identifierReason(column.name, column.values);
  return reason === null ? null : left("identifier", reason);
}

function textWords(categories: readonly string[]): string {
  const count = categories.length;
  if (count === 0) return "every cell is empty";
  if (count === 1) return "text, the same in every row";
  const written = writtenNumber(categories);
  if (written !== undefined) return `text such as ${quoted(written)}; to use it, write its numbers like 1234.5`;
  if (count > MOST_CATEGORIES)
    return `text with ${count.toLocaleString("en-US")} different values, too many to profile`;
  return "text, kept for the profile";
}

/** Whether the values of a numeric column can tell rows apart. */
function usable({ values }: NumericColumn): Verdict {
  let first = Number.NaN;
  let varies = false;
  let count = 0;
  for (const value of values) {
    if (Number.isNaN(value)) continue;
    if (count++ === 0) first = value;
    else if (value !== first) varies = true;
  }
  const rows = values.length;
  if (count === 0) return left("sparse", "no cell has a number");
  if (rows - count > rows * SPARSE) {
    return left("sparse", `${Math.round((100 * (rows - count)) / rows)} % of its cells have no number`);
  }
  if (!varies) return left("constant", `every value is ${first}`);
  return { taken: true, reason: "numeric", words: "numbers that vary" };
}
