import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { quantizationOf, roundCentroids } from "./quantized.ts";
import { nearestCentroid } from "./testing/reference.ts";
import { FAR, RoundedRows, type Seen } from "./testing/rounded-rows.ts";

/** Rows of one chunk of a data set, and centroids for them. */
interface Setting extends Seen {
  readonly low: Float64Array;
  readonly high: Float64Array;
  readonly means: Float64Array;
}

type Precision = Parameters<typeof roundCentroids>[2];

const RUNS = 2000;

const unit = fc.integer({ min: -(2 ** 24), max: 2 ** 24 }).map((value) => value / 2 ** 24);
const columnCounts = fc.oneof(fc.integer({ min: 1, max: 5 }), fc.constantFrom(6, 9, 17));
const clusterCounts = fc.oneof(fc.integer({ min: 1, max: 5 }), fc.constantFrom(15, 16, 17));
const LEVELS = { float32: [1, 1, 2 ** -40, 2 ** 39], float64: [1, 1, 2 ** -400, 2 ** 399] } as const;

function times<T>(value: fc.Arbitrary<T>, count: number): fc.Arbitrary<T[]> {
  return fc.array(value, { minLength: count, maxLength: count });
}

/**
 * All that is hard to tell: columns of very different width, rows so near to each other that only little doubt is left of
 * them, in the middle between two centroids or nearly, outliers elsewhere, centroids near to each other or outside of all.
 */
function settings(precision: Precision): fc.Arbitrary<Setting> {
  const seen = (value: number) => (precision === "float32" ? Math.fround(value) : value);
  return fc.tuple(columnCounts, clusterCounts, fc.integer({ min: 1, max: 4 })).chain(([columns, k, rows]) => {
    return fc
      .record({
        level: fc.constantFrom(...LEVELS[precision]),
        widths: times(fc.constantFrom(1, 1, 1, 0.1, 2 ** -10, 2 ** -20, 2 ** -29.5, 2 ** -40, 0), columns),
        widening: fc.constantFrom(1, 1, 1, 2 ** -4, 2 ** -12, 2 ** -20),
        means: fc.oneof(times(fc.constant(0), columns), times(unit, columns)),
        base: times(fc.oneof(fc.constant(0), unit), columns),
        apart: fc.constantFrom(1, 1, 0.25, 2 ** -6, 2 ** -12, 2 ** -20, 2 ** -26, 4, 2 ** 10, 2 ** 30, 2 ** 70),
        centroids: times(times(unit, columns), k),
        rows: times(
          fc.record({
            way: unit,
            near: fc.constantFrom(1, 2 ** -4, 2 ** -10, 2 ** -13, 2 ** -22),
            own: times(unit, columns),
            between: fc.boolean(),
          }),
          rows,
        ),
        pair: fc.tuple(fc.nat(k - 1), fc.nat(k - 1)),
      })
      .map(({ level, widths, widening, means, base, apart, centroids, rows: drawn, pair: [a, b] }) => {
        const width = widths.map((each) => each * level);
        // Where outliers widen the data, all of these rows are near the middle.
        const at = centroids.map((each) =>
          each.map((value, j) => seen((base[j] + value * apart) * width[j] * widening)),
        );
        const points = drawn.map(({ way, near, own, between }) => {
          const share = 0.5 + way * near;
          return own.map((value, j) => {
            const x = between
              ? at[a][j] + share * (at[b][j] - at[a][j])
              : (base[j] + value * near) * width[j] * widening;
            return seen(Math.max(-width[j], Math.min(width[j], x)));
          });
        });
        return {
          columns,
          points: Float64Array.from(points.flat()),
          centroids: Float64Array.from(at.flat()),
          low: Float64Array.from(width, (each) => -seen(each)),
          high: Float64Array.from(width, seen),
          means: Float64Array.from(means, (each, j) => each * width[j] * widening),
        };
      });
  });
}

function rounded(setting: Setting, precision: Precision) {
  const quantization = quantizationOf(setting.low, setting.high, setting.means);
  const centroids = quantization && roundCentroids(setting.centroids, quantization, precision);
  return quantization && centroids && new RoundedRows(setting, quantization, centroids);
}

