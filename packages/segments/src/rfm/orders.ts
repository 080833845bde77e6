import { keysOf } from "../keys/keys.ts";
import { numberCodes } from "../keys/number-codes.ts";
import type { Pace } from "../pace.ts";
import { inChunks } from "../preparation/chunks.ts";
import { groupSums } from "../statistics/group-sums.ts";
import type { OrderColumns } from "./order-columns.ts";
import type { OrderLines } from "./order-lines.ts";

/** Orders and returns, one an entry: all arrays are of one length. */
export interface Orders {
  readonly customers: Int32Array;
  /** Days since 1970-01-01. */
  readonly days: Int32Array;
  /** Below zero for a return. */
  readonly amounts: Float64Array;
  /** Rows without the id of an order, each an order of its own; null where a row is an order. */
  readonly withoutOrder: number | null;
}

/**
 * The orders that the rows used tell of: one each, or where there is a column of order ids, one for all rows of a
 * customer with the same id, of the amount of all of them and the first of their days.
 */
export async function ordersOf(columns: OrderColumns, { rows, customers }: OrderLines, pace: Pace): Promise<Orders> {
  const count = rows.length;
  const lines = {
    ...{ customers: new Int32Array(count), days: new Int32Array(count), amounts: new Float64Array(count) },
    withoutOrder: null,
  };
  await inChunks(count, pace, (from, to) => {
    for (let i = from; i < to; i++) {
      const row = rows[i]!;
      lines.customers[i] = customers.codes[row]!;
      lines.days[i] = Math.floor(columns.date.values[row]!);
      lines.amounts[i] = columns.amount.values[row]!;
    }
  });
  if (columns.order === null) return lines;
  const ids = await keysOf(columns.order, pace);
  const keys = new Float64Array(count);
  let withoutOrder = 0;
  await inChunks(count, pace, (from, to) => {
    for (let i = from; i < to; i++) {
      const order = ids.codes[rows[i]!]!;
      if (order < 0) withoutOrder++;
      // Exact: a table in memory has fewer than 2^26 customers and 2^26 orders.
      keys[i] = order < 0 ? -withoutOrder : lines.customers[i]! * ids.count + order;
    }
  });
  const orders = await numberCodes(keys, pace);
  return { ...(await merged(lines, orders.codes, orders.count, pace)), withoutOrder };
}

async function merged(
  lines: Orders,
  orders: Int32Array,
  count: number,
  pace: Pace,
): Promise<Omit<Orders, "withoutOrder">> {
  const customers = new Int32Array(count);
  const days = new Int32Array(count).fill(2 ** 31 - 1);
  await inChunks(orders.length, pace, (from, to) => {
    for (let i = from; i < to; i++) {
      const order = orders[i]!;
      customers[order] = lines.customers[i]!;
      days[order] = Math.min(days[order]!, lines.days[i]!);
    }
  });
  return { customers, days, amounts: await groupSums(orders, lines.amounts, count, pace) };
}
