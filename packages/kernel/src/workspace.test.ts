import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chunkRows, KernelMemoryError, type Precision } from "./layout.ts";
import { createPartials, type Partials } from "./partials.ts";
import { Case } from "./testing/cases.ts";
import { nearestCentroid, squaredDistance, Totals } from "./testing/reference.ts";
import { Workspace } from "./workspace.ts";

const precisions: readonly Precision[] = ["float32", "float64"];

const cases = fc
  .record({
    rows: fc.integer({ min: 1, max: 2500 }),
    columns: fc.integer({ min: 1, max: 6 }),
    k: fc.integer({ min: 1, max: 6 }),
    single: fc.boolean(),
    weighted: fc.boolean(),
  })
  .map(({ rows, columns, k, single, weighted }) => new Case(rows, columns, k, single, false, weighted));

describe("a step of Workspace", () => {
  it("gives the same bits however a range is split at multiples of chunkRows", async () => {
    const cuts = fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(cases, cuts, async (given, chunks) => {
        const whole = await twoSteps(given, 10, () => given.rows);
        const split = await twoSteps(given, 10, (first) => {
          const chunk = chunkRows(precisionOf(given));
          const next = chunks.map((at) => at * chunk).filter((at) => at > first);
          return Math.min(...next, given.rows);
        });
        expect(split).toEqual(whole);
      }),
      { seed: 1, numRuns: 60 },
    );
  });

  it("gives the same labels and counts, and sums within 1e-12, for any partition", async () => {
    await fc.assert(
      fc.asyncProperty(cases, fc.integer({ min: 1, max: 4 }), async (given, chunks) => {
        const whole = await twoSteps(given, 10, () => given.rows);
        const parted = await twoSteps(given, chunks, (_, end) => end);
        expect(parted.labels).toEqual(whole.labels);
        expect(parted.partials.counts).toEqual(whole.partials.counts);
        expectNear(parted.partials.sums, whole.partials.sums);
        expectNear(parted.partials.weightSums, whole.partials.weightSums);
        expectNear([parted.partials.inertia], [whole.partials.inertia]);
        expect(parted.moved).toEqual(whole.moved);
      }),
      { seed: 1, numRuns: 60 },
    );
  });

  it("gives labels, counts, sums and inertia of the plain reference", async () => {
    await fc.assert(
      fc.asyncProperty(cases, async (given) => {
        const { labels, partials, moved } = await twoSteps(given, 2, (_, end) => end);
        const { points, nextCentroids, rows, columns, k, single, weights } = given;
        const expected = new Int32Array(rows);
        let inertia = 0;
        let changed = 0;
        for (let row = 0; row < rows; row++) {
          const label = nearestCentroid(points, row, nextCentroids, k, columns, single);
          expected[row] = label;
          inertia += squaredDistance(points, row, nextCentroids, label, columns, single) * weights[row];
          if (label !== nearestCentroid(points, row, given.centroids, k, columns, single)) changed++;
        }
        const totals = new Totals(points, weights, expected, k, columns);
        expect(labels).toEqual(expected);
        expect(partials.counts).toEqual(totals.counts);
        expectNear(partials.sums, totals.sums);
        expectNear(partials.weightSums, totals.weightSums);
        expectNear([partials.inertia], [inertia]);
        expect(moved).toEqual([rows, changed]);
      }),
      { seed: 1, numRuns: 40 },
    );
  });

  it("takes no inertia where it is not wanted, and all else alike", async () => {
    const given = new Case(700, 3, 6, true, false, false);
    const workspace = await workspaceOf(given, 1);
    const wanted = runTwoSteps(workspace, given, (_, end) => end);
    const unwanted = runTwoSteps(workspace, given, (_, end) => end, false);
    expect(wanted.partials.inertia).toBeGreaterThan(0);
    expect(unwanted).toEqual({ ...wanted, partials: { ...wanted.partials, inertia: 0 } });
  });

  it("leaves nothing of an earlier run behind", async () => {
    const given = new Case(700, 3, 6, true, false, true);
    const workspace = await workspaceOf(given, 1);
    const fresh = runTwoSteps(workspace, given, (_, end) => end);
    workspace.begin(2);
    workspace.writeCentroids(given.centroids.slice(0, 6));
    workspace.beginStep();
    workspace.assign(0, chunkRows("float32"), true);
    expect(runTwoSteps(workspace, given, (_, end) => end)).toEqual(fresh);
  });
});

