import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ColumnExtent } from "./extent.ts";
import type { Precision } from "./layout.ts";

const kinds = { float32: Float32Array, float64: Float64Array } as const;

describe.each<Precision>(["float32", "float64"])("the extent of %s columns", (precision) => {
  const arrayOf = (values: readonly number[]) => kinds[precision].from(values);

  it("is the smallest and the largest value of each, however the rows come", async () => {
    const table = fc.integer({ min: 1, max: 9 }).chain((columns) => {
      const row = fc.array(fc.float({ noNaN: true, noDefaultInfinity: true }), {
        minLength: columns,
        maxLength: columns,
      });
      return fc.record({ rows: fc.array(row, { minLength: 1, maxLength: 40 }), cut: fc.nat({ max: 40 }) });
    });
    await fc.assert(
      fc.asyncProperty(table, async ({ rows, cut }) => {
        const columns = rows[0].length;
        const extent = await ColumnExtent.create(columns, precision);
        expect(extent.add(arrayOf(rows.slice(0, cut).flat()))).toBe(true);
        expect(extent.add(arrayOf(rows.slice(cut).flat()))).toBe(true);
        const { minimum, maximum } = read(extent, columns);
        rows[0].forEach((_, column) => {
          const values = rows.map((row) => row[column]);
          // Zeros of either sign are equal.
          expect(minimum[column] + 0).toBe(Math.min(...values) + 0);
          expect(maximum[column] + 0).toBe(Math.max(...values) + 0);
        });
      }),
      { seed: 1, numRuns: 200 },
    );
  });

  it("spans pieces that are copied one after the other", async () => {
    const rows = 20_001;
    const values = arrayOf(Array.from({ length: rows * 3 }, (_, i) => (i * 7919) % (rows * 3)));
    const extent = await ColumnExtent.create(3, precision);
    expect(extent.add(values)).toBe(true);
    const { minimum, maximum } = read(extent, 3);
    for (let column = 0; column < 3; column++) {
      const own = Array.from(values).filter((_, i) => i % 3 === column);
      expect(minimum[column]).toBe(own.reduce((low, value) => Math.min(low, value)));
      expect(maximum[column]).toBe(own.reduce((high, value) => Math.max(high, value)));
    }
  });

  it("of zeros has the sign of the first row's", async () => {
    const rows = Array.from({ length: 13 }, (_, row) => (row % 3 === 0 ? [-0, 0] : [0, -0]));
    const extent = await ColumnExtent.create(2, precision);
    extent.add(arrayOf(rows.flat()));
    const { minimum, maximum } = read(extent, 2);
    expect([...minimum]).toEqual([-0, 0]);
    expect([...maximum]).toEqual([-0, 0]);
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])("is refused with %s", async (value) => {
    for (const at of [0, 8191, 20_000, 29_999]) {
      const extent = await ColumnExtent.create(3, precision);
      const values = new kinds[precision](30_000).fill(1);
      values[at] = value;
      expect(extent.add(values)).toBe(false);
    }
  });
});

function read(extent: ColumnExtent, columns: number): { minimum: Float64Array; maximum: Float64Array } {
  const minimum = new Float64Array(columns);
  const maximum = new Float64Array(columns);
  extent.read(minimum, maximum);
  return { minimum, maximum };
}
