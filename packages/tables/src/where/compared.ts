import { shown, type TablesError } from "../tables-error.ts";
import { badCondition, type Node, node } from "./syntax-tree.ts";

/** What a column's cells are to a condition. */
export type Held = "numbers" | "dates" | "text";

/** A column that a condition names. */
export interface NamedColumn {
  readonly name: string;
  readonly holds: Held;
}

/** Refuses to compare columns with each other, or with constants among `parts`, where what they hold is not alike. */
export function refuseUnlike(columns: readonly NamedColumn[], parts: readonly Node[]): void {
  const [first, ...others] = columns;
  for (const one of others) if (one.holds !== first.holds) throw notAlike(first, one);
  for (const one of columns) for (const part of parts) refuseOther(one, part);
}

function notAlike(one: NamedColumn, other: NamedColumn): TablesError {
  const called = ({ name, holds }: NamedColumn): string => `"${shown(name)}", which holds ${holds}`;
  return badCondition(`The condition compares ${called(one)}, with ${called(other)}.`);
}

/** Refuses a comparison that compares nothing: DuckDB would fail at it, or take the number for text. */
function refuseOther({ name, holds }: NamedColumn, part: Node): void {
  const value = node(part.value);
  if (part.class !== "CONSTANT" || value.is_null === true) return;
  const text = typeof value.value === "string" ? value.value : null;
  const called = `The condition compares "${shown(name)}", which holds ${holds},`;
  if (holds === "text" && text === null && typeof value.value !== "boolean") {
    throw badCondition(`${called} with a number: put it in single quotes to compare it as text.`);
  }
  if (holds === "numbers" && text !== null && !Number.isFinite(Number(text))) {
    throw badCondition(`${called} with the text '${shown(text)}'.`);
  }
  if (holds === "dates" && (text === null || Number.isNaN(Date.parse(text)) || !/^\d{4}-\d\d?-\d\d?/.test(text))) {
    throw badCondition(`${called} with something else: write a date as '2025-12-31'.`);
  }
}
