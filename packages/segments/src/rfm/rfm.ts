import { dateText } from "../date-text.ts";
import { SegmentsError } from "../error.ts";
import type { SegmentOptions } from "../options.ts";
import { Pace } from "../pace.ts";
import { quoted } from "../quoted.ts";
import type { Table } from "../table.ts";
import { customersOf, FREQUENCY, MADE, MEAN, RECENCY, TOTAL, valueTotal } from "./customers.ts";
import { type RfmNotes, sentences } from "./notes.ts";
import { type OrderColumns, orderColumns } from "./order-columns.ts";
import { type OrderLines, orderLines } from "./order-lines.ts";
import { ordersOf } from "./orders.ts";

/** Which columns of a table of orders say what. All are found by name or by a part of a name that finds one only. */
export interface RfmOptions {
  /** Who ordered: text or numbers. */
  readonly customer: string;
  /** When: a column of dates. Days count, not the time of day. */
  readonly date: string;
  /** For how much. Below zero it is a return. */
  readonly amount: string;
  /** Which order a row belongs to, where an order may have several rows. Default: a row is an order. */
  readonly order?: string;
  /** Another column of numbers that says what a customer is worth, such as a margin: it is added up too. */
  readonly value?: string;
  /** The day up to which orders count and days are counted, as "2026-03-31". Default: the last day in the table. */
  readonly asOf?: string;
  readonly signal?: AbortSignal;
}

/** Customers made of their orders. */
export interface Rfm {
  /**
   * A row each, in the order in which they first appear among the rows used: their id under the name that it has among
   * the orders, then
   * - `recency_days`: from the last order to `asOf`, 0 for an order on that day
   * - `frequency`: how many orders
   * - `monetary_mean`: the total for each order
   * - `monetary_total`: the amounts of all orders less the returns
   * - `tenure_days`: from the first order to `asOf`
   * - with a value column, its sum: `margin_total` for `margin`; empty for customers without one
   */
  readonly customers: Table;
  /** As in "2026-03-31". */
  readonly asOf: string;
  readonly notes: RfmNotes;
  /** What `segment` is to be told to find segments by recency, frequency and monetary mean, and what they are worth. */
  readonly preset: Required<Pick<SegmentOptions, "id" | "features" | "value">>;
}

/**
 * Makes customers of orders: how recently, how often and for how much each bought. The order of the rows changes nothing
 * but the order of the customers. The rules, each counted in the notes:
 * - rows without customer, date or amount, and rows of a day after `asOf`, are left out
 * - an amount below zero is a return: it lowers the total of its customer, and is no order
 * - an amount of zero is an order like any other
 * - customers with returns and no order are left out; those whose total is below zero are kept
 * - with `order`, the rows of a customer with the same id of an order are one order, of their amounts together and the
 *   first of their days; it is a return if they are below zero together; a row without id is an order of its own
 * @throws SegmentsError where table or options are at fault, with row and column; the signal's reason where it is aborted
 * @example
 * const { customers, preset } = await rfm(orders, { customer: "customer", date: "ordered_at", amount: "total" });
 * const { segments } = await segment(customers, preset);
 */
export async function rfm(table: Table, options: RfmOptions): Promise<Rfm> {
  const pace = new Pace(options.signal);
  const asked = options.asOf === undefined ? null : dayOf(options.asOf);
  if (table.rows === 0) throw new SegmentsError("NO_ROWS", "The table has no rows.");
  const columns = orderColumns(table, options);
  await pace.breathe();
  requireOwnNames(columns);
  const lines = await orderLines(columns, asked, pace);
  if (lines.rows.length === 0) throw noOrders(columns, lines);
  const orders = await ordersOf(columns, lines, pace);
  const made = await customersOf(columns, lines, orders, pace);
  if (made.table.rows === 0) {
    const message = `There is no order: every amount in ${quoted(columns.amount.name)} is below zero, a return.`;
    throw new SegmentsError("NO_ROWS", message, { column: columns.amount.name });
  }
  const asOf = dateText(lines.asOf);
  const { returns, zeroOrders, onlyReturns, belowZero, withoutValue } = made;
  const notes: Omit<RfmNotes, "sentences"> = {
    rowsRead: table.rows,
    rows: lines.rows.length,
    customers: made.table.rows,
    orders: orders.customers.length - returns,
    ...{ zeroOrders, returns, leftOut: lines.leftOut, without: lines.without, afterAsOf: lines.afterAsOf },
    ...{ onlyReturns, belowZero, withoutOrder: orders.withoutOrder, withoutValue },
  };
  return {
    customers: made.table,
    asOf,
    notes: { ...notes, sentences: sentences({ ...notes, asOf, asked: asked !== null }, columns) },
    preset: {
      id: columns.customer.name,
      features: [RECENCY, FREQUENCY, MEAN],
      value: columns.value === null ? TOTAL : valueTotal(columns.value.name),
    },
  };
}

const MS_PER_DAY = 86_400_000;

function dayOf(asOf: string): number {
  const ms = /^\d{4}-\d{2}-\d{2}$/.test(asOf) ? Date.parse(asOf) : Number.NaN;
  // Some engines take February 30 for March 2.
  if (Number.isNaN(ms) || dateText(ms / MS_PER_DAY) !== asOf) {
    throw new SegmentsError("INVALID_OPTION", `Expected asOf to be a date like 2026-03-31, got ${quoted(asOf)}.`);
  }
  return ms / MS_PER_DAY;
}

function requireOwnNames({ customer, value }: OrderColumns): void {
  const names = [customer.name, ...MADE, ...(value === null ? [] : [valueTotal(value.name)])];
  const twice = names.find((name, i) => names.indexOf(name) < i);
  if (twice === undefined) return;
  const source = value !== null && twice === valueTotal(value.name) ? value.name : customer.name;
  const message = `Rename the column ${quoted(source)} of the orders: customers get a column ${quoted(twice)} of another meaning.`;
  throw new SegmentsError("INVALID_OPTION", message, { column: source });
}

function noOrders({ customer, date, amount }: OrderColumns, { leftOut, afterAsOf, asOf }: OrderLines): SegmentsError {
  if (afterAsOf > 0) {
    return new SegmentsError("NO_ROWS", `There is no order up to ${dateText(asOf)}: every one is later.`);
  }
  const { row, column, value } = leftOut.cells[0]!;
  const has = value === "" ? "nothing" : quoted(value);
  const message =
    `No row has ${quoted(customer.name)}, ${quoted(date.name)} and ${quoted(amount.name)}: ` +
    `row ${row} has ${has} in ${quoted(column)}.`;
  return new SegmentsError("NO_ROWS", message);
}
