import { type Column, dateText } from "@kentro/segments";
import { type Texts, textOfRow } from "./texts.ts";

/** What each cell of a column says, as the file has it; null where it is empty, or not held. */
export function writtenIn(column: Column, texts: Texts | undefined): (row: number) => string | null {
  switch (column.type) {
    case "numeric":
      return numbersIn(column, String);
    case "date":
      return numbersIn(column, dateText);
    case "text":
      return (row) => column.categories[column.codes[row]!] ?? null;
    case "identifier":
      return texts === undefined ? () => null : (row) => textOfRow(texts, row);
    default:
      return column satisfies never;
  }
}

function numbersIn(
  { values, unreadable }: Extract<Column, { type: "numeric" | "date" }>,
  write: (value: number) => string,
): (row: number) => string | null {
  const others = new Map(unreadable.map(({ row, value }) => [row, value]));
  return (row) => (Number.isNaN(values[row]!) ? (others.get(row) ?? null) : write(values[row]!));
}
