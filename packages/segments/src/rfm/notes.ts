import type { LeftOut } from "../columns/left-out.ts";
import { counted } from "../counted.ts";
import { quoted } from "../quoted.ts";
import type { OrderColumns } from "./order-columns.ts";

/** What became of every row of a table of orders: `rowsRead` is `rows`, `leftOut.count` and `afterAsOf` together. */
export interface RfmNotes {
  readonly rowsRead: number;
  /** Rows used, orders and returns. */
  readonly rows: number;
  readonly customers: number;
  readonly orders: number;
  /** Of the orders, those of amount zero: they count as any other. */
  readonly zeroOrders: number;
  /** Amounts below zero: taken off the total of their customer, and no orders. */
  readonly returns: number;
  /** Rows without customer, date or amount. */
  readonly leftOut: LeftOut;
  /** The same rows by the first of these that they lack. */
  readonly without: { readonly customer: number; readonly date: number; readonly amount: number };
  /** Rows left out as their day is after `asOf`. */
  readonly afterAsOf: number;
  /** Customers left out as they have returns and no order. */
  readonly onlyReturns: number;
  /** Customers whose total is below zero: they gave back more than they bought. They are kept. */
  readonly belowZero: number;
  /** Rows used without the id of an order, each an order of its own; null without a column of orders. */
  readonly withoutOrder: number | null;
  /** Rows used without a value, which add nothing to it; null without a column of values. */
  readonly withoutValue: number | null;
  /** All of this for people, most important first. */
  readonly sentences: readonly string[];
}

/** What the notes say, and of what. */
interface Told extends Omit<RfmNotes, "sentences"> {
  readonly asOf: string;
  /** Whether the day was asked for; else it is the last one there is. */
  readonly asked: boolean;
}

/** The notes as sentences; nothing is said of what is not there. No cell is quoted: reports say it to others. */
export function sentences(told: Told, columns: OrderColumns): string[] {
  const { rows, rowsRead, customers, orders, asOf } = told;
  const of = `${counted(orders, "order")} of ${counted(customers, "customer")}`;
  const said = [
    `${of}, in ${rows.toLocaleString("en-US")} of ${counted(rowsRead, "row")} read.`,
    `Days are counted up to ${asOf}, ${told.asked ? "as asked" : "the last day in the table"}.`,
  ];
  if (told.leftOut.count > 0) said.push(leftOutSentence(told, columns));
  if (told.afterAsOf > 0) said.push(`${counted(told.afterAsOf, "row")} left out: later than ${asOf}.`);
  if (told.returns > 0) {
    const are =
      told.returns === 1
        ? "1 return (an amount below zero) is"
        : `${counted(told.returns, "return")} (amounts below zero) are`;
    said.push(`${are} taken off what the customer spent, and no order.`);
  }
  if (told.zeroOrders > 0) said.push(`${counted(told.zeroOrders, "order")} of amount zero counted like any other.`);
  if (told.onlyReturns > 0) {
    said.push(`${counted(told.onlyReturns, "customer")} left out: only returns, and no order.`);
  }
  if (told.belowZero > 0) {
    said.push(`${counted(told.belowZero, "customer")} gave back more than they bought: their total is below zero.`);
  }
  if (told.withoutOrder !== null && told.withoutOrder > 0) {
    said.push(`${counted(told.withoutOrder, "row")} without ${quoted(columns.order!.name)}: an order each.`);
  }
  if (told.withoutValue !== null && told.withoutValue > 0) {
    said.push(`${counted(told.withoutValue, "row")} without ${quoted(columns.value!.name)}: nothing is added to it.`);
  }
  return said;
}

function leftOutSentence({ leftOut, without }: Told, { customer, date, amount }: OrderColumns): string {
  const lacks = [
    { count: without.customer, column: customer.name },
    { count: without.date, column: date.name },
    { count: without.amount, column: amount.name },
  ];
  const listed = lacks
    .filter(({ count }) => count > 0)
    .map(({ count, column }) => `${count.toLocaleString("en-US")} without ${quoted(column)}`);
  return `${counted(leftOut.count, "row")} left out: ${listed.join(", ")}.`;
}
