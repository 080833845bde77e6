import fc from "fast-check";
import { expect, it } from "vitest";
import { inertiaBySums } from "./inertia.ts";
import { createPartials } from "./partials.ts";

const value = fc.double({ min: -10, max: 10, noNaN: true });

/** The squares and the sums of rows by cluster, as pairs, the way the kernels hand them out. */
function summed(rows: readonly (readonly number[])[], labels: readonly number[], k: number) {
  const columns = rows[0].length;
  const partials = createPartials(k, columns);
  const squares = new Float64Array(2);
  rows.forEach((row, i) => {
    partials.counts[labels[i]]++;
    row.forEach((x, column) => {
      const at = labels[i] * columns + column;
      const before = partials.sums[at];
      partials.sums[at] += x;
      partials.sumsLow[at] += x - (partials.sums[at] - before);
      const square = squares[0];
      squares[0] += x * x;
      squares[1] += x * x - (squares[0] - square);
    });
  });
  return { partials, squares };
}

it("is the sum of squared distances to each row's centroid", () => {
  const shape = fc.record({ k: fc.integer({ min: 1, max: 4 }), columns: fc.integer({ min: 1, max: 3 }) });
  const drawn = shape.chain(({ k, columns }) =>
    fc.record({
      rows: fc.array(fc.array(value, { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 30 }),
      centroids: fc.array(value, { minLength: k * columns, maxLength: k * columns }),
    }),
  );
  fc.assert(
    fc.property(drawn, ({ rows, centroids }) => {
      const columns = rows[0].length;
      const k = centroids.length / columns;
      const labels = rows.map((_, i) => i % k);
      const { partials, squares } = summed(rows, labels, k);
      const want = rows.reduce((sum, row, i) => {
        return sum + row.reduce((own, x, column) => own + (x - centroids[labels[i] * columns + column]) ** 2, 0);
      }, 0);
      const got = inertiaBySums(partials, squares, Float64Array.from(centroids));
      expect(Math.abs(got - want)).toBeLessThanOrEqual(1e-12 * (1 + want));
    }),
    { seed: 1 },
  );
});

it("keeps its digits where rows lie near to their centroid and far from 0", () => {
  const rows = Array.from({ length: 1000 }, (_, i) => [2 ** 12 + (i % 2) / 1024]);
  const { partials, squares } = summed(
    rows,
    rows.map(() => 0),
    1,
  );
  expect(inertiaBySums(partials, squares, Float64Array.of(2 ** 12))).toBe(500 / 1024 ** 2);
});

it("is 0, and never less, where every row is its centroid", () => {
  const rows = Array.from({ length: 9 }, () => [0.1, 1e6 / 3]);
  const { partials, squares } = summed(
    rows,
    rows.map(() => 0),
    1,
  );
  expect(inertiaBySums(partials, squares, Float64Array.of(0.1, 1e6 / 3))).toBeGreaterThanOrEqual(0);
});
