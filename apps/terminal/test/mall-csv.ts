import { type Column, mall, mallPreset } from "@kentro/segments";

/** The features that the sample is segmented by where none are named. */
export const TWO_FEATURES: readonly string[] = mallPreset.features;

/** The mall customers as a CSV file. */
export function mallCsv(lineEnd = "\n", delimiter = ","): string {
  const rows = Array.from({ length: mall.rows }, (_, row) => mall.columns.map((column) => cell(column, row)));
  return [mall.columns.map(({ name }) => name), ...rows].map((cells) => cells.join(delimiter) + lineEnd).join("");
}

function cell(column: Column, row: number): string {
  if (column.type === "numeric") return String(column.values[row]);
  if (column.type === "text") return column.categories[column.codes[row] ?? -1] ?? "";
  throw new Error("the sample holds all of its values");
}
