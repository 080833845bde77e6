import type { Column, Table } from "@kentro/segments";
import { asWritten } from "../../text/number.ts";
import { cellsOf, visible } from "../../text/visible.ts";
import type { ColumnFacts } from "./protocol.ts";

/** The widths of so many cells of a column are looked at, and of its least and its most. */
const MEASURED = 1000;

/** What an identifier's cells are shown as: its values are not in memory. */
export const NOT_HELD = "not held";

/** As wide as a date with the time of day. */
const DATE_CELLS = 19;

/** What is worth knowing of each column of a table. */
export function factsOf({ columns }: Table): ColumnFacts[] {
  return columns.map(factsOfColumn);
}

function factsOfColumn(column: Column): ColumnFacts {
  switch (column.type) {
    case "numeric":
      return numericFacts(column.values);
    case "text": {
      const cells = column.categories.reduce((most, each) => Math.max(most, cellsOf(visible(each))), 1);
      return { type: "text", distinct: column.categories.length, cells };
    }
    case "date":
      return { type: "date", cells: DATE_CELLS };
    case "identifier":
      return { type: "identifier", cells: NOT_HELD.length };
    default:
      return column satisfies never;
  }
}

function numericFacts(values: Float64Array): ColumnFacts {
  let low = Number.NaN;
  let high = Number.NaN;
  let mean = 0;
  let known = 0;
  for (const value of values) {
    if (Number.isNaN(value)) continue;
    known++;
    mean += value / known - mean / known;
    if (!(value >= low)) low = value;
    if (!(value <= high)) high = value;
  }
  const step = Math.max(1, Math.floor(values.length / MEASURED));
  let cells = 1;
  const measure = (value: number): void => {
    if (!Number.isNaN(value)) cells = Math.max(cells, asWritten(value).length);
  };
  for (let row = 0; row < values.length; row += step) measure(values[row]!);
  measure(low);
  measure(high);
  return { type: "numeric", low, high, mean: known === 0 ? Number.NaN : mean, cells };
}
