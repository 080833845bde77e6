import type { Column, Table } from "@kentro/segments";
import { pauseOf } from "./pause.ts";

/** The table with its values in shared memory: handed to another thread it is not copied. */
export async function sharedTable({ rows, columns }: Table, signal: AbortSignal): Promise<Table> {
  const pause = pauseOf(signal);
  const shared: Column[] = [];
  for (const column of columns) {
    shared.push(sharedColumn(column));
    await pause();
  }
  return { rows, columns: shared };
}

/** Room for numbers in shared memory. */
export function sharedNumbers(length: number): Float64Array {
  return new Float64Array(new SharedArrayBuffer(length * Float64Array.BYTES_PER_ELEMENT));
}

/** The numbers in shared memory. */
export function sharedCopy(values: Float64Array): Float64Array {
  const shared = sharedNumbers(values.length);
  shared.set(values);
  return shared;
}

/** The integers in shared memory. */
export function sharedIntegers(values: Int32Array): Int32Array {
  const shared = new Int32Array(new SharedArrayBuffer(values.byteLength));
  shared.set(values);
  return shared;
}

function sharedColumn(column: Column): Column {
  switch (column.type) {
    case "numeric":
    case "date":
      return { ...column, values: sharedCopy(column.values) };
    case "text":
      return { ...column, codes: sharedIntegers(column.codes) };
    case "identifier":
      return column;
    default:
      return column satisfies never;
  }
}
