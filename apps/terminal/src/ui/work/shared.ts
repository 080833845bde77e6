import type { Column, Table } from "@kentro/segments";

/** The table with its values in shared memory: handed to another thread it is not copied. */
export function sharedTable({ rows, columns }: Table): Table {
  return { rows, columns: columns.map(sharedColumn) };
}

/** The numbers in shared memory. */
export function sharedIntegers(values: Int32Array): Int32Array {
  const shared = new Int32Array(new SharedArrayBuffer(values.byteLength));
  shared.set(values);
  return shared;
}

function sharedColumn(column: Column): Column {
  switch (column.type) {
    case "numeric":
    case "date": {
      const values = new Float64Array(new SharedArrayBuffer(column.values.byteLength));
      values.set(column.values);
      return { ...column, values };
    }
    case "text":
      return { ...column, codes: sharedIntegers(column.codes) };
    case "identifier":
      return column;
    default:
      return column satisfies never;
  }
}
