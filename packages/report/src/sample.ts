import type { Matrix } from "@kentro/core";
import type { Column, Segmentation, Table } from "@kentro/segments";
import { ReportError } from "./error.ts";

/** Customers to draw and to measure: as points of the space they were clustered in, with their segments. */
export interface CustomerSample {
  readonly points: Matrix;
  /** The row of each in the table. */
  readonly rows: Int32Array;
  /** The segment of each. */
  readonly labels: Int32Array;
  /** Whether these are all customers used. */
  readonly all: boolean;
}

/** Values, rows times squared columns, that a sample may make work of. */
const mostWork = 2e8;
const mostCustomers = 100_000;

/**
 * The customers used as points, or of very many about 100,000; the same ones each time.
 *
 * @throws ReportError `different-table` when `table` does not fit `segmentation`
 */
export async function sampleCustomers(segmentation: Segmentation, table: Table): Promise<CustomerSample> {
  const { labels, model } = segmentation;
  const features = new Set(model.features);
  const most = Math.min(mostCustomers, Math.max(1000, Math.floor(mostWork / features.size ** 2)));
  const rows = sampledRows(labels, most);
  const columns = table.columns.filter(({ name }) => features.has(name)).map((column) => columnAt(column, rows));
  const { points } = await model.points({ rows: rows.length, columns });
  if (points.rows !== rows.length) {
    throw new ReportError("different-table", "Expected the table that was segmented; rows of it cannot be used now.");
  }
  return { points, rows, labels: rows.map((row) => labels[row]!), all: rows.length === segmentation.rows };
}

function sampledRows(labels: Int32Array, most: number): Int32Array {
  const rows: number[] = [];
  for (let row = 0; row < labels.length; row++) {
    if (labels[row]! >= 0 && isSampled(row, labels.length, most)) rows.push(row);
  }
  return Int32Array.from(rows);
}

/** At most `most` customers of each segment, evenly from all of them. */
export function fewerOfEach(customers: CustomerSample, segments: number, most: number): CustomerSample {
  const { points, rows, labels, all } = customers;
  const sizes = new Int32Array(segments);
  for (const label of labels) sizes[label]!++;
  if (sizes.every((size) => size <= most)) return customers;
  const seen = new Int32Array(segments);
  const kept = Int32Array.from(labels.keys()).filter((i) => {
    const [size, place] = [sizes[labels[i]!]!, seen[labels[i]!]!++];
    return size <= most || Math.floor(((place + 1) * most) / size) > Math.floor((place * most) / size);
  });
  const data = new Float64Array(kept.length * points.columns);
  for (const [i, from] of kept.entries()) {
    data.set(points.data.subarray(from * points.columns, (from + 1) * points.columns), i * points.columns);
  }
  return {
    points: { data, rows: kept.length, columns: points.columns },
    rows: kept.map((i) => rows[i]!),
    labels: kept.map((i) => labels[i]!),
    all: all && kept.length === labels.length,
  };
}

/**
 * Whether a row is among about `most` of all: by multiples of the golden ratio, which keep no time with rows that take
 * turns, as every tenth row would.
 */
export function isSampled(row: number, rows: number, most: number): boolean {
  return Math.imul(row, 0x9e3779b1) >>> 0 < (most / rows) * 2 ** 32;
}

function columnAt(column: Column, rows: Int32Array): Column {
  switch (column.type) {
    case "numeric":
    case "date": {
      const values = new Float64Array(rows.length);
      for (let i = 0; i < rows.length; i++) values[i] = column.values[rows[i]!]!;
      return { ...column, values, missing: values.filter(Number.isNaN).length, unreadable: [], unreadableCount: 0 };
    }
    case "text": {
      const codes = rows.map((row) => column.codes[row]!);
      return { ...column, codes, missing: codes.filter((code) => code < 0).length };
    }
    case "identifier":
      return { ...column, missing: 0 };
    default:
      return column satisfies never;
  }
}
