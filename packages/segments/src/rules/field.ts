import type { Pace } from "../pace.ts";
import { type Condition, type RuleColumn, strike, takeCells } from "./condition.ts";
import type { Sample } from "./sample.ts";

/** The sampled customers as a search for rules sees them. */
export interface Field {
  readonly columns: readonly RuleColumn[];
  /** The row of the table that each customer is. */
  readonly rows: Int32Array;
  /** For each column the cells of the customers. */
  readonly cells: readonly Float64Array[];
  readonly labels: Int32Array;
  /** How many customers each of them stands for. */
  readonly weights: Float64Array;
  /** For each column: of a numeric one the customers by ascending value, those without one left out, and the values. */
  readonly ascending: readonly { readonly order: Int32Array; readonly values: Float64Array }[];
  /** Room for one answer of `namedBy`, which is asked so often that new room each time would cost more than the answer. */
  readonly room: { readonly mask: Uint8Array; readonly named: Float64Array };
}

/** Prepares a sample for searches. `rows` are the rows used. */
export async function fieldOf(
  columns: readonly RuleColumn[],
  rows: Int32Array,
  { places, labels, weights }: Sample,
  pace: Pace,
): Promise<Field> {
  const own = Int32Array.from(places, (place) => rows[place]!);
  const ascending: Field["ascending"][number][] = [];
  for (const column of columns) {
    ascending.push(ascendingOf(column, own));
    await pace.breathe();
  }
  const cells = columns.map((column) => {
    const taken = new Float64Array(own.length);
    takeCells(taken, column, own, 0);
    return taken;
  });
  const room = { mask: new Uint8Array(own.length), named: new Float64Array(own.length) };
  return { columns, rows: own, cells, labels, weights, ascending, room };
}

function ascendingOf(column: RuleColumn, own: Int32Array): Field["ascending"][number] {
  if (column.type === "text") return { order: new Int32Array(0), values: new Float64Array(0) };
  const present = Int32Array.from(own.keys()).filter((i) => !Number.isNaN(column.values[own[i]!]!));
  const order = present.sort((a, b) => column.values[own[a]!]! - column.values[own[b]!]! || a - b);
  return { order, values: Float64Array.from(order, (i) => column.values[own[i]!]!) };
}

/** The weight of each customer whom the conditions name, 0 for the others: good until it is asked again of this field. */
export function namedBy(conditions: readonly Condition[], { cells, weights, room }: Field): Float64Array {
  const { mask, named } = room;
  mask.fill(1);
  for (const condition of conditions) strike(mask, condition, cells[condition.feature]!);
  for (let i = 0; i < mask.length; i++) named[i] = mask[i] === 1 ? weights[i]! : 0;
  return named;
}

/** How many customers of a segment the conditions name, and how many in all. */
export function counted(
  conditions: readonly Condition[],
  field: Field,
  segment: number,
): { readonly hits: number; readonly named: number } {
  const weights = namedBy(conditions, field);
  let [hits, named] = [0, 0];
  for (let i = 0; i < weights.length; i++) {
    named += weights[i]!;
    if (field.labels[i] === segment) hits += weights[i]!;
  }
  return { hits, named };
}
