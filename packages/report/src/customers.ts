import { isYesNo, type Segmentation, type Table, yesNoNumbers } from "@kentro/segments";
import { ReportError } from "./error.ts";

/**
 * The values of a numeric column, one a row; of a column of yes and no 1 and 0.
 *
 * @throws ReportError `different-table` when the table has other rows or no such column
 */
export function numericColumn(table: Table, { rowsRead }: Segmentation, name: string): Float64Array {
  if (table.rows !== rowsRead) {
    const message = `Expected the table that was segmented, with ${rowsRead} rows; this one has ${table.rows}.`;
    throw new ReportError("different-table", message);
  }
  const column = table.columns.find((column) => column.name === name);
  if (column?.type === "text" && isYesNo(column)) return yesNoNumbers(column).values;
  if (column?.type !== "numeric") {
    const message = `Expected the table that was segmented, with numbers in "${name}"; this one has none there.`;
    throw new ReportError("different-table", message);
  }
  return column.values;
}

/** The mean over the customers used, of the cells that are there. */
export function everybodysMean(values: Float64Array, labels: Int32Array): number {
  let mean = 0;
  let counted = 0;
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!;
    if (labels[row]! < 0 || Number.isNaN(value)) continue;
    counted++;
    mean += (value - mean) / counted;
  }
  return mean;
}
