import type { Pace } from "../pace.ts";
import { inChunks } from "../preparation/chunks.ts";
import { groupSums } from "../statistics/group-sums.ts";
import type { Column, NumericColumn, Table } from "../table.ts";
import type { OrderColumns } from "./order-columns.ts";
import type { OrderLines } from "./order-lines.ts";
import type { Orders } from "./orders.ts";

/** The columns of the table of customers beside the id, in this order, and one more for a value column. */
export const RECENCY = "recency_days";
export const FREQUENCY = "frequency";
export const MEAN = "monetary_mean";
export const TOTAL = "monetary_total";
const TENURE = "tenure_days";
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
  await inChunks(orders.customers.length, pace, (from, to) => {
    for (let i = from; i < to; i++) {
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
  });
  const { shown, onlyReturns } = await firstAppearances(lines, frequency, pace);
  const made: Column[] = [idColumn(columns.customer, lines, shown)];
  const add = async (name: string, of: (customer: number) => number) => {
    made.push(numericColumn(name, shown, of));
    await pace.breathe();
  };
  await add(RECENCY, (customer) => lines.asOf - last[customer]!);
  await add(FREQUENCY, (customer) => frequency[customer]!);
  await add(MEAN, (customer) => totals[customer]! / frequency[customer]!);
  await add(TOTAL, (customer) => totals[customer]!);
  await add(TENURE, (customer) => lines.asOf - first[customer]!);
  let withoutValue: number | null = null;
  if (columns.value !== null) {
    const { sums, missing } = await valueSums(columns.value, lines, pace);
    await add(valueTotal(columns.value.name), (customer) => sums[customer]!);
    withoutValue = missing;
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

async function valueSums(
  { values }: NumericColumn,
  { rows, customers: { codes, count } }: OrderLines,
  pace: Pace,
): Promise<{ readonly sums: Float64Array; readonly missing: number }> {
  const worth = new Float64Array(rows.length);
  const customers = new Int32Array(rows.length);
  let missing = 0;
  await inChunks(rows.length, pace, (from, to) => {
    for (let i = from; i < to; i++) {
      worth[i] = values[rows[i]!]!;
      customers[i] = codes[rows[i]!]!;
      if (Number.isNaN(worth[i])) missing++;
    }
  });
  return { sums: await groupSums(customers, worth, count, pace), missing };
}

async function firstAppearances(
  { rows, customers: { codes, count } }: OrderLines,
  frequency: Int32Array,
  pace: Pace,
): Promise<{ readonly shown: Int32Array; readonly onlyReturns: number }> {
  const seen = new Uint8Array(count);
  const shown = new Int32Array(count);
  let [customers, onlyReturns] = [0, 0];
  await inChunks(rows.length, pace, (from, to) => {
    for (let i = from; i < to; i++) {
      const customer = codes[rows[i]!]!;
      if (seen[customer] === 1) continue;
      seen[customer] = 1;
      if (frequency[customer] === 0) onlyReturns++;
      else shown[customers++] = customer;
    }
  });
  return { shown: shown.subarray(0, customers), onlyReturns };
}

function idColumn(column: OrderColumns["customer"], { customers }: OrderLines, shown: Int32Array): Column {
  const { name } = column;
  if (column.type === "text") {
    const categories = Array.from(shown, (customer) => column.categories[customer]!);
    return { name, type: "text", codes: shown.map((_, i) => i), categories, missing: 0 };
  }
  return numericColumn(name, shown, (customer) => Number(customers.idOf(customer)));
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
