import fc from "fast-check";
import type { EngineName } from "../engine/steps/steps.ts";
import type { Matrix } from "../points/matrix.ts";
import { Random } from "../random.ts";
import { rowsOf } from "./points.ts";

/** More than the fewest rows that have several ways; not whole blocks, chunks or spans of them. */
const ROWS = 4611;

type Value = (row: number, column: number, random: Random) => number;

/** Points and given centroids that some engine might get wrong. */
export interface EngineCase {
  readonly what: string;
  readonly points: Matrix;
  readonly start: number[][];
  readonly weights?: Float64Array;
  /** Engines that leave every step to the dense one. */
  readonly without?: readonly EngineName[];
}

function matrix(columns: number, single: boolean, value: Value, seed: number = columns): Matrix {
  const random = new Random(seed);
  const data = single ? new Float32Array(ROWS * columns) : new Float64Array(ROWS * columns);
  for (let at = 0; at < data.length; at++) data[at] = value(Math.floor(at / columns), at % columns, random);
  return { data, rows: ROWS, columns };
}

/** The first k rows that differ. */
function firstRows(points: Matrix, k: number): number[][] {
  const rows = new Map<string, number[]>();
  for (const row of rowsOf(points)) {
    if (rows.size === k) break;
    rows.set(JSON.stringify(row), row);
  }
  return [...rows.values()];
}

const blob: Value = (row, column, random) => ((row * (column + 3)) % 7) * 2 + random.normal();
const lattice: Value = (_row, _column, random) => random.below(7) - 3;
const lognormal: Value = (_row, _column, random) => Math.exp(2 * random.normal());
const fewRows: Value = (row, column) => ((row % 12) * (column + 5)) % 13;
const times =
  (factor: number, value: Value): Value =>
  (row, column, random) =>
    factor * value(row, column, random);
const byColumn = (factors: readonly number[], value: Value): Value => {
  return (row, column, random) => factors[column] * value(row, column, random);
};

function casesOf(single: boolean): readonly EngineCase[] {
  const of = (what: string, columns: number, k: number, value: Value, more: Partial<EngineCase> = {}): EngineCase => {
    const points = matrix(columns, single, value);
    return { what: `${single ? "float32" : "float64"}, ${what}`, points, start: firstRows(points, k), ...more };
  };
  const outside = (far: number) => [3, 2, 1].map((share) => [share * far, -share * far]);
  return [
    ...[1, 2, 3, 4, 5, 6, 7, 8, 9, 16, 33].map((columns) => of(`columns: ${columns}`, columns, 6, blob)),
    ...[1, 2, 15, 16, 17, 100].flatMap((k) => [
      of(`3 columns, k ${k}`, 3, k, blob, k === 1 ? { without: ["quantized"] } : {}),
      of(`5 columns, k ${k}`, 5, k, blob, k === 1 ? { without: ["quantized"] } : {}),
    ]),
    of("a lattice of ties", 2, 9, lattice),
    of("a lattice of ties in four columns", 4, 16, lattice),
    of("a lattice of ties in five columns", 5, 20, lattice),
    of("a cluster for each value of a lattice", 2, 49, lattice),
    of("a cluster for each of few values", 3, 12, fewRows),
    of("few values", 3, 5, fewRows),
    of("one column", 1, 17, blob),
    of("zeros of both signs", 2, 4, (_row, _column, random) => [0, -0, 1, -1][random.below(4)]),
    of("scale 1e-30", 3, 7, times(1e-30, blob)),
    of("scale 1e30", 3, 7, times(1e30, blob)),
    of("columns of scales 1e-12 to 1e12", 3, 7, byColumn([1e-12, 1, 1e12], blob)),
    of("columns of scales 1e-30 to 1e30", 5, 7, byColumn([1e30, 1e-30, 1, 1e29, 1e-8], blob)),
    of("constant columns", 4, 6, (row, column, random) => (column % 2 === 1 ? 42.1 : blob(row, column, random))),
    of("one row far outside of the others", 3, 6, (row, column, random) => {
      return row === 4000 ? 1e6 : blob(row, column, random);
    }),
    of("around 1e6", 3, 6, (row, column, random) => 1e6 + random.normal() + (row % 3) * (column - 1)),
    of("lognormal", 4, 12, lognormal),
    of("empty clusters", 2, 6, blob, { start: [[0, 0], [6, 6], [12, 12], ...outside(1e3)] }),
    of("centroids far outside", 2, 3, blob, { start: outside(1e6) }),
    of("centroids too far outside for float32", 2, 3, blob, { start: outside(1e25) }),
    of("equal centroids", 2, 5, blob, { start: [...[1, 2, 3, 4].map(() => [6, 6]), [0, 0]] }),
    of("weights", 3, 6, blob, {
      weights: Float64Array.from({ length: ROWS }, (_, row) => row % 4),
      without: ["quantized", "bounded"],
    }),
  ];
}

export const FLOAT32_CASES: readonly EngineCase[] = casesOf(true);

export const FLOAT64_CASES: readonly EngineCase[] = casesOf(false);

/** Sets of every kind at once: columns of other widths and places, values of few kinds or of many, far rows. */
export const anyEngineCase: fc.Arbitrary<EngineCase> = fc
  .record({
    single: fc.boolean(),
    seed: fc.nat(),
    k: fc.oneof(fc.integer({ min: 2, max: 20 }), fc.constant(40)),
    columns: fc.array(
      fc.record({
        width: fc.constantFrom(1, 1, 1, 1e-3, 1e-7, 1e-12, 1e6, 0),
        place: fc.constantFrom(0, 0, 0, 1, -1e3, 1e6),
        value: fc.constantFrom(blob, blob, lattice, lognormal, fewRows),
      }),
      { minLength: 1, maxLength: 12 },
    ),
    level: fc.constantFrom(1, 1, 1, 1e-30, 1e24),
    outlier: fc.constantFrom(0, 0, 1e3, 1e6),
    isGiven: fc.boolean(),
  })
  .map(({ single, seed, k, columns, level, outlier, isGiven }) => {
    const value: Value = (row, column, random) => {
      const { width, place, value } = columns[column];
      return level * (place + width * (value(row, column, random) + (row === 4500 ? outlier : 0)));
    };
    const points = matrix(columns.length, single, value, seed);
    const start = firstRows(points, k);
    const random = new Random(seed, 1);
    // Given centroids may lie anywhere, equal to each other and outside of all.
    const anywhere = start.map((row) => row.map((x) => x * random.below(4)));
    return { what: "any", points, start: isGiven ? anywhere : start };
  });