function largest(values: readonly number[]): number {
  return values.reduce((most, each) => Math.max(most, Math.abs(each)), 0);
}

describe.each<Precision>(["float32", "float64"])("rounding %s points to 16 bits", (precision) => {
  it("never leads beyond 16 bits a value, nor 31 bits a sum of products", () => {
    let seen = 0;
    fc.assert(
      fc.property(settings(precision), (setting) => {
        const corners = Float64Array.from([...setting.low, ...setting.high]);
        const rows = rounded({ ...setting, points: corners }, precision);
        if (rows === null) return;
        seen++;
        expect(largest([...rows.values, ...rows.factors])).toBeLessThanOrEqual(32_767);
        // The worst corner for each centroid: the signs of its own factors.
        const sums = rows.halves.map((half, c) => {
          const products = rows.factors.slice(c * setting.columns, (c + 1) * setting.columns).map((factor, j) => {
            return Math.abs(factor) * largest([rows.values[j], rows.values[setting.columns + j]]);
          });
          return products.reduce((sum, each) => sum + each, Math.abs(half));
        });
        expect(largest(sums)).toBeLessThan(FAR);
      }),
      { seed: 1, numRuns: RUNS },
    );
    expect(seen).toBeGreaterThan(RUNS / 2);
  });

  it("tells the nearest centroid wherever it leaves no doubt", () => {
    let told = 0;
    let all = 0;
    fc.assert(
      fc.property(settings(precision), (setting) => {
        const rows = rounded(setting, precision);
        if (rows === null) return;
        for (let row = 0; row < rows.rows; row++) {
          all++;
          const sums = rows.sums(row);
          const [least, second = FAR] = [...sums].sort((a, b) => a - b);
          if (second - least <= rows.doubt) continue;
          told++;
          const { points, centroids, columns } = setting;
          const want = nearestCentroid(points, row, centroids, rows.k, columns, precision === "float32");
          expect(sums.indexOf(least)).toBe(want);
        }
      }),
      { seed: 1, numRuns: RUNS },
    );
    expect(told).toBeGreaterThan(all / 4);
  });
});

describe("what float32 cannot tell", () => {
  const around = (...reaches: number[]) => ({
    columns: reaches.length,
    low: Float64Array.from(reaches, (each) => -each),
    high: Float64Array.from(reaches),
    means: new Float64Array(reaches.length),
  });

  it.each([
    { where: "squares vanish", reaches: [2 ** -40, 2 ** -69.5], point: [0, 2 ** -82], near: [0, 2 ** -70] },
    { where: "centroids differ by less than a last digit", reaches: [1], point: [1], near: [2 ** -27] },
  ])("is left in doubt where $where, though 16 bits would tell it", ({ reaches, point, near }) => {
    const points = Float64Array.from(point);
    const centroids = Float64Array.from([...near.map((each) => -each), ...near]);
    const columns = points.length;
    expect(nearestCentroid(points, 0, centroids, 2, columns, true)).toBe(0);
    expect(nearestCentroid(points, 0, centroids, 2, columns, false)).toBe(1);
    const rows = rounded({ ...around(...reaches), points, centroids }, "float32");
    const [first = 0, second = 0] = rows?.sums(0) ?? [];
    expect(first).toBeGreaterThan(second);
    expect(first - second).toBeLessThanOrEqual(rows?.doubt ?? 0);
  });

  it("is not rounded where squares are infinite", () => {
    const setting = { ...around(1), points: Float64Array.of(0), centroids: Float64Array.of(2e20, 1e20) };
    expect(nearestCentroid(setting.points, 0, setting.centroids, 2, 1, true)).toBe(0);
    expect(rounded(setting, "float32")).toBeNull();
    expect(rounded(setting, "float64")?.sums(0)).toHaveLength(2);
  });
});

describe("points that nothing tells apart", () => {
  it("are not rounded", () => {
    const value = Float64Array.of(3, -1);
    expect(quantizationOf(value, value, value)).toBeNull();
  });

  it("are not rounded for centroids that all lie on their means", () => {
    const quantization = quantizationOf(Float64Array.of(-1), Float64Array.of(1), Float64Array.of(0.25));
    expect(quantization && roundCentroids(Float64Array.of(0.25, 0.25), quantization, "float64")).toBeNull();
  });
});
