import { type Condition, type RuleColumn, strike } from "./condition.ts";
import type { Sample } from "./sample.ts";

/** The sampled customers as a search for rules sees them. */
export interface Field {
  readonly columns: readonly RuleColumn[];
  /** The row of the table that each customer is. */
  readonly rows: Int32Array;
  readonly labels: Int32Array;
  /** By segment. */
  readonly weights: Float64Array;
  /** For each column: of a numeric one the customers by ascending value, those without one left out, and the values. */
  readonly ascending: readonly { readonly order: Int32Array; readonly values: Float64Array }[];
}

/** Prepares a sample for searches. `rows` are the rows used. */
export function fieldOf(columns: readonly RuleColumn[], rows: Int32Array, { places, labels, weights }: Sample): Field {
  const own = Int32Array.from(places, (place) => rows[place]!);
  const ascending = columns.map((column) => {
    if (column.type === "text") return { order: new Int32Array(0), values: new Float64Array(0) };
    const present = Int32Array.from(own.keys()).filter((i) => !Number.isNaN(column.values[own[i]!]!));
    const order = present.sort((a, b) => column.values[own[a]!]! - column.values[own[b]!]! || a - b);
    return { order, values: Float64Array.from(order, (i) => column.values[own[i]!]!) };
  });
  return { columns, rows: own, labels, weights, ascending };
}

/** The weight of each customer whom the conditions name; 0 for the others. */
export function namedBy(conditions: readonly Condition[], { columns, rows, labels, weights }: Field): Float64Array {
  const mask = new Uint8Array(rows.length).fill(1);
  for (const condition of conditions) strike(mask, condition, columns[condition.feature]!, rows, 0);
  const named = new Float64Array(rows.length);
  for (let i = 0; i < mask.length; i++) if (mask[i] === 1) named[i] = weights[labels[i]!]!;
  return named;
}
