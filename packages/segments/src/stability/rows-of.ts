import type { Matrix } from "@kentro/core";

/** Some rows of a matrix, in the order asked for. */
export function rowsOf({ data, columns }: Matrix, rows: Int32Array): Matrix {
  const chosen = new Float64Array(rows.length * columns);
  for (let i = 0; i < rows.length; i++) {
    const from = rows[i]! * columns;
    for (let j = 0; j < columns; j++) chosen[i * columns + j] = data[from + j]!;
  }
  return { data: chosen, rows: rows.length, columns };
}
