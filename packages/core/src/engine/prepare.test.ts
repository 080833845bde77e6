import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Pace } from "../pace.ts";
import type { Matrix } from "../points/matrix.ts";
import { Random } from "../random.ts";
import { load, type Prepared, reload } from "./prepare.ts";

const given = fc.record({
  rows: fc.oneof(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 2000, max: 5000 })),
  columns: fc.integer({ min: 1, max: 6 }),
  kind: fc.constantFrom(Float32Array, Float64Array),
  middle: fc.constantFrom(0, 3, 1000, -1000),
  magnitude: fc.constantFrom(1, 1e-30, 1e30),
  weighted: fc.boolean(),
  seed: fc.nat(),
});

describe("loaded points", () => {
  it("are those that were given, shifted and scaled, to the bit", async () => {
    await fc.assert(
      fc.asyncProperty(given, async (shape) => {
        const { matrix, weights } = made(shape);
        expectLoaded(await load(matrix, weights, new Pace()), matrix, weights);
      }),
      { seed: 1, numRuns: 60 },
    );
  });

  it("may be replaced by others of the same shape", async () => {
    const shape = { rows: 2500, columns: 3, kind: Float64Array, middle: 0, magnitude: 1, weighted: true };
    const { matrix, weights } = made({ ...shape, seed: 1 });
    const first = await load(matrix, weights, new Pace());
    first.engine.begin(4);
    const other = made({ ...shape, middle: 1000, seed: 2 }).matrix;
    expectLoaded(await reload(first, other, new Pace()), other, weights);
  });
});

/** Row after row in float64: what a loaded set must agree with. */
function expectLoaded({ frame, meanVariance, engine }: Prepared, matrix: Matrix, weights: Float64Array | null): void {
  const { data, rows, columns } = matrix;
  const { origin, scale } = frame;
  const sums = new Float64Array(columns);
  const squares = new Float64Array(columns);
  let weightSum = 0;
  const expected = new (data instanceof Float32Array ? Float32Array : Float64Array)(columns);
  let wrong = 0;
  for (let row = 0; row < rows; row++) {
    const weight = weights === null ? 1 : weights[row];
    weightSum += weight;
    for (let column = 0; column < columns; column++) {
      const value = (data[row * columns + column] - origin[column]) * scale;
      expected[column] = value;
      sums[column] += weight * value;
      squares[column] += weight * value * value;
    }
    if (engine.point(row).some((value, column) => value !== expected[column])) wrong++;
  }
  expect(wrong).toBe(0);
  const variances = squares.map((square, column) => Math.max(0, square / weightSum - (sums[column] / weightSum) ** 2));
  // Sums are taken lane by lane: relative to the squares that cancel they differ in their last digits.
  const meanSquare = squares.reduce((sum, square) => sum + square / weightSum, 0) / columns;
  const expectedVariance = variances.reduce((sum, variance) => sum + variance, 0) / columns;
  expect(Math.abs(meanVariance - expectedVariance)).toBeLessThanOrEqual(1e-12 * meanSquare);
}

interface Shape {
  readonly rows: number;
  readonly columns: number;
  readonly kind: typeof Float32Array | typeof Float64Array;
  readonly middle: number;
  readonly magnitude: number;
  readonly weighted: boolean;
  readonly seed: number;
}

function made(shape: Shape): { matrix: Matrix; weights: Float64Array | null } {
  const { rows, columns, kind, middle, magnitude, weighted, seed } = shape;
  const random = new Random(seed);
  const data = new kind(rows * columns).map(() => (middle + random.uniform() - 0.5) * magnitude);
  const weights = weighted ? new Float64Array(rows).map(() => Math.max(0.01, random.uniform())) : null;
  return { matrix: { data, rows, columns }, weights };
}
