import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chunkRows } from "./layout.ts";
import { Case } from "./testing/cases.ts";
import { Workspace } from "./workspace.ts";

// Values of a case lie between -8 and 8; most of their squares are far off, so that what tells centroids apart cancels.
const FRAMES = [
  (value: number) => value,
  (value: number, row: number) => value + (row % 2 === 0 ? 1000 : -1000),
  (value: number, row: number) => (row === 0 ? 1e6 : 1 + value / 1000),
  (value: number) => Math.sign(value) * Math.exp(Math.abs(value)),
] as const;

const given = fc.record({
  rows: fc.integer({ min: 2, max: 1300 }),
  columns: fc.integer({ min: 1, max: 9 }),
  k: fc.integer({ min: 2, max: 24 }),
  single: fc.boolean(),
  frame: fc.constantFrom(...FRAMES),
  exponent: fc.integer({ min: -30, max: 10 }),
  near: fc.constantFrom(1, 1e-2, 1e-4, 1e-6),
});

type Given = typeof given extends fc.Arbitrary<infer T> ? T : never;

/** Points, and as centroids some of them, or what lies near the first of them. */
function made({ rows, columns, k, single, frame, exponent, near }: Given) {
  const rounded = (value: number) => (single ? Math.fround(value) : value);
  const points = new Case(rows, columns, k, single, false, false).points.map((value, at) => {
    return rounded(frame(value, Math.floor(at / columns)) * 2 ** exponent);
  });
  const centroids = Float64Array.from({ length: k * columns }, (_, at) => {
    const other = points[(Math.floor(at / columns) * 37 * columns + (at % columns)) % points.length];
    return rounded(points[at % columns] + near * (other - points[at % columns]));
  });
  return { points, centroids };
}

/** The slack that a first look at rounded rows leaves each row; null where centroids cannot be rounded. */
async function slackOf(points: Float64Array, centroids: Float64Array, { rows, columns, k, single }: Given) {
  const precision = single ? "float32" : "float64";
  const shape = { rows, columns, precision, weighted: false, quantized: true, partitionRows: 8 * chunkRows(precision) };
  const workspace = await Workspace.create({ ...shape, precision });
  const column = (j: number) => points.filter((_, at) => at % columns === j);
  const columnsOf = Array.from({ length: columns }, (_, j) => column(j));
  const low = Float64Array.from(columnsOf, (values) => Math.min(...values));
  const high = Float64Array.from(columnsOf, (values) => Math.max(...values));
  const means = Float64Array.from(columnsOf, (values) => values.reduce((sum, value) => sum + value, 0) / rows);
  workspace.writePoints(0, points, new Float64Array(columns), 1);
  if (!workspace.beginQuantized(low, high, means)) return null;
  workspace.perform("quantize", 0, rows, new Float64Array(1), 0);
  workspace.begin(k);
  workspace.writeCentroids(centroids);
  workspace.beginStep();
  workspace.beginBounds();
  if (!workspace.writeRounded(centroids)) return null;
  workspace.writeReach(0, new Float64Array(k));
  workspace.assignBounded(0, rows);
  return workspace.closest().slice();
}

describe("the slack of rounded rows", () => {
  it("is less than the gap of their distances, by more than rounding can take from what is compared", async () => {
    let sure = 0;
    let all = 0;
    await fc.assert(
      fc.asyncProperty(given, async (some) => {
        const { rows, columns, k, single } = some;
        const { points, centroids } = made(some);
        const slack = await slackOf(points, centroids, some);
        if (slack === null) return;
        const epsilon = single ? 2 ** -24 : 2 ** -53;
        all += rows;
        for (let row = 0; row < rows; row++) {
          expect(slack[row]).not.toBeNaN();
          if (slack[row] <= 0) continue;
          sure++;
          const [near, far] = Array.from({ length: k }, (_, c) => {
            let squared = 0;
            for (let j = 0; j < columns; j++) squared += (points[row * columns + j] - centroids[c * columns + j]) ** 2;
            return Math.sqrt(squared);
          }).sort((a, b) => a - b);
          expect(slack[row]).toBeLessThan(far - near - (columns + 3) * epsilon * far);
        }
      }),
      { seed: 1, numRuns: 100 },
    );
    expect(sure).toBeGreaterThan(all / 4);
  });
});
