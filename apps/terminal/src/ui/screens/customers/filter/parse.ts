import { findColumn, SegmentsError, type Table } from "@kentro/segments";
import { type Asked, type Condition, isPlace, type Order, PLACES } from "./condition.ts";
import { type Fault, type Name, scan, scanName } from "./scan.ts";
import { type Known, testOf } from "./test-of.ts";

/**
 * The conditions in a line, all of which are to hold: `segment=B income>60 city="New York" name~anna`. Columns are found
 * as @kentro/segments finds them; one in quotes may have the name of a place.
 */
export function parseFilter(line: string, known: Known): readonly Condition[] | Fault {
  const scanned = scan(Array.from(line));
  if ("fault" in scanned) return scanned;
  const conditions: Condition[] = [];
  for (const { name, operator, value, valueAt } of scanned) {
    const of = askedFor(name, known.table);
    if (isFault(of)) return of;
    const condition: Condition = { of, operator, value };
    const test = testOf(condition, known);
    if (typeof test === "string") return { fault: test, at: valueAt };
    conditions.push(condition);
  }
  return conditions;
}

/** The order that a line asks for: a column or a place, with `-` before it the largest first. Null for an empty line. */
export function parseOrder(line: string, known: Known): Order | null | Fault {
  const start = line.search(/\S/);
  if (start < 0) return null;
  const characters = Array.from(line);
  const descending = characters[start] === "-";
  const name = scanName(characters, descending ? start + 1 : start);
  if ("fault" in name) return name;
  const of = askedFor(name, known.table);
  if (isFault(of)) return of;
  const refused = notHeld(of, known);
  return refused === null ? { of, descending } : { fault: refused, at: name.at };
}

/** Whether what came is what is wrong. */
export function isFault<Value>(value: Value | Fault): value is Fault {
  return typeof value === "object" && value !== null && "fault" in value;
}

function notHeld(of: Asked, { table, texts }: Known): string | null {
  if (typeof of === "string") return null;
  const index = table.columns.findIndex(({ name }) => name === of.column);
  const isMissing = table.columns[index]?.type === "identifier" && !texts.has(index);
  return isMissing ? `The texts of "${of.column}" are not held.` : null;
}

function askedFor({ text, isQuoted, at }: Name, table: Table): Asked | Fault {
  const small = text.toLowerCase();
  if (!isQuoted && isPlace(small)) return small;
  if (text === "" && !isQuoted) return { fault: "A name of a column is missing here.", at };
  try {
    return { column: findColumn(table, text).name };
  } catch (error) {
    if (!(error instanceof SegmentsError)) throw error;
    return { fault: `${error.message} There are ${PLACES.join(", ")} too.`, at };
  }
}
