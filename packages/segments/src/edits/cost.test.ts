import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { mall, mallPreset } from "../mall.ts";
import type { SegmentOptions } from "../options.ts";
import { segment } from "../segment.ts";
import type { Segmentation } from "../segmentation.ts";
import { customers, searched } from "../testing/edited.ts";
import { tableOf } from "../testing/table.ts";
import { editCost } from "./cost.ts";
import type { Regrouping } from "./edit.ts";
import { editSegments } from "./edit-segments.ts";

const options = { ...mallPreset, resamples: 0 };
let found: Segmentation;
beforeAll(async () => {
  found = await segment(mall, options);
});

describe("what an edit of the mall customers costs", () => {
  // scikit-learn 1.2.1, as in edit-segments.test.ts: customers whose label is not that of the centroid they started with,
  // and the merged segments of which those are more than half.
  test.each<[Regrouping, number, number, readonly string[], string]>([
    [
      { type: "merge", segments: ["B", "D"] },
      109.22822707921344,
      26,
      ["D"],
      "Merging B high income, high spending and D low income, low spending raises the inertia from 65.6 to 109 (+67 %), " +
        "and k-means would part them again: most of D low income, low spending would not stay; 26 customers would move.",
    ],
    [
      { type: "merge", segments: ["D", "E"] },
      122.85173908250908,
      5,
      [],
      "Merging D low income, low spending and E low income, high spending raises the inertia from 65.6 to 123 (+87 %); 5 more customers would move.",
    ],
    [
      { type: "split", segment: "E" },
      62.915526703609686,
      1,
      [],
      "Splitting E low income, high spending lowers the inertia from 65.6 to 62.9 (-4 %); 1 more customer would move.",
    ],
    [
      { type: "split", segment: "B" },
      55.057348270386015,
      0,
      [],
      "Splitting B high income, high spending lowers the inertia from 65.6 to 55.1 (-16 %); no other customer would move.",
    ],
  ])("%j", async (edit, inertia, moved, leaving, words) => {
    const cost = await editCost(mall, found, edit, options);
    expect(cost).toEqual({ inertia: expect.closeTo(inertia, 9), before: found.inertia, moved, leaving, words });
  });

  test("is that of the edit once it is done, after other edits too", async () => {
    const edited = await editSegments(mall, found, [{ type: "split", segment: "A" }], options);
    const edit: Regrouping = { type: "merge", segments: ["C", "F"] };
    const { inertia, before } = await editCost(mall, edited, edit, options);
    expect(before).toBe(edited.inertia);
    expect((await editSegments(mall, edited, [edit], options)).inertia).toBe(inertia);
  });
});

test("points prepared in every way cost what the edit does", async () => {
  const rows = Array.from({ length: 60 }, (_, i) => i);
  const table = tableOf({
    spend: rows.map((i) => (i % 7 === 3 ? null : 2 ** (i % 9))),
    member: rows.map((i) => (i % 3 === 0 ? "yes" : "no")),
    plan: rows.map((i) => (i % 11 === 5 ? null : ["free", "pro", "team"][i % 4 === 0 ? 0 : i % 3]!)),
    visits: rows.map((i) => (i === 17 ? null : (i * 13) % 40)),
  });
  const all: SegmentOptions = {
    ...{ features: ["spend", "member", "visits"], categorical: ["plan"], log: ["spend"], clip: [0.05, 0.95] },
    ...{ missing: ["median", "category"], weights: { visits: 2 }, k: 4, resamples: 0 },
  };
  const before = await segment(table, all);
  for (const edit of [{ type: "merge", segments: ["A", "D"] } as const, { type: "split", segment: "B" } as const]) {
    const { inertia } = await editCost(table, before, edit, all);
    expect((await editSegments(table, before, [edit], all)).inertia).toBe(inertia);
  }
});

test("a merge costs at most what Ward's linkage says, and a split nothing", async () => {
  await fc.assert(
    fc.asyncProperty(customers, fc.integer({ min: 2, max: 4 }), async (table, k) => {
      const all = { ...searched, k };
      const before = await segment(table, all);
      const [{ kmeans, segments }, [one, other]] = [before.model.parts, before.segments];
      const { data, columns } = kmeans.centroids;
      const centroid = (id: number) =>
        data.subarray(segments[id]!.cluster * columns, (segments[id]!.cluster + 1) * columns);
      const [a, b] = [centroid(0), centroid(1)];
      const apart = Array.from(a, (value, j) => (value - b[j]!) ** 2).reduce((sum, square) => sum + square);
      const ward = ((one!.size * other!.size) / (one!.size + other!.size)) * apart;
      const merged = await editCost(table, before, { type: "merge", segments: ["A", "B"] }, all);
      expect(merged.inertia).toBeLessThanOrEqual((before.inertia + ward) * (1 + 1e-9));
      const split = await editCost(table, before, { type: "split", segment: "A" }, all);
      expect(split.inertia).toBeLessThanOrEqual(before.inertia * (1 + 1e-9));
    }),
    { seed: 8, numRuns: 30 },
  );
});

test("an edit that cannot be is refused before anything is computed", async () => {
  await expect(editCost(mall, found, { type: "split", segment: "Z" }, options)).rejects.toMatchObject({
    code: "INVALID_EDIT",
    message: 'Edit 1 (split Z): there is no segment "Z"; there are A, B, C, D, E.',
  });
});

test("an abort is heard before and during the work", async () => {
  const rows = 200_000;
  const many = tableOf({ a: Array.from({ length: rows }, (_, i) => (i * 7919) % 10_007), b: new Array(rows).fill(0) });
  const all = { features: ["a"], k: 3, resamples: 0 };
  const large = await segment(many, all);
  const stop = new AbortController();
  setTimeout(() => stop.abort(), 0);
  const asked = editCost(many, large, { type: "split", segment: "A" }, { ...all, signal: stop.signal });
  await expect(asked).rejects.toMatchObject({ name: "AbortError" });

  const signal = AbortSignal.abort(new Error("enough"));
  const edit: Regrouping = { type: "split", segment: "A" };
  await expect(editCost(mall, found, edit, { ...options, signal })).rejects.toThrow("enough");
});