describe.each(precisions)("a %s Workspace", (precision) => {
  const single = precision === "float32";

  it("holds points shifted and scaled, and sums them, written in pieces of any number of chunks", async () => {
    const chunk = chunkRows(precision);
    const rows = 40 * chunk + 5;
    const workspace = await Workspace.create({
      rows,
      columns: 3,
      precision,
      weighted: false,
      quantized: false,
      partitionRows: chunk,
    });
    const values = Float64Array.from({ length: rows * 3 }, (_, i) => i);
    const origin = [1, 2, 3];
    const moments = workspace.createMoments();
    const cuts = [0, chunk, 33 * chunk, rows];
    for (let i = 1; i < cuts.length; i++) {
      const piece = values.subarray(cuts[i - 1] * 3, cuts[i] * 3);
      workspace.writePoints(cuts[i - 1], piece, origin, 0.5, moments);
    }
    const point = new Float64Array(3);
    const sums = [0, 0, 0];
    const squares = [0, 0, 0];
    for (let row = 0; row < rows; row++) {
      workspace.readPoint(row, point);
      const expected = origin.map((shift, column) => (row * 3 + column - shift) / 2);
      expect([...point]).toEqual(expected);
      expected.forEach((value, column) => {
        sums[column] += value;
        squares[column] += value * value;
      });
    }
    // Halves of whole numbers, few enough for sums to be exact in any order.
    expect([...workspace.readMoments(moments).sums]).toEqual(sums);
    expect([...workspace.readMoments(moments).squares]).toEqual(squares);
  });

  it("rounds points of either precision once, wherever origin and scale take them", async () => {
    const number = fc.oneof(
      fc.float({ noNaN: true, noDefaultInfinity: true }),
      fc.constantFrom(0, -0, 1e30, 2 ** -149),
    );
    const given = fc.record({
      values: fc.array(number, { minLength: 1, maxLength: 20 }),
      origin: number,
      exponent: fc.integer({ min: -150, max: 150 }),
      kind: fc.constantFrom(Float32Array, Float64Array),
    });
    await fc.assert(
      fc.asyncProperty(given, async ({ values, origin, exponent, kind }) => {
        const rows = values.length;
        const partitionRows = chunkRows(precision);
        const workspace = await Workspace.create({
          rows,
          columns: 1,
          precision,
          weighted: false,
          quantized: false,
          partitionRows,
        });
        const points = kind.from(values);
        workspace.writePoints(0, points, [origin], 2 ** exponent);
        const point = new Float64Array(1);
        points.forEach((value, row) => {
          const placed = (value - origin) * 2 ** exponent;
          workspace.readPoint(row, point);
          expect(point[0]).toBe(single ? Math.fround(placed) : placed);
        });
      }),
      { seed: 1, numRuns: 200 },
    );
  });

  it("takes points anew where centroids are in use, and leaves these as they are", async () => {
    const given = new Case(chunkRows(precision) + 5, 3, 4, single, false, true);
    const fresh = runTwoSteps(await workspaceOf(given, 1), given, (_, end) => end);
    const workspace = await workspaceOf(given, 1);
    workspace.writePoints(
      0,
      given.points.map((value) => -value),
      [1, 1, 1],
      1,
    );
    workspace.begin(given.k);
    workspace.writeCentroids(given.centroids);
    workspace.writePoints(0, given.points, [0, 0, 0], 1);
    workspace.nearest(0, given.rows, given.k);
    const closest = workspace.closest();
    for (let row = 0; row < given.rows; row++) {
      const label = nearestCentroid(given.points, row, given.centroids, given.k, 3, single);
      expect(closest[row]).toBe(squaredDistance(given.points, row, given.centroids, label, 3, single));
    }
    expect(runTwoSteps(workspace, given, (_, end) => end)).toEqual(fresh);
  });

  it("moves a row of any partition to another cluster", async () => {
    const given = new Case(2 * chunkRows(precision) + 7, 3, 4, single, true, true);
    const workspace = await workspaceOf(given, 1);
    const { labels } = runTwoSteps(workspace, given, (_, end) => end);
    for (const row of [0, chunkRows(precision) + 1, given.rows - 1]) {
      labels[row] = (labels[row] + 1) % 4;
      workspace.moveRow(row, labels[row]);
    }
    const partials = createPartials(4, 3);
    workspace.readPartials(partials);
    const totals = new Totals(given.points, given.weights, labels, 4, 3);
    expect(partials.counts).toEqual(totals.counts);
    expect(partials.sums).toEqual(totals.sums);
    expect(partials.weightSums).toEqual(totals.weightSums);
    const moved = new Int32Array(given.rows);
    workspace.readLabels(moved);
    expect(moved).toEqual(labels);
  });

  it("finds labels and distances without touching the sums", async () => {
    const given = new Case(chunkRows(precision) + 5, 2, 3, single, true, false);
    const workspace = await workspaceOf(given, 2);
    const { partials } = runTwoSteps(workspace, given, (_, end) => end);
    workspace.writeCentroids(given.centroids);
    workspace.nearest(0, given.rows, 3);
    const labels = new Int32Array(given.rows);
    workspace.readLabels(labels);
    const closest = workspace.closest();
    for (let row = 0; row < given.rows; row++) {
      const label = nearestCentroid(given.points, row, given.centroids, 3, 2, single);
      expect(labels[row]).toBe(label);
      expect(closest[row]).toBe(squaredDistance(given.points, row, given.centroids, label, 2, single));
    }
    const after = createPartials(3, 2);
    workspace.readPartials(after);
    expect({ ...after, moved: partials.moved }).toEqual(partials);
  });

  it("gives all distances of a chunk, a row after the other", async () => {
    const chunk = chunkRows(precision);
    const given = new Case(chunk + 5, 4, 5, single, true, false);
    const workspace = await workspaceOf(given, 2);
    workspace.writeCentroids(given.centroids);
    const distances = new Float64Array(5 * 5);
    workspace.allDistances(chunk, 5, 5, distances);
    const expected = Array.from({ length: 25 }, (_, i) =>
      squaredDistance(given.points, chunk + Math.floor(i / 5), given.centroids, i % 5, 4, single),
    );
    expect([...distances]).toEqual(expected);
  });

  it("weighs what a seed would cost and takes it only when told", async () => {
    const given = new Case(chunkRows(precision) + 5, 2, 2, single, true, true);
    const workspace = await workspaceOf(given, 2);
    const cost = (seeds: number): number => {
      let sum = 0;
      for (let row = 0; row < given.rows; row++) {
        const label = nearestCentroid(given.points, row, given.nextCentroids, seeds, 2, single);
        sum += squaredDistance(given.points, row, given.nextCentroids, label, 2, single) * given.weights[row];
      }
      return sum;
    };
    const seed = (index: number, take: boolean): number => {
      workspace.writeCentroids(given.nextCentroids.slice(index * 2, index * 2 + 2));
      return workspace.seedCost(0, given.rows, 0, take);
    };
    workspace.beginSeeding();
    seed(1, false);
    expect(seed(0, true)).toBe(cost(1));
    expect(seed(1, false)).toBe(cost(2));
    expect(seed(1, true)).toBe(cost(2));
    workspace.beginSeeding();
    expect(seed(0, false)).toBe(cost(1));
  });

  it("refuses more than 4 GiB of points", async () => {
    const shape = {
      rows: 2 ** 30,
      columns: 2,
      precision,
      weighted: false,
      quantized: false,
      partitionRows: chunkRows(precision),
    };
    await expect(Workspace.create(shape)).rejects.toThrow(KernelMemoryError);
  });

  it("refuses more than 4 GiB of centroids, and goes on with fewer", async () => {
    const given = new Case(40, 2, 3, single, true, false);
    const workspace = await workspaceOf(given, 1);
    const before = runTwoSteps(workspace, given, (_, end) => end);
    expect(() => workspace.begin(2 ** 28)).toThrow(KernelMemoryError);
    expect(() => workspace.writeCentroids(given.centroids)).not.toThrow();
    expect(runTwoSteps(workspace, given, (_, end) => end)).toEqual(before);
  });
});

