import type { Column } from "@kentro/segments";
import { count } from "../../../../text/number.ts";
import { quotedName } from "../../../../text/visible.ts";
import type { State } from "../../../state/state.ts";
import { fit, type Line, rule, type Span, span, widthOf } from "../../../text/line.ts";
import { conditionText, type Order } from "../filter/condition.ts";
import type { Shown } from "../shown/shown.ts";

/** How many of how many, which filter and order hold, and which columns are out of sight. */
export function listTitle(state: State, shown: Shown, hidden: { before: number; after: number }, width: number): Line {
  const columns = hiddenText(hidden);
  const right = columns === "" ? [] : [span(` ${columns} `)];
  const room = width - widthOf(right);
  const left = rule([span(howMany(state, shown), { bold: true }), ...filterSpans(state)], room);
  return [...left, ...fit(right, width - room)];
}

/** `212 of 4,354 customers`. */
export function howMany({ opened }: State, { count: some, isCurrent, isAwaited }: Shown): string {
  const all = opened?.table.rows ?? 0;
  const number = some === all ? `${count(all)} customers` : `${count(some)} of ${count(all)} customers`;
  if (isCurrent) return number;
  return isAwaited ? `${number}, looking ...` : `${number}: not those asked for, who could not be found`;
}

/** What holds for the customers shown, in words. */
export function filterWords({ customers, opened }: State): readonly string[] {
  const { search, conditions, borderline, order } = customers.filter;
  return [
    ...(search === "" ? [] : [`with ${quotedName(search)}`]),
    ...conditions.map(conditionText),
    ...(borderline ? ["on a border"] : []),
    ...(order === null ? [] : [orderWords(order, opened?.table.columns ?? [])]),
  ];
}

function filterSpans(state: State): Span[] {
  return filterWords(state).map((words) => span(`  ${words}`));
}

/** What a column is sorted by, and which end of it comes first: "by age, smallest first". */
function orderWords({ of, descending }: Order, columns: readonly Column[]): string {
  if (typeof of === "string") return `by ${of}${descending ? ", largest first" : ""}`;
  const [least, most] = ENDS[columns.find(({ name }) => name === of.column)?.type ?? "text"];
  return `by ${of.column}, ${descending ? most : least} first`;
}

const ENDS: Readonly<Record<Column["type"], readonly [least: string, most: string]>> = {
  numeric: ["smallest", "largest"],
  date: ["earliest", "latest"],
  text: ["A", "Z"],
  identifier: ["A", "Z"],
};

function hiddenText({ before, after }: { before: number; after: number }): string {
  const columns = (many: number): string => (many === 1 ? "1 column" : `${count(many)} columns`);
  if (before > 0 && after > 0) return `← +${count(before)}  +${columns(after)} →`;
  if (before > 0) return `← +${columns(before)}`;
  return after > 0 ? `+${columns(after)} →` : "";
}
