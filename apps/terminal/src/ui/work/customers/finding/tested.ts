import type { Column } from "@kentro/segments";
import type { Comparison, Test } from "../query.ts";
import type { Texts } from "../texts.ts";
import { writtenIn } from "../written.ts";
import type { Records } from "./records.ts";

/** Whether something holds for a row. */
export type RowTest = (row: number) => boolean;

/** A test of a query, for the rows of these records. */
export function rowTest(test: Test, records: Records): RowTest {
  switch (test.kind) {
    case "number": {
      const { from, to } = test;
      const value = numbersOf(test.of, records);
      const compare = COMPARED[test.comparison];
      return (row) => compare(value(row), from, to);
    }
    case "text": {
      const { text, holds, relation } = test;
      const matches = relation === "is" ? (own: string) => own === text : (own: string) => own.includes(text);
      const found = matching(columnOf(records, test.of), records.texts.get(test.of), matches);
      return (row) => found(row) === holds;
    }
    case "segment": {
      const { segments, holds } = test;
      const own = test.of === "segment" ? records.labels : placesOf(records).second;
      return (row) => segments.includes(own[row]!) === holds;
    }
    case "empty": {
      const written = writtenIn(columnOf(records, test.of), records.texts.get(test.of));
      return (row) => (written(row) === null) === test.holds;
    }
    default:
      return test satisfies never;
  }
}

/** Whether any cell of a row has this as a part, letter case aside. */
export function searchTest(search: string, records: Records): RowTest {
  const text = search.toLowerCase();
  const has = (own: string): boolean => own.includes(text);
  const columns = records.table.columns.flatMap((column, index) => {
    // A million numbers take a while to write out: not where it cannot be in any.
    const inNumbers = MAY_BE_IN_A_NUMBER.test(text) || ("unreadable" in column && column.unreadable.length > 0);
    return column.type === "numeric" && !inNumbers ? [] : [matching(column, records.texts.get(index), has)];
  });
  return (row) => columns.some((found) => found(row));
}

/** The number that a row has: a column's, a distance, a margin, or its place in the file from 1. */
export function numbersOf(of: Extract<Test, { kind: "number" }>["of"], records: Records): (row: number) => number {
  switch (of) {
    case "row":
      return (row) => row + 1;
    case "distance":
    case "margin": {
      const values = placesOf(records)[of];
      return (row) => values[row]!;
    }
    default: {
      const column = columnOf(records, of);
      if (column.type !== "numeric" && column.type !== "date") return () => Number.NaN;
      return (row) => column.values[row]!;
    }
  }
}

/** The column at an index. Assumes that there is one. */
export function columnOf({ table }: Records, index: number): Column {
  return table.columns[index]!;
}

/** Where the customers stand. Assumes that it is known. */
export function placesOf({ places }: Records): NonNullable<Records["places"]> {
  if (places === null) throw new Error("expected to know where customers stand");
  return places;
}

const MAY_BE_IN_A_NUMBER = /^[-+.\de]+$/;

const COMPARED: Readonly<Record<Comparison, (value: number, from: number, to: number) => boolean>> = {
  "=": (value, from, to) => value >= from && value <= to,
  "!=": (value, from, to) => !(value >= from && value <= to),
  "<": (value, from) => value < from,
  "<=": (value, _, to) => value <= to,
  ">": (value, _, to) => value > to,
  ">=": (value, from) => value >= from,
};

/** Whether the text of a cell, in small letters, is one of those looked for. Each text that is held once is looked at once. */
function matching(column: Column, texts: Texts | undefined, matches: (text: string) => boolean): RowTest {
  if (column.type === "text") {
    const { codes } = column;
    const found = column.categories.map((text) => matches(text.toLowerCase()));
    return (row) => found[codes[row]!] === true;
  }
  const written = writtenIn(column, texts);
  return (row) => {
    const text = written(row);
    return text !== null && matches(text.toLowerCase());
  };
}