interface Outcome {
  readonly labels: Int32Array;
  readonly partials: Partials;
  /** Rows moved by the first step and by the second. */
  readonly moved: readonly number[];
}

/** Where the range that begins at `first` ends, in a partition that ends at `end`. */
type RangeEnd = (first: number, end: number) => number;

async function twoSteps(given: Case, partitionChunks: number, rangeEnd: RangeEnd): Promise<Outcome> {
  return runTwoSteps(await workspaceOf(given, partitionChunks), given, rangeEnd);
}

async function workspaceOf(given: Case, partitionChunks: number): Promise<Workspace> {
  const { rows, columns, weighted } = given;
  const precision = precisionOf(given);
  const partitionRows = partitionChunks * chunkRows(precision);
  const workspace = await Workspace.create({ rows, columns, precision, weighted, quantized: false, partitionRows });
  workspace.writePoints(0, given.points, new Float64Array(columns), 1);
  if (weighted) workspace.writeWeights(given.weights);
  return workspace;
}

function runTwoSteps(workspace: Workspace, given: Case, rangeEnd: RangeEnd, wantsInertia = true): Outcome {
  const { rows, columns, k } = given;
  const { partitionRows } = workspace.shape;
  workspace.begin(k);
  const moved = [given.centroids, given.nextCentroids].map((centroids) => {
    let changed = 0;
    workspace.writeCentroids(centroids);
    workspace.beginStep();
    for (let first = 0; first < rows; ) {
      const partitionEnd = Math.min(rows, first - (first % partitionRows) + partitionRows);
      const end = rangeEnd(first, partitionEnd);
      changed += workspace.assign(first, end - first, wantsInertia);
      first = end;
    }
    return changed;
  });
  const partials = createPartials(k, columns);
  workspace.readPartials(partials);
  const labels = new Int32Array(rows);
  workspace.readLabels(labels);
  return { labels, partials, moved };
}

function precisionOf(given: Case): Precision {
  return given.single ? "float32" : "float64";
}

function expectNear(got: ArrayLike<number>, want: ArrayLike<number>): void {
  expect(got.length).toBe(want.length);
  for (let i = 0; i < want.length; i++) {
    expect(Math.abs(got[i] - want[i])).toBeLessThanOrEqual(1e-12 * (1 + Math.abs(want[i])));
  }
}

describe("a bounded step", () => {
  it("looks again at rows whose distances are beyond the precision", async () => {
    const rows = 600;
    const shape = { rows, columns: 1, precision: "float32", weighted: false, quantized: false } as const;
    const workspace = await Workspace.create({ ...shape, partitionRows: 2 * chunkRows("float32") });
    workspace.writePoints(0, new Float32Array(rows).fill(3e19), [0], 1);
    workspace.begin(2);
    workspace.writeCentroids(Float64Array.of(-3e19, -2.9e19));
    workspace.beginBounds();
    workspace.writeReach(0, new Float64Array(2));
    for (let step = 0; step < 2; step++) {
      workspace.assignBounded(0, rows);
      expect(workspace.takeLooked()).toBe(rows);
    }
  });
});
