import { dateText } from "@kentro/segments";
import { compact, count, percent, short } from "../../../../text/number.ts";
import { MOST_DISTINCT } from "../../../work/facts.ts";
import type { ColumnFacts } from "../../../work/protocol.ts";
import type { Described } from "../asked/taken.ts";

/** Dates beyond these days are none that a calendar has. */
const MOST_DAYS = 1e8;

/** A value of a column as it is shown: a number in short, a date. */
export function valueText(type: ColumnFacts["type"], value: number): string {
  if (type !== "date") return short(value);
  return Math.abs(value) < MOST_DAYS ? dateText(Math.floor(value)) : "–";
}

/** A value in the list of columns, in no more cells than a number has there. */
export function listedText(type: ColumnFacts["type"], value: number): string {
  return type === "date" ? valueText(type, value) : compact(value);
}

/** What a column holds, in a word. */
export function typeText(type: ColumnFacts["type"]): string {
  return { numeric: "number", date: "date", text: "text", identifier: "text" }[type];
}

/** How many cells are empty or unreadable. */
export function withoutValue({ column }: Described): number {
  return column.missing + ("unreadableCount" in column ? column.unreadableCount : 0);
}

/** What part of the rows is empty or unreadable. */
export function missingText(described: Described, rows: number): string {
  const missing = withoutValue(described);
  return missing === 0 || rows === 0 ? "–" : percent(missing / rows);
}

/** How many different values there are; `over` stands before the number they were counted to. */
export function distinctText(facts: ColumnFacts, over: string): string {
  if (facts.type === "identifier") return "many";
  return facts.distinct === null ? `${over}${count(MOST_DISTINCT)}` : count(facts.distinct);
}

/** The median, and whether it is that of a sample. */
export function medianText(
  facts: Extract<ColumnFacts, { median: number }>,
  textOf: typeof valueText = valueText,
): string {
  return `${facts.sampled === null ? "" : "~"}${textOf(facts.type, facts.median)}`;
}
