import type { Column, Segment, Table } from "@kentro/segments";
import type { Sorting, Test } from "../../../work/customers/query.ts";
import type { Condition, Operator, Order, Place } from "./condition.ts";
import { dateRange, type Range, readNumber } from "./value.ts";

/** What conditions are about. */
export interface Known {
  readonly table: Table;
  readonly segments: readonly Pick<Segment, "id" | "letter" | "name">[];
  /** Columns whose texts are held beside the table, by index. */
  readonly texts: { has(column: number): boolean };
}

/** What a condition asks of every row, or why it asks nothing: a sentence. */
export function testOf(condition: Condition, known: Known): Test | string {
  const { of, operator, value } = condition;
  if (of === "segment" || of === "second") return segmentTest(of, operator, value, known);
  if (typeof of === "string") return numberTest(of, of, operator, readNumber(value), value);
  const index = known.table.columns.findIndex(({ name }) => name === of.column);
  const column = known.table.columns[index];
  if (column === undefined) return `There is no column "${of.column}".`;
  return columnTest(column, index, operator, value, known);
}

/** What rows are sorted by; null where there is no such column. */
export function sortingOf({ of, descending }: Order, { table }: Known): Sorting | null {
  if (typeof of === "string") return { by: of, descending };
  const by = table.columns.findIndex(({ name }) => name === of.column);
  return by < 0 ? null : { by, descending };
}

function columnTest(column: Column, index: number, operator: Operator, value: string, { texts }: Known): Test | string {
  if (column.type === "identifier" && !texts.has(index)) return `The texts of "${column.name}" are not held.`;
  const isEqual = operator === "=" || operator === "!=";
  if (value === "" && isEqual) return { kind: "empty", of: index, holds: operator === "=" };
  if (operator === "~" || operator === "!~") return textTest(index, "has", value, operator === "~");
  if (column.type === "numeric") return numberTest(index, column.name, operator, readNumber(value), value);
  if (column.type === "date") {
    const range = dateRange(value);
    return range === null
      ? `"${value}" is no date: write it as 2025-12-31, 2025-12 or 2025.`
      : numberTest(index, column.name, operator, range, value);
  }
  if (!isEqual) return `"${column.name}" holds text, which is compared with = != ~ or !~.`;
  return textTest(index, "is", value, operator === "=");
}

function textTest(of: number, relation: "is" | "has", value: string, holds: boolean): Test {
  return { kind: "text", of, relation, text: value.toLowerCase(), holds };
}

function numberTest(
  of: Exclude<Place, "segment" | "second"> | number,
  name: string,
  operator: Operator,
  range: Range | null,
  value: string,
): Test | string {
  if (operator === "~" || operator === "!~") return `${name} is a number, which is compared with = != < <= > or >=.`;
  if (range === null) return `"${value}" is no number, and "${name}" holds numbers.`;
  return { kind: "number", of, comparison: operator, ...range };
}

function segmentTest(of: "segment" | "second", operator: Operator, value: string, { segments }: Known): Test | string {
  const asked = value.toLowerCase();
  if (operator === "~" || operator === "!~") {
    const having = segments.filter(({ name }) => name.toLowerCase().includes(asked));
    return { kind: "segment", of, segments: having.map(({ id }) => id), holds: operator === "~" };
  }
  if (operator !== "=" && operator !== "!=") return `Segments are compared with = != ~ or !~.`;
  const holds = operator === "=";
  const meant =
    segments.find(({ letter }) => letter.toLowerCase() === asked) ??
    segments.find(({ name }) => name.toLowerCase() === asked);
  if (meant !== undefined) return { kind: "segment", of, segments: [meant.id], holds };
  if (asked === NONE) return { kind: "segment", of, segments: [-1], holds };
  const letters = segments.map(({ letter }) => letter);
  const all = letters.length > 1 ? `${letters[0]} to ${letters.at(-1)}` : (letters[0] ?? "none");
  return `There is no segment "${value}": they are ${all}, and ${NONE} for customers left out.`;
}

/** Of customers left out. */
const NONE = "none";
