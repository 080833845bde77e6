import { ColumnExtent } from "@kentro/kernel";
import { KentroError, shown } from "../errors.ts";
import type { Pace } from "../pace.ts";

/** Numbers in rows and columns, row-major: `data[row * columns + column]`. */
export interface Matrix {
  /** `rows * columns` values. Float32Array runs the float32 kernel, Float64Array the float64 one. */
  readonly data: Float32Array | Float64Array;
  readonly rows: number;
  readonly columns: number;
}

/** What is accepted wherever points are: a Matrix, or an array of rows of equal length (which runs as float64). */
export type Points = Matrix | readonly ArrayLike<number>[];

/**
 * Makes a float64 Matrix from one array for each column.
 *
 * @param columns at least one, all of the same length
 * @throws KentroError EMPTY without columns, RAGGED where lengths differ, NOT_FINITE for what is not a number
 * @example
 * const points = fromColumns([[15, 16, 17], [39, 81, 6]]); // 3 rows of 2 columns
 */
export function fromColumns(columns: readonly ArrayLike<number>[]): Matrix {
  if (columns.length === 0) throw new KentroError("EMPTY", "Expected at least one column, got none");
  const rows = lengthOf(columns[0], "column", 0);
  const data = new Float64Array(rows * columns.length);
  columns.forEach((column, j) => {
    const length = lengthOf(column, "column", j);
    if (length !== rows) {
      throw new KentroError("RAGGED", `Expected ${rows} values in column ${j} as in column 0, got ${length}`, {
        column: j,
      });
    }
    for (let i = 0; i < rows; i++) {
      const value: unknown = column[i];
      // A typed array would take null for 0 and "5" for 5.
      if (typeof value !== "number") throw notFinite(value, i, j);
      data[i * columns.length + j] = value;
    }
  });
  return { data, rows, columns: columns.length };
}

/** Values that are copied or looked at between two breaths: a few milliseconds, however many make a row. */
const VALUES_AT_ONCE = 1 << 18;

/** Turns points into a Matrix, making sure of its shape; whether values are finite, `findExtent` sees to. */
export async function toMatrix(points: Points, pace: Pace): Promise<Matrix> {
  return isRows(points) ? fromRows(points, pace) : checkedShape(points);
}

/** The smallest and largest value of each column. */
export interface Extent {
  readonly minimum: Float64Array;
  readonly maximum: Float64Array;
}

/** With fewer rows it takes longer to start a kernel than to do without. */
const ROWS_FOR_KERNEL = 2048;

/** Finds the extent of each column. Throws KentroError NOT_FINITE at the first value that is not a finite number. */
export async function findExtent(matrix: Matrix, pace: Pace): Promise<Extent> {
  const quick = matrix.rows < ROWS_FOR_KERNEL ? null : await extentByKernel(matrix, pace);
  return quick ?? (await extentByRow(matrix, pace));
}

/** The extent, or null where a value is not finite. */
async function extentByKernel({ data, rows, columns }: Matrix, pace: Pace): Promise<Extent | null> {
  const extent = await ColumnExtent.create(columns, data instanceof Float32Array ? "float32" : "float64");
  const atOnce = rowsAtOnce(columns);
  for (let first = 0; first < rows; first += atOnce) {
    const end = Math.min(first + atOnce, rows);
    if (!extent.add(data.subarray(first * columns, end * columns))) return null;
    if (pace.due()) await pace.breathe();
  }
  const minimum = new Float64Array(columns);
  const maximum = new Float64Array(columns);
  extent.read(minimum, maximum);
  return { minimum, maximum };
}

async function extentByRow({ data, rows, columns }: Matrix, pace: Pace): Promise<Extent> {
  const minimum = new Float64Array(columns).fill(Number.POSITIVE_INFINITY);
  const maximum = new Float64Array(columns).fill(Number.NEGATIVE_INFINITY);
  const atOnce = rowsAtOnce(columns);
  for (let first = 0; first < rows; first += atOnce) {
    const end = Math.min(first + atOnce, rows);
    for (let row = first, at = first * columns; row < end; row++) {
      for (let column = 0; column < columns; column++, at++) {
        const value = data[at];
        // Infinity - Infinity and NaN - NaN are NaN: one comparison finds both.
        if (value - value !== 0) throw notFinite(value, row, column);
        if (value < minimum[column]) minimum[column] = value;
        if (value > maximum[column]) maximum[column] = value;
      }
    }
    if (pace.due()) await pace.breathe();
  }
  return { minimum, maximum };
}

function rowsAtOnce(columns: number): number {
  return Math.max(1, Math.floor(VALUES_AT_ONCE / columns));
}

function isRows(points: Points): points is readonly ArrayLike<number>[] {
  return Array.isArray(points);
}

function checkedShape(points: Matrix): Matrix {
  const data: unknown = points?.data;
  if (!(data instanceof Float32Array || data instanceof Float64Array)) {
    throw new KentroError(
      "INVALID_INPUT",
      `Expected points to be an array of rows or a Matrix { data: Float32Array | Float64Array, rows, columns }, got ${
        points === null || typeof points !== "object" ? shown(points) : `data of ${shown(data)}`
      }`,
    );
  }
  const { rows, columns } = points;
  if (!Number.isSafeInteger(rows) || !Number.isSafeInteger(columns) || rows < 0 || columns < 0) {
    throw new KentroError(
      "INVALID_INPUT",
      `Expected rows and columns to be whole numbers, got ${shown(rows)} and ${shown(columns)}`,
    );
  }
  if (data.length !== rows * columns) {
    throw new KentroError(
      "INVALID_INPUT",
      `Expected ${rows} rows x ${columns} columns = ${rows * columns} values, got ${data.length}`,
    );
  }
  checkSize(rows, columns);
  return points;
}

async function fromRows(points: readonly ArrayLike<number>[], pace: Pace): Promise<Matrix> {
  const rows = points.length;
  const columns = rows === 0 ? 0 : lengthOf(points[0], "row", 0);
  checkSize(rows, columns);
  const data = new Float64Array(rows * columns);
  const atOnce = rowsAtOnce(columns);
  for (let row = 0; row < rows; row++) {
    const values = points[row];
    const length = lengthOf(values, "row", row);
    if (length !== columns) {
      throw new KentroError("RAGGED", `Expected ${columns} columns in row ${row} as in row 0, got ${length}`, { row });
    }
    for (let column = 0; column < columns; column++) {
      const value: unknown = values[column];
      if (typeof value !== "number") throw notFinite(value, row, column);
      data[row * columns + column] = value;
    }
    if (row % atOnce === 0 && pace.due()) await pace.breathe();
  }
  return { data, rows, columns };
}

/** The length of one row or column, if it is an array at all. */
function lengthOf(values: unknown, of: "row" | "column", index: number): number {
  const length: unknown =
    typeof values === "object" && values !== null && "length" in values ? values.length : undefined;
  if (typeof length === "number") return length;
  throw new KentroError("INVALID_INPUT", `Expected ${of} ${index} to be an array of numbers, got ${shown(values)}`, {
    [of]: index,
  });
}

function checkSize(rows: number, columns: number): void {
  if (rows === 0) throw new KentroError("EMPTY", "Expected at least one row, got none");
  if (columns === 0) throw new KentroError("EMPTY", "Expected at least one column, got none");
}

function notFinite(value: unknown, row: number, column: number): KentroError {
  return new KentroError(
    "NOT_FINITE",
    `Expected a finite number in row ${row}, column ${column} (both counted from 0), got ${shown(value)}`,
    { row, column },
  );
}
