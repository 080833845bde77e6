import { checkTable } from "../columns/check-table.ts";
import { findColumn } from "../columns/find.ts";
import { checkNumeric } from "../columns/numeric.ts";
import { SegmentsError } from "../error.ts";
import { checkKeys } from "../keys/keys.ts";
import { quoted } from "../quoted.ts";
import type { Column, DateColumn, NumericColumn, Table, TextColumn } from "../table.ts";

/** The columns of a table of orders that tell of customers. */
export interface OrderColumns {
  readonly customer: TextColumn | NumericColumn;
  readonly date: DateColumn;
  readonly amount: NumericColumn;
  readonly order: TextColumn | NumericColumn | null;
  /** Null where it is not asked for, and where it is the amount. */
  readonly value: NumericColumn | null;
}

/**
 * Finds the columns by name or by a part of a name, and checks what they hold.
 * @throws SegmentsError `INVALID_TABLE`, `UNKNOWN_COLUMN`, `AMBIGUOUS_COLUMN`, `NOT_IDS`, `NOT_DATES`, `NOT_NUMERIC`,
 * `EMPTY_COLUMN`; `INVALID_OPTION` where one column is asked to be two things
 */
export function orderColumns(
  table: Table,
  asked: {
    readonly customer: string;
    readonly date: string;
    readonly amount: string;
    readonly order?: string;
    readonly value?: string;
  },
): OrderColumns {
  checkTable(table);
  const [customer, date, amount] = [asked.customer, asked.date, asked.amount].map((name) => findColumn(table, name));
  const order = asked.order === undefined ? null : findColumn(table, asked.order);
  const value = asked.value === undefined ? null : findColumn(table, asked.value);
  const roles = [
    ["customer", customer!],
    ["date", date!],
    ["amount", amount!],
    ...(order ? [["order", order] as const] : []),
  ] as const;
  requireApart(roles);
  if (value !== null && value !== amount) requireApart([...roles, ["value", value]]);
  return {
    customer: checkKeys(customer!),
    date: checkDates(date!),
    amount: checkNumeric(amount!),
    order: order && checkKeys(order),
    value: value === null || value === amount ? null : checkNumeric(value),
  };
}

function checkDates(column: Column): DateColumn {
  const { name } = column;
  const cure = "Write its dates like 2026-03-31.";
  if (column.type === "identifier") {
    throw new SegmentsError("NOT_DATES", `Column ${quoted(name)} holds text, not dates. ${cure}`, { column: name });
  }
  if (column.type === "text") {
    const index = column.codes.findIndex((code) => code >= 0);
    if (index < 0) throw new SegmentsError("EMPTY_COLUMN", `Column ${quoted(name)} is empty.`, { column: name });
    const value = quoted(column.categories[column.codes[index]!]!);
    const message = `Column ${quoted(name)} holds text, not dates: row ${index + 1} has ${value}. ${cure}`;
    throw new SegmentsError("NOT_DATES", message, { row: index + 1, column: name });
  }
  const index = column.values.findIndex((value) => !Number.isNaN(value));
  if (index < 0) {
    const [bad] = column.unreadable;
    const first = bad === undefined ? "" : `; row ${bad.row + 1} has ${quoted(bad.value)}`;
    const message = `Column ${quoted(name)} has no date in it: every cell is empty or unreadable${first}.`;
    throw new SegmentsError("EMPTY_COLUMN", message, { column: name });
  }
  if (column.type === "date") return column;
  const message = `Column ${quoted(name)} holds numbers, not dates: row ${index + 1} has ${column.values[index]}. ${cure}`;
  throw new SegmentsError("NOT_DATES", message, { row: index + 1, column: name });
}

function requireApart(roles: readonly (readonly [string, Column])[]): void {
  for (const [i, [role, column]] of roles.entries()) {
    const other = roles.slice(0, i).find(([, earlier]) => earlier === column);
    if (other === undefined) continue;
    const message = `Expected ${other[0]} and ${role} to be two columns, got ${quoted(column.name)} for both.`;
    throw new SegmentsError("INVALID_OPTION", message, { column: column.name });
  }
}
