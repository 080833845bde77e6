import fc from "fast-check";
import type { Matrix } from "../points/matrix.ts";
import { Random } from "../random.ts";

/** Row-major float64 Matrix of rows. */
export function matrixOf(rows: readonly (readonly number[])[]): Matrix & { readonly data: Float64Array } {
  return { data: Float64Array.from(rows.flat()), rows: rows.length, columns: rows[0].length };
}

/** The same values rounded to float32. */
export function singleOf(rows: readonly (readonly number[])[]): Matrix {
  return { data: Float32Array.from(rows.flat()), rows: rows.length, columns: rows[0].length };
}

export function rowsOf({ data, rows, columns }: Matrix): number[][] {
  return Array.from({ length: rows }, (_, row) => Array.from(data.subarray(row * columns, (row + 1) * columns)));
}

/** Distinct rows by value: 0 and -0 are one. */
export function distinctRows(rows: readonly (readonly number[])[]): number {
  return new Set(rows.map((row) => JSON.stringify(row))).size;
}

/** Normal points around `groups` centers on a circle, `apart` standard deviations from one center to the next. */
export function groupsOf(groups: number, rows: number, apart: number, seed: number): number[][] {
  const random = new Random(seed);
  const radius = groups === 1 ? 0 : apart / (2 * Math.sin(Math.PI / groups));
  return Array.from({ length: rows }, (_, row) => {
    const angle = (2 * Math.PI * (row % groups)) / groups;
    return [radius * Math.cos(angle) + random.normal(), radius * Math.sin(angle) + random.normal()];
  });
}

export function normalRows(rows: number, columns: number, seed: number): number[][] {
  const random = new Random(seed);
  return Array.from({ length: rows }, () => Array.from({ length: columns }, () => random.normal()));
}

export function uniformRows(rows: number, columns: number, seed: number): number[][] {
  const random = new Random(seed);
  return Array.from({ length: rows }, () => Array.from({ length: columns }, () => random.uniform()));
}

interface Shape {
  readonly maxRows?: number;
  readonly maxColumns?: number;
}

function rowsFrom(value: fc.Arbitrary<number>, { maxRows = 60, maxColumns = 6 }: Shape): fc.Arbitrary<number[][]> {
  return fc.integer({ min: 1, max: maxColumns }).chain((columns) => {
    return fc.array(fc.array(value, { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: maxRows });
  });
}

/** Rows of values without a pattern, in -100 to 100. */
export function scattered(shape: Shape = {}): fc.Arbitrary<number[][]> {
  return rowsFrom(
    // Through an integer: fast-check's doubles crowd around 0 and the ends.
    fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }).map((value) => (value / 2 ** 31) * 100),
    shape,
  );
}

/** Rows on a small grid around 0, full of equal rows and of equal distances; sums are exact. */
export function lattice(shape: Shape = {}): fc.Arbitrary<number[][]> {
  return rowsFrom(fc.integer({ min: -3, max: 3 }), shape);
}

/** Rows that are hard on floating point: far off, tiny, huge, all alike, of one column, with -0. */
export function awkward(magnitudes: readonly number[]): fc.Arbitrary<number[][]> {
  const unit = fc.integer({ min: -1024, max: 1024 }).map((value) => value / 1024);
  return fc.oneof(
    rowsFrom(unit, {}).map((rows) => mapped(rows, (value) => 1e6 + value)),
    lattice(),
    lattice().map((rows) => mapped(rows, (value) => value + 1e6)),
    lattice({ maxColumns: 1 }),
    rowsFrom(fc.constantFrom(0, -0, 1, -1), { maxColumns: 2 }),
    fc.tuple(rowsFrom(unit, {}), fc.constantFrom(...magnitudes)).map(([rows, magnitude]) => {
      return mapped(rows, (value) => value * magnitude);
    }),
  );
}

/** Rows together with a k that they allow: often as many as they have distinct rows. */
export function withK(
  rows: fc.Arbitrary<number[][]>,
  most: number = 8,
): fc.Arbitrary<{ readonly rows: number[][]; readonly k: number }> {
  return rows.chain((each) => {
    const distinct = distinctRows(each);
    const k = fc.oneof(fc.integer({ min: 1, max: Math.min(distinct, most) }), fc.constant(Math.min(distinct, 40)));
    return k.map((chosen) => ({ rows: each, k: chosen }));
  });
}

export function mapped(rows: readonly (readonly number[])[], change: (value: number) => number): number[][] {
  return rows.map((row) => row.map(change));
}
