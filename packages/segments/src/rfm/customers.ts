import type { Pace } from "../pace.ts";
import type { Column, NumericColumn, Table } from "../table.ts";
import { groupSums } from "./group-sums.ts";
import type { OrderColumns } from "./order-columns.ts";
import type { OrderLines } from "./order-lines.ts";
import type { Orders } from "./orders.ts";

/** The columns of the table of customers beside the id, in this order, and one more for a value column. */
export const RECENCY = "recency_days";
export const FREQUENCY = "frequency";
export const MEAN = "monetary_mean";
export const TOTAL = "monetary_total";
export const TENURE = "tenure_days";
export const MADE: readonly string[] = [RECENCY, FREQUENCY, MEAN, TOTAL, TENURE];

/** A row each for customers, and what became of the others. */
export interface Customers {
  readonly table: Table;
  /** Entries of `Orders` that are returns, and orders of amount zero. */
  readonly returns: number;
  readonly zeroOrders: number;
  /** Customers left out: they have returns and no order. */
  readonly onlyReturns: number;
  /** Customers whose total is below zero. */
  readonly belowZero: number;
  /** Rows used without a value; null without a value column. */
  readonly withoutValue: number | null;
}

/** The name of the column that adds up a value column. */
export function valueTotal(column: string): string {
  return `${column}_total`;
}

/** A table of the customers with at least one order, in the order in which they first appear in the rows used. */
export async function customersOf(
  columns: OrderColumns,
  lines: OrderLines,
  orders: Orders,
  pace: Pace,
): Promise<Customers> {
  const count = lines.customers.count;
  const totals = await groupSums(orders.customers, orders.amounts, count, pace);
  const [first, last] = [new Int32Array(count), new Int32Array(count)];
  const frequency = new Int32Array(count);
  let [returns, zeroOrders] = [0, 0];
  for (let i = 0; i < orders.customers.length; i++) {
    const amount = orders.amounts[i]!;
    if (amount < 0) {
      returns++;
      continue;
    }
    if (amount === 0) zeroOrders++;
    const customer = orders.customers[i]!;
    const day = orders.days[i]!;
    if (frequency[customer]!++ === 0) first[customer] = last[customer] = day;
    else if (day < first[customer]!) first[customer] = day;
    else if (day > last[customer]!) last[customer] = day;
  }
  await pace.breathe();
  const { shown, onlyReturns } = firstAppearances(lines, frequency);
  const numbers = (name: string, of: (customer: number) => number) => numericColumn(name, shown, of);
  const made: Column[] = [
    idColumn(columns.customer, lines, shown),
    numbers(RECENCY, (customer) => lines.asOf - last[customer]!),
    numbers(FREQUENCY, (customer) => frequency[customer]!),
    numbers(MEAN, (customer) => totals[customer]! / frequency[customer]!),
    numbers(TOTAL, (customer) => totals[customer]!),
    numbers(TENURE, (customer) => lines.asOf - first[customer]!),
  ];
  await pace.breathe();
  let withoutValue: number | null = null;
  if (columns.value !== null) {
    const { name, values } = columns.value;
    const worth = Float64Array.from(lines.rows, (row) => values[row]!);
    withoutValue = worth.reduce((missing, value) => missing + (Number.isNaN(value) ? 1 : 0), 0);
    const customers = lines.rows.map((row) => lines.customers.codes[row]!);
    const sums = await groupSums(customers, worth, count, pace);
    made.push(numbers(valueTotal(name), (customer) => sums[customer]!));
  }
  return {
    table: { rows: shown.length, columns: made },
    returns,
    zeroOrders,
    onlyReturns,
    belowZero: shown.reduce((below, customer) => below + (totals[customer]! < 0 ? 1 : 0), 0),
    withoutValue,
  };
}

function firstAppearances(
  { rows, customers: { codes, count } }: OrderLines,
  frequency: Int32Array,
): { readonly shown: Int32Array; readonly onlyReturns: number } {
  const seen = new Uint8Array(count);
  const shown = new Int32Array(count);
  let [customers, onlyReturns] = [0, 0];
  for (const row of rows) {
    const customer = codes[row]!;
    if (seen[customer] === 1) continue;
    seen[customer] = 1;
    if (frequency[customer] === 0) onlyReturns++;
    else shown[customers++] = customer;
  }
  return { shown: shown.subarray(0, customers), onlyReturns };
}

function idColumn(column: OrderColumns["customer"], { rows, customers }: OrderLines, shown: Int32Array): Column {
  const { name } = column;
  if (column.type === "text") {
    const categories = Array.from(shown, (customer) => column.categories[customer]!);
    return { name, type: "text", codes: shown.map((_, i) => i), categories, missing: 0 };
  }
  const ids = new Float64Array(customers.count);
  for (const row of rows) ids[customers.codes[row]!] = column.values[row]!;
  return numericColumn(name, shown, (customer) => ids[customer]!);
}

function numericColumn(name: string, shown: Int32Array, of: (customer: number) => number): NumericColumn {
  const values = new Float64Array(shown.length);
  let missing = 0;
  for (let i = 0; i < shown.length; i++) {
    values[i] = of(shown[i]!);
    if (Number.isNaN(values[i])) missing++;
  }
  return { name, type: "numeric", values, missing, unreadable: [], unreadableCount: 0 };
}
