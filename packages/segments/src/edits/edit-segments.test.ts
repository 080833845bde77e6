import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { mall, mallPreset } from "../mall.ts";
import { SegmentationModel } from "../model/segmentation-model.ts";
import type { SegmentProgress } from "../progress.ts";
import { segment } from "../segment.ts";
import type { Segmentation } from "../segmentation.ts";
import { customers, searched, wished, wishes } from "../testing/edited.ts";
import { reordered, tableOf } from "../testing/table.ts";
import type { Edit } from "./edit.ts";
import { editSegments } from "./edit-segments.ts";

const options = { ...mallPreset, resamples: 0 };
const merge: Edit = { type: "merge", segments: ["B", "D"] };
const split: Edit = { type: "split", segment: "A" };

let found: Segmentation;
beforeAll(async () => {
  found = await segment(mall, options);
});

const edit = async (...edits: Edit[]) => await editSegments(mall, found, edits, options);
const sizesOf = ({ segments }: Segmentation) => segments.map(({ size }) => size);
const calledOf = ({ segments }: Segmentation) => segments.map(({ letter, name, note }) => [letter, name, note]);

/** Everything that is told, bit for bit: with the elbow's models and the model. */
const toldOf = (result: Segmentation) => ({ told: JSON.stringify(result), labels: result.labels });

describe("edits of the mall customers' five segments", () => {
  // scikit-learn 1.2.1 on StandardScaler's points: KMeans(4, init=[mean of two centroids by size, the rest], n_init=1,
  // tol=0), and KMeans(6, init=[*KMeans(2).fit(X[segment]).cluster_centers_, the rest], n_init=1, tol=0).
  test.each<[Edit, number, readonly number[]]>([
    [{ type: "merge", segments: ["B", "C"] }, 108.92131661364358, [100, 39, 38, 23]],
    [merge, 109.22822707921344, [101, 39, 38, 22]],
    [{ type: "merge", segments: ["A", "B"] }, 141.23723313452112, [106, 37, 31, 26]],
    [{ type: "merge", segments: ["D", "E"] }, 122.85173908250903, [76, 50, 39, 35]],
    [split, 57.2894494172146, [44, 43, 39, 32, 21, 21]],
    [{ type: "split", segment: "B" }, 55.057348270386015, [81, 35, 29, 23, 22, 10]],
    [{ type: "split", segment: "E" }, 62.915526703609686, [80, 39, 35, 23, 17, 6]],
  ])("%j ends where scikit-learn does", async (change, inertia, sizes) => {
    const edited = await edit(change);
    expect(edited.inertia / inertia).toBeCloseTo(1, 12);
    expect(sizesOf(edited)).toEqual(sizes);
    expect(edited.k).toBe(sizes.length);
    expect(edited.edits).toEqual([change]);
  });

  test("merge alike whichever segment is named first", async () => {
    const other = await edit({ type: "merge", segments: ["D", "B"] });
    const { edits: _, headline: __, ...same } = await edit(merge);
    expect(other).toMatchObject({ ...same, model: expect.anything() });
    expect(JSON.stringify(other.model)).toBe(JSON.stringify(same.model));
  });

  test.each([merge, split])("%j tells of its work as it goes on, and never that less is done", async (change) => {
    const told: SegmentProgress[] = [];
    const onProgress = (progress: SegmentProgress) => told.push(progress);
    await editSegments(mall, found, [change], { ...options, resamples: 2, onProgress });
    const stages = told.map(({ stage }) => stage).filter((stage, i, all) => stage !== all[i - 1]);
    expect(stages[0]).toBe("preparing");
    expect(stages).toContain("iterating");
    expect(stages.slice(-3)).toEqual(["silhouette", "stability", "describing"]);
    const fractions = told.flatMap(({ fraction }) => fraction ?? []);
    expect(fractions).toEqual(fractions.toSorted((a, b) => a - b));
  });

  test("are said in the headline; names and notes are not", async () => {
    const edited = await edit(merge, { type: "note", segment: "A", note: "x" }, split);
    expect(edited.headline).toBe(
      "5 segments of 200 customers: 5 found by the elbow of the curve over k = 1 to 10, then B and D merged, then A split.",
    );
    expect((await edit({ type: "rename", segment: "A", name: "x" })).headline).toBe(found.headline);
  });

  test("leave what the search found as it was, and say how good the edited segments are", async () => {
    const sure = { ...options, resamples: 3 };
    const before = await segment(mall, sure);
    const edited = await editSegments(mall, before, [merge], sure);
    expect(edited.howMany).toEqual(before.howMany);
    expect([edited.structure, edited.elbow?.k]).toEqual(["clear", 5]);
    expect(edited.silhouette).toBeLessThan(before.silhouette ?? 0);
    expect(edited.stability?.segments).toHaveLength(4);
    expect(toldOf(await segment(mall, { ...sure, edits: [merge] }))).toEqual(toldOf(edited));
  });

  test("down to one segment and up again", async () => {
    const all: Edit = { type: "merge", segments: ["A", "B"] };
    const one = await edit(all, all, all, all);
    expect([one.k, one.silhouette, one.stability]).toEqual([1, null, null]);
    expect(one.headline).toBe(
      "1 segment of 200 customers: 5 found by the elbow of the curve over k = 1 to 10, " +
        "then A and B merged, then A and B merged, then A and B merged, then A and B merged.",
    );
    const two = await editSegments(mall, one, [split], options);
    expect(two.inertia).toBeCloseTo((await segment(mall, { ...options, k: 2 })).inertia, 9);
  });
});

