import fc from "fast-check";
import { expect, test } from "vitest";
import { SegmentsError, type SegmentsErrorCode } from "../error.ts";
import { SegmentationModel } from "../model/segmentation-model.ts";
import type { Missing, SegmentOptions } from "../options.ts";
import { segment } from "../segment.ts";
import type { Segmentation } from "../segmentation.ts";
import type { Table } from "../table.ts";
import { tableOf } from "../testing/table.ts";
import { editCost } from "./cost.ts";
import type { Regrouping } from "./edit.ts";
import { editSegments } from "./edit-segments.ts";

type Rows = readonly (readonly number[])[];

/** Customers with every kind of column and gaps in each. */
const customer = fc.record({
  income: fc.option(fc.double({ min: 0, max: 5000, noNaN: true }), { freq: 8 }),
  age: fc.option(fc.double({ min: 18, max: 90, noNaN: true }), { freq: 8 }),
  visits: fc.double({ min: 0, max: 40, noNaN: true }),
  member: fc.option(fc.constantFrom("yes", "no"), { freq: 8 }),
  town: fc.option(fc.constantFrom("Athens", "Patras", "Rome"), { freq: 8 }),
});
/** Two customers that differ in everything, so that every column varies. */
const ends = [
  { income: 10.3, age: 20.5, visits: 1.7, member: "no", town: "Athens" },
  { income: 4000.1, age: 80.5, visits: 33.1, member: "yes", town: "Patras" },
];
const customers: fc.Arbitrary<Table> = fc.array(customer, { minLength: 14, maxLength: 50 }).map((drawn) => {
  const rows = [...ends, ...drawn];
  return tableOf([
    ["income", rows.map(({ income }) => income)],
    ["age", rows.map(({ age }) => age)],
    ["visits", rows.map(({ visits }) => visits)],
    ["member", rows.map(({ member }) => member)],
    ["town", rows.map(({ town }) => town)],
  ]);
});
const missings: readonly (Missing | readonly Missing[])[] = ["drop", "median", "category", ["median", "category"]];
const asked: fc.Arbitrary<SegmentOptions> = fc.record({
  ...{ k: fc.integer({ min: 1, max: 4 }), restarts: fc.constant(1), resamples: fc.constantFrom(0, 2) },
  scale: fc.constantFrom("standard" as const, "minmax" as const, "none" as const),
  features: fc.constantFrom(["income", "age", "visits", "member"], ["visits", "income"]),
  categorical: fc.constantFrom([], ["town"]),
  log: fc.constantFrom([], ["income"]),
  clip: fc.constantFrom<readonly [number, number]>([0, 1], [0.02, 0.98]),
  missing: fc.constantFrom(...missings),
  weights: fc.constantFrom<Record<string, number>>({}, { income: 2.5, visits: 0.25 }),
  seed: fc.nat(3),
});

/** Lloyd as a textbook has it, from given centroids to the end; `empty` where a cluster lost everybody on the way. */
function plainLloyd(points: Rows, start: Rows): { labels: readonly number[]; inertia: number; empty: boolean } {
  let centroids = start;
  let labels: readonly number[] = [];
  let empty = false;
  for (;;) {
    const nearest = points.map((point) => nearestOf(point, centroids));
    const inertia = nearest.reduce((sum, { square }) => sum + square, 0);
    if (nearest.every(({ label }, row) => label === labels[row])) return { labels, inertia, empty };
    labels = nearest.map(({ label }) => label);
    empty ||= new Set(labels).size < start.length;
    centroids = centroids.map((own, c) => meanOf(points.filter((_, row) => labels[row] === c)) ?? own);
  }
}

function nearestOf(point: readonly number[], centroids: Rows): { readonly label: number; readonly square: number } {
  const squares = centroids.map((centroid) => centroid.reduce((sum, value, j) => sum + (value - point[j]!) ** 2, 0));
  const square = Math.min(...squares);
  return { label: squares.indexOf(square), square };
}

function meanOf(points: Rows): readonly number[] | null {
  return points[0]?.map((_, j) => points.reduce((sum, point) => sum + point[j]!, 0) / points.length) ?? null;
}

