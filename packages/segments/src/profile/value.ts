import type { FeatureChoice } from "../columns/choice.ts";
import { findColumn } from "../columns/find.ts";
import { checkNumeric } from "../columns/numeric.ts";
import { SegmentsError } from "../error.ts";
import { isMoney, wordsOf } from "../plays/roles.ts";
import { LARGEST } from "../preparation/refusal.ts";
import { quoted } from "../quoted.ts";
import type { NumericColumn, Table } from "../table.ts";
import type { ColumnSummary } from "./numeric.ts";

/** What a segment is worth, by the column of spending or revenue. */
export interface SegmentValue {
  /** Sum over the segment's customers, in the column's unit. */
  readonly total: number;
  /** Of the sum over all customers used; null where that is not positive. */
  readonly share: number | null;
  /** For each customer with a value. */
  readonly mean: number;
  /** Whether the segment spends much: its share of the value is at least 1.25 times its share of the customers. */
  readonly high: boolean;
}

/** What all customers are worth, and each segment. */
export interface Value {
  readonly all: { readonly column: string; readonly total: number; readonly mean: number } | null;
  readonly segments: readonly (SegmentValue | null)[];
}

/** A segment spends much from here on: its share of the value over its share of the customers. */
const MUCH = 1.25;

/**
 * The column that says what a customer is worth: the one asked for, else the one column whose name says money spent
 * ("total_spend", "revenue", "Umsatz"; no score, share or mean), of several the one that is their total; else null.
 * @throws SegmentsError `UNKNOWN_COLUMN`, `AMBIGUOUS_COLUMN`, `NOT_NUMERIC`, `EMPTY_COLUMN`, `OUT_OF_RANGE`
 */
export function valueColumn(table: Table, choice: FeatureChoice, asked: string | undefined): NumericColumn | null {
  if (asked !== undefined) {
    const column = checkNumeric(findColumn(table, asked));
    const row = column.values.findIndex((value) => Math.abs(value) > LARGEST);
    if (row < 0) return column;
    const message = `Column ${quoted(column.name)}, row ${row + 1}: ${column.values[row]} is too large to compute with.`;
    throw new SegmentsError("OUT_OF_RANGE", message, { row: row + 1, column: column.name });
  }
  const money = table.columns.filter((column, i): column is NumericColumn => {
    const { reason } = choice.columns[i]!;
    return column.type === "numeric" && !NO_VALUE.has(reason) && isMoney(column.name);
  });
  const totals = money.filter(({ name }) => wordsOf(name).some((word) => TOTAL.has(word)));
  const [only, ...others] = money.length === 1 ? money : totals;
  if (only === undefined || others.length > 0) return null;
  return only.values.some((value) => Math.abs(value) > LARGEST) ? null : only;
}

const NO_VALUE: ReadonlySet<string> = new Set(["id", "identifier", "constant"]);
const TOTAL: ReadonlySet<string> = new Set(["total", "sum", "overall", "lifetime", "ltv", "clv", "gesamt"]);

/**
 * What segments are worth, from the summary of the value column.
 * @param shares of the customers, by segment
 */
export function worthOf(
  column: string,
  { everybody, totals, segments }: ColumnSummary,
  shares: readonly number[],
): Value {
  if (everybody === null) return { all: null, segments: shares.map(() => null) };
  return {
    all: { column, ...everybody },
    segments: segments.map((own, segment) => {
      if (own === null) return null;
      const total = totals[segment]!;
      const share = everybody.total > 0 ? total / everybody.total : null;
      return { total, share, mean: own.mean, high: share !== null && share >= MUCH * shares[segment]! };
    }),
  };
}