describe("names and notes", () => {
  test("change nothing but themselves", async () => {
    const edited = await edit(
      { type: "rename", segment: "B", name: " Best spenders " },
      { type: "note", segment: "C", note: "Call in May,\r\nnot before\tthat" },
    );
    expect(calledOf(edited)).toEqual([
      ["A", "average income, average spending", null],
      ["B", "Best spenders", null],
      ["C", "high income, low spending", "Call in May, not before that"],
      ["D", "low income, low spending", null],
      ["E", "low income, high spending", null],
    ]);
    const plain = ({ segments, edits: _, model: __, ...rest }: Segmentation) => {
      return { ...rest, segments: segments.map(({ name: _, note: __, ...each }) => each) };
    };
    expect(plain(edited)).toEqual(plain(found));
    expect(edited.model.segments.map(({ name }) => name)).toEqual(edited.segments.map(({ name }) => name));
  });

  test("of an empty note take the note away", async () => {
    const noted = await edit({ type: "note", segment: "A", note: "x" });
    expect(noted.segments[0]?.note).toBe("x");
    const without = await editSegments(mall, noted, [{ type: "note", segment: "A", note: " " }], options);
    expect(without.segments[0]?.note).toBeNull();
    expect(JSON.stringify(without.model)).toBe(JSON.stringify(found.model));
  });

  test("need no table that fits: nothing is computed", async () => {
    const rename: Edit = { type: "rename", segment: "A", name: "x" };
    const edited = await editSegments(tableOf({}), found, [rename], options);
    expect(edited.segments[0]?.name).toBe("x");
    await expect(editSegments(tableOf({}), found, [merge], options)).rejects.toThrow();
  });

  test("stay with a segment that is the same after a merge or a split, and with no other", async () => {
    const edited = await edit(
      { type: "rename", segment: "E", name: "Young" },
      { type: "note", segment: "B", note: "Thank them" },
      { type: "rename", segment: "D", name: "Gone" },
      { type: "split", segment: "D" },
      { type: "merge", segments: ["A", "C"] },
    );
    expect(edited.segments.find(({ note }) => note !== null)).toMatchObject({ size: 39, note: "Thank them" });
    expect(edited.segments.filter(({ name }) => name === "Young").map(({ size }) => size)).toEqual([22]);
    expect(edited.segments.find(({ note }) => note === "Thank them")?.name).toBe("high income, high spending");
  });

  test("of a previous model are inherited, and a note that was taken away stays away", async () => {
    const before = await edit(
      { type: "rename", segment: "B", name: "Best spenders" },
      { type: "note", segment: "B", note: "Thank them" },
      { type: "note", segment: "C", note: "Ask them" },
    );
    const read = SegmentationModel.fromJSON(JSON.parse(JSON.stringify(before.model)));
    expect(read.segments).toEqual(before.model.segments);
    const refit = { ...options, previous: read };
    const next = await segment(mall, refit);
    expect(calledOf(next)).toEqual(calledOf(before));
    expect(JSON.stringify(next.model)).toBe(JSON.stringify(before.model));
    const edits: Edit[] = [
      { type: "note", segment: "B", note: "" },
      { type: "merge", segments: ["D", "E"] },
    ];
    const merged = await editSegments(mall, next, edits, refit);
    expect(merged.segments.find(({ letter }) => letter === "B")).toMatchObject({ name: "Best spenders", note: null });
    expect(merged.segments.find(({ letter }) => letter === "C")?.note).toBe("Ask them");
    expect(toldOf(await segment(mall, { ...refit, edits }))).toEqual(toldOf(merged));
  });
});