/** The customers used as points, and the segment of each. */
async function pointsOf(table: Table, { model, labels }: Segmentation): Promise<{ points: Rows; own: number[] }> {
  const { points, rows } = await model.points(table);
  const all = Array.from(rows, (_, i) => [...points.data.subarray(i * points.columns, (i + 1) * points.columns)]);
  return { points: all, own: Array.from(rows, (row) => labels[row]!) };
}

/** Labels by numbers that go up as they are met. */
function asMet(labels: readonly number[]): readonly number[] {
  const met = [...new Set(labels)];
  return labels.map((label) => met.indexOf(label));
}

/** Null where a table does not do for what is asked. */
async function unless(
  work: Promise<Segmentation>,
  ...codes: readonly SegmentsErrorCode[]
): Promise<Segmentation | null> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof SegmentsError && codes.includes(error.code)) return null;
    throw error;
  }
}

const foundIn = async (table: Table, options: SegmentOptions): Promise<Segmentation | null> => {
  return await unless(segment(table, options), "NO_SPREAD", "NO_ROWS", "TOO_FEW_DISTINCT_ROWS");
};

test("a merge is plain k-means from the mean of both, however a table is prepared, and costs what was said", async () => {
  let [merges, moves] = [0, 0];
  await fc.assert(
    fc.asyncProperty(customers, asked, fc.nat(20), fc.nat(20), async (table, options, i, j) => {
      const before = await foundIn(table, options);
      fc.pre(before !== null && before.k > 1);
      const { k, segments } = before!;
      const [one, other] = [i % k, (i + 1 + (j % (k - 1))) % k];
      const edit: Regrouping = { type: "merge", segments: [segments[one]!.letter, segments[other]!.letter] };
      const { points, own } = await pointsOf(table, before!);
      const joint = meanOf(points.filter((_, row) => own[row] === one || own[row] === other))!;
      const others = segments.filter(({ id }) => id !== one && id !== other).map(({ id }) => id);
      const means = others.map((id) => meanOf(points.filter((_, row) => own[row] === id))!);
      const plain = plainLloyd(points, [joint, ...means]);
      fc.pre(!plain.empty);
      const after = await editSegments(table, before!, [edit], options);
      expect(asMet((await pointsOf(table, after)).own)).toEqual(asMet(plain.labels));
      expect(after.inertia).toBeCloseTo(plain.inertia, 6);
      // Where everybody would be if nobody moved: both are the first cluster, and the others follow.
      const moved = own.filter((id, row) => plain.labels[row] !== others.indexOf(id) + 1).length;
      const cost = await editCost(table, before!, edit, options);
      expect([cost.inertia, cost.before, cost.moved]).toEqual([after.inertia, before!.inertia, moved]);
      merges++;
      moves += moved;
    }),
    { seed: 3, numRuns: 60 },
  );
  expect(merges).toBeGreaterThan(40);
  expect(moves).toBeGreaterThan(20);
});

test("a split ends where plain k-means stays, however a table is prepared, and its model is read and predicts the same", async () => {
  let splits = 0;
  await fc.assert(
    fc.asyncProperty(customers, asked, fc.nat(20), async (table, options, i) => {
      const before = await foundIn(table, options);
      fc.pre(before !== null);
      const edit: Regrouping = { type: "split", segment: before!.segments[i % before!.k]!.letter };
      const edited = await unless(editSegments(table, before!, [edit], options), "INVALID_EDIT");
      if (edited === null) return;
      const { points, own } = await pointsOf(table, edited);
      const means = edited.segments.map(({ id }) => meanOf(points.filter((_, row) => own[row] === id))!);
      const stays = plainLloyd(points, means);
      expect(own).toEqual(stays.labels);
      expect(edited.inertia).toBeCloseTo(stays.inertia, 6);
      expect(edited.k).toBe(before!.k + 1);
      const again = await segment(table, { ...options, edits: [edit] });
      expect(JSON.stringify(again)).toBe(JSON.stringify(edited));
      const read = SegmentationModel.fromJSON(JSON.parse(JSON.stringify(edited.model)));
      expect((await read.predict(table)).labels).toEqual(edited.labels);
      splits++;
    }),
    { seed: 4, numRuns: 40 },
  );
  expect(splits).toBeGreaterThan(25);
});
