import type { LeftOut, LeftOutCell } from "../columns/left-out.ts";
import type { SegmentsError } from "../error.ts";
import { type Keys, keysOf } from "../keys/keys.ts";
import type { Pace } from "../pace.ts";
import { inChunks } from "../preparation/chunks.ts";
import { LARGEST, tooLarge } from "../preparation/refusal.ts";
import type { OrderColumns } from "./order-columns.ts";

/** The rows of a table of orders that can be used. */
export interface OrderLines {
  /** 0-based rows of the table, ascending. */
  readonly rows: Int32Array;
  /** The customer of each row of the table. */
  readonly customers: Keys;
  /** The day up to which orders count: days since 1970-01-01. */
  readonly asOf: number;
  /** Rows without customer, date or amount. */
  readonly leftOut: LeftOut;
  /** The same rows by what they are the first to lack, in this order. */
  readonly without: { readonly customer: number; readonly date: number; readonly amount: number };
  /** Rows of a day after `asOf`. */
  readonly afterAsOf: number;
}

const MOST_CELLS = 1000;
/** No date of ISO 8601 that JavaScript can write is further from 1970. */
const LAST_DAY = 1e8;

/**
 * Finds the rows with customer, date and amount of a day up to `asOf`.
 * @param asOf null: the last day of these rows
 * @throws SegmentsError `OUT_OF_RANGE`
 */
export async function orderLines(columns: OrderColumns, asOf: number | null, pace: Pace): Promise<OrderLines> {
  const { customer, date, amount } = columns;
  const customers = await keysOf(customer, pace);
  const { codes } = customers;
  const tableRows = codes.length;
  const rows = new Int32Array(tableRows);
  const cells: LeftOutCell[] = [];
  const without = { customer: 0, date: 0, amount: 0 };
  const roles = [
    { name: "customer", column: customer, written: writtenCells(customer), lacks: (row: number) => codes[row]! < 0 },
    {
      name: "date",
      column: date,
      written: writtenCells(date),
      lacks: (row: number) => Number.isNaN(date.values[row]!),
    },
    {
      name: "amount",
      column: amount,
      written: writtenCells(amount),
      lacks: (row: number) => Number.isNaN(amount.values[row]!),
    },
  ] as const;
  let cellCount = 0;
  let used = 0;
  let last = Number.NEGATIVE_INFINITY;
  await inChunks(tableRows, pace, (from, to) => {
    for (let row = from; row < to; row++) {
      const day = Math.floor(date.values[row]!);
      if (codes[row]! >= 0 && Math.abs(day) <= LAST_DAY && Math.abs(amount.values[row]!) <= LARGEST) {
        rows[used++] = row;
        if (day > last) last = day;
        continue;
      }
      const lacking = roles.filter(({ lacks }) => lacks(row));
      if (lacking.length === 0) throw outOfRange(columns, row);
      without[lacking[0]!.name]++;
      cellCount += lacking.length;
      for (const { column, written } of lacking) {
        if (cells.length < MOST_CELLS) cells.push({ row: row + 1, column: column.name, value: written.get(row) ?? "" });
      }
    }
  });
  const end = asOf ?? last;
  let kept = 0;
  await inChunks(used, pace, (from, to) => {
    for (let i = from; i < to; i++) {
      const row = rows[i]!;
      if (date.values[row]! < end + 1) rows[kept++] = row;
    }
  });
  return {
    rows: rows.subarray(0, kept),
    customers,
    asOf: end,
    leftOut: { count: tableRows - used, cells, cellCount },
    without,
    afterAsOf: used - kept,
  };
}

function writtenCells(column: OrderColumns[keyof OrderColumns]): ReadonlyMap<number, string> {
  if (column === null || column.type === "text") return new Map();
  return new Map(column.unreadable.map(({ row, value }) => [row, value]));
}

function outOfRange({ date, amount }: OrderColumns, row: number): SegmentsError {
  const { name, values } = Math.abs(amount.values[row]!) <= LARGEST ? date : amount;
  return tooLarge(name, row, values[row]!);
}