describe("for any customers and edits", () => {
  const property = (check: (...args: Parameters<typeof wished>) => Promise<void>) => {
    const k = fc.integer({ min: 1, max: 4 });
    return fc.assert(
      fc.asyncProperty(customers, k, wishes, (table, k, all) => check(table, { ...searched, k }, all)),
      { seed: 5, numRuns: 40 },
    );
  };

  test("one by one they make what all at once make, bit for bit", async () => {
    let edits = 0;
    await property(async (table, options, all) => {
      const one = await wished(table, options, all);
      edits += one.edits.length;
      expect(toldOf(await segment(table, { ...options, edits: one.edits }))).toEqual(toldOf(one));
    });
    expect(edits).toBeGreaterThan(60);
  });

  test("customers are where the model puts them, sizes add up, and what is saved is read", async () => {
    await property(async (table, options, all) => {
      const { labels, model, segments, rows, k } = await wished(table, options, all);
      const saved = JSON.stringify(model);
      const read = SegmentationModel.fromJSON(JSON.parse(saved));
      expect(JSON.stringify(read)).toBe(saved);
      expect((await read.predict(table)).labels).toEqual(labels);
      expect(segments.reduce((sum, { size }) => sum + size, 0)).toBe(rows);
      expect(segments.map(({ id }) => labels.filter((label) => label === id).length)).toEqual(
        segments.map(({ size }) => size),
      );
      expect(segments.map(({ size }) => size)).toEqual(segments.map(({ size }) => size).sort((a, b) => b - a));
      expect(new Set(segments.map(({ name }) => name)).size).toBe(k);
    });
  });

  test("a merge reads the same in whatever order customers come", async () => {
    const order = Array.from({ length: 200 }, (_, i) => (i * 77) % 200);
    const [shuffled, edited] = [reordered(mall, order), await edit(merge)];
    const again = await editSegments(shuffled, await segment(shuffled, options), [merge], options);
    expect(calledOf(again)).toEqual(calledOf(edited));
    expect([...again.labels]).toEqual(order.map((row) => edited.labels[row]));
  });
});

describe("refused is", () => {
  test("an edit of a segment that is not there, with its place and the letters there are", async () => {
    await expect(edit({ type: "split", segment: "Z" })).rejects.toMatchObject({
      code: "INVALID_EDIT",
      message: 'Edit 1 (split Z): there is no segment "Z"; there are A, B, C, D, E.',
    });
    await expect(
      segment(mall, { ...options, edits: [merge, { type: "note", segment: "E", note: "" }] }),
    ).rejects.toThrow('Edit 2 (note E): there is no segment "E"; there are A, B, C, D.');
    const merged = await edit(merge);
    await expect(editSegments(mall, merged, [{ type: "split", segment: "E" }], options)).rejects.toThrow(
      "Edit 2 (split E)",
    );
  });

  test("a merge with itself, of one segment, and a split of customers who are all the same", async () => {
    await expect(edit({ type: "merge", segments: ["A", "A"] })).rejects.toThrow("not with itself");
    const one = await segment(mall, { ...options, k: 1 });
    await expect(editSegments(mall, one, [{ type: "merge", segments: ["A", "B"] }], options)).rejects.toThrow(
      'there is no segment "B"; the only one is A.',
    );
    const alike = tableOf({ income: [1, 1, 1, 9, 9, 8] });
    const two = { features: ["income"], k: 2, resamples: 0, edits: [{ type: "split", segment: "A" }] } as const;
    await expect(segment(alike, two)).rejects.toThrow(
      "Edit 1 (split A): its customers are all the same in what they are grouped by.",
    );
  });

  test("a table other than that of the segmentation", async () => {
    const fewer = reordered(mall, [...Array.from({ length: 150 }).keys()]);
    await expect(editSegments(fewer, found, [merge], options)).rejects.toThrow(
      "Expected the table that the segmentation was made of, with the same options: it used 200 of 200 rows, now 150 of 150 are used.",
    );
  });
});

test("an abort is heard", async () => {
  const signal = AbortSignal.abort(new Error("enough"));
  await expect(editSegments(mall, found, [merge], { ...options, signal })).rejects.toThrow("enough");
  await expect(editSegments(mall, found, [], { ...options, signal })).rejects.toThrow("enough");
});
