import type { FeatureChoice } from "../columns/choice.ts";
import { copyOf } from "../columns/copy.ts";
import { findColumn } from "../columns/find.ts";
import type { LeftOut } from "../columns/left-out.ts";
import type { SavedFeature } from "../model/saved-feature.ts";
import type { SegmentOptions } from "../options.ts";
import type { Pace } from "../pace.ts";
import type { Column, NumericColumn, Table, TextColumn } from "../table.ts";
import { repeatsTell } from "./chance.ts";
import { type RepeatedCustomers, repeatedCustomers } from "./orders.ts";
import { repeats } from "./repeats.ts";
import { sentences } from "./sentences.ts";
import { countTreated, type Treated } from "./treatment.ts";
import { plain } from "./words.ts";

/** A numeric feature whose shape K-Means does not deal well with, and what may help. */
export interface ShapeNote {
  readonly column: string;
  /** The third standardized moment over the rows used; 0 for a symmetric column. */
  readonly skewness: number;
  /** Values of the rows used that lie more than three interquartile ranges beyond the quartiles. */
  readonly outliers: number;
  /**
   * "log": skewed to the right (skewness over 1), without negative values, and much less so once logged. Else, where there
   * are outliers: "robust" for a scale that is set by more than 1 % of them, "clip" for fewer, or another scale.
   */
  readonly suggestion: "log" | "robust" | "clip";
  /** A sentence: "income is skewed to the right (skewness 3.1): its logarithm (--log income) may tell more." */
  readonly words: string;
}

/** What to know of the data before anything else. Nothing that was done to it is left out. */
export interface DataNotes {
  /** Features of an odd shape, as they are after the logarithm and the clipping that were asked for; empty where none is. */
  readonly shapes: readonly ShapeNote[];
  /**
   * Rows that are the same in every column but identifiers as an earlier row. Null above 100,000 rows where the columns
   * cannot hold at least ten times as many different ones: there, customers are the same by chance.
   */
  readonly repeatedRows: number | null;
  /** Rows whose id an earlier row has; null without an id column, and where its reader did not keep its values. */
  readonly repeatedIds: number | null;
  /** Set where rows seem to be orders: a column names customers, who have two rows or more each on average. */
  readonly repeatedCustomers: RepeatedCustomers | null;
  /**
   * Everything as sentences, most important first: rows read, used, left out and why; rows that seem to be orders; what the reader says; values replaced,
   * clipped and logged; columns taken and left and why; shapes with the suggestion that follows; repeated customers.
   * No cell is quoted: those that kept rows from being used are in `leftOut`.
   */
  readonly sentences: readonly string[];
}

/** What is known of a table once it is prepared. */
export interface Noticed {
  readonly features: readonly NumericColumn[];
  readonly categories: readonly TextColumn[];
  readonly recipe: readonly SavedFeature[];
  readonly choice: FeatureChoice;
  readonly rows: Int32Array;
  readonly leftOut: LeftOut;
  readonly shapes: readonly ShapeNote[];
}

/** The notes on a table: its own, and what was done to it. */
export async function dataNotes(
  table: Table,
  { features, categories, recipe, choice, rows, leftOut, shapes }: Noticed,
  { id, clip, scale = "standard" }: SegmentOptions,
  pace: Pace,
): Promise<DataNotes> {
  const columns = [...features, ...categories];
  const treated: Treated[] = [];
  for (const [i, feature] of recipe.entries()) treated.push(await countTreated(feature, columns[i]!, rows, pace));
  const copies: string[] = [];
  for (const [i, feature] of features.entries()) {
    const copied = choice.by === "name" ? await copyOf(feature, features.slice(0, i), pace) : null;
    if (copied !== null) copies.push(`${plain(feature.name)} is ${copied}`);
  }
  const idColumn = id === undefined ? null : findColumn(table, id);
  const named = new Set(choice.columns.flatMap(({ column, reason }) => (isName(reason) ? [column] : [])));
  const others = table.columns.filter(({ name }) => !named.has(name));
  const repeatedRows = (await repeatsTell(table.rows, others, pace)) ? await repeats(table.rows, others, pace) : null;
  const repeatedIds = idColumn === null ? null : await repeatedCells(table.rows, idColumn, pace);
  // Who names the customers' column is told of every id that repeats.
  const customers = idColumn === null ? await repeatedCustomers(table.rows, table.columns, pace) : null;
  const found = { shapes, repeatedRows, repeatedIds, repeatedCustomers: customers };
  return {
    ...found,
    sentences: sentences({
      ...{ ...found, rowsRead: table.rows, rows: rows.length, leftOut, reading: table.notes ?? [] },
      ...{ treated, clip: clip ?? null, scale, copies, choice, id: idColumn?.name ?? null },
    }),
  };
}

function isName(reason: FeatureChoice["columns"][number]["reason"]): boolean {
  return reason === "id" || reason === "identifier";
}

/** Rows whose cell an earlier row has; a missing one is nobody's. Null where the cells are not held. */
async function repeatedCells(rows: number, column: Column, pace: Pace): Promise<number | null> {
  if (column.type === "identifier") return null;
  let missing = 0;
  if (column.type === "text") for (const code of column.codes) missing += code < 0 ? 1 : 0;
  else for (const value of column.values) missing += Number.isNaN(value) ? 1 : 0;
  return (await repeats(rows, [column], pace)) - Math.max(missing - 1, 0);
}
