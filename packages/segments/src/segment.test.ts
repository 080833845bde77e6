import { KentroError } from "@kentro/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mall, mallPreset } from "./mall.ts";
import { SegmentationModel } from "./model/segmentation-model.ts";
import { spendsMuch } from "./plays/spends-much.ts";
import type { SegmentProgress } from "./progress.ts";
import { segment } from "./segment.ts";
import type { Table } from "./table.ts";
import { mallLabels } from "./testing/mall-labels.ts";
import { reordered, tableOf, withUnreadable } from "./testing/table.ts";

const roster = [
  "A average income, average spending: 81",
  "B high income, high spending: 39",
  "C high income, low spending: 35",
  "D low income, low spending: 23",
  "E low income, high spending: 22",
];

describe("the mall customers by income and spending", () => {
  test("are five segments, found by the elbow", async () => {
    const { headline, segments, k, structure, elbow } = await segment(mall, mallPreset);
    expect(headline).toBe("5 segments of 200 customers, found by the elbow of the curve over k = 1 to 10.");
    expect(segments.map(({ letter, name, size }) => `${letter} ${name}: ${size}`)).toEqual(roster);
    expect([k, structure, elbow?.k]).toEqual([5, "clear", 5]);
  });

  test("show each k as soon as it is searched, as it then stands among the candidates", async () => {
    const points: SegmentProgress["point"][] = [];
    const onProgress = ({ point }: SegmentProgress): unknown => point && points.push(point);
    const { howMany } = await segment(mall, { ...mallPreset, kMax: 6, resamples: 2, onProgress });
    expect(points).toEqual(howMany?.candidates.map(({ stability: _, ...known }) => known));
    expect(points.map((point) => point?.k)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  test("are so without scaling too, with the inertia that scikit-learn finds", async () => {
    const { inertia, segments, silhouette } = await segment(mall, { ...mallPreset, scale: "none" });
    expect(inertia / 44448.45544793371).toBeCloseTo(1, 10);
    expect(silhouette).toBeCloseTo(0.553931997444648, 12);
    expect(segments.map(({ letter, name, size }) => `${letter} ${name}: ${size}`)).toEqual(roster);
  });

  // scikit-learn 1.2.1: its scaler, and the sum of squares within its five clusters.
  test.each([
    ["standard", 65.56840815571678],
    ["minmax", 3.5831179059525606],
    ["robust", 32.27911691011694],
  ] as const)("have the inertia of the %s scaled space", async (scale, expected) => {
    const { inertia } = await segment(mall, { ...mallPreset, scale, k: 5 });
    expect(inertia / expected).toBeCloseTo(1, 10);
  });

  test("have the labels of scikit-learn's clusters, in showing order", async () => {
    const { labels } = await segment(mall, { ...mallPreset, k: 5 });
    const shown = [2, 0, 1, 4, 3];
    expect([...labels]).toEqual(Array.from(mallLabels, (cluster) => shown[cluster]));
  });

  test("are profiled in the file's units, by columns they were not clustered by too", async () => {
    const { segments } = await segment(mall, { ...mallPreset, k: 5 });
    const [average, , , , young] = segments;
    expect(average?.share).toBe(0.405);
    expect(average?.means["Annual Income (k$)"]).toBeCloseTo(55.2962962962963, 12);
    expect(average?.centroid[0]).toBeCloseTo(55.2962962962963, 9);
    expect(Object.keys(average?.means ?? {})).toEqual([
      "CustomerID",
      "Age",
      "Annual Income (k$)",
      "Spending Score (1-100)",
    ]);
    expect(young?.numeric.map(({ column }) => column)).toEqual(["Age", "Annual Income (k$)", "Spending Score (1-100)"]);
    expect(young?.numeric[0]).toMatchObject({ column: "Age", median: 23.5 });
    expect(young?.categories.map(({ column }) => column)).toEqual(["Gender"]);
    expect(young?.evidence.map(({ feature, level }) => `${feature} ${level}`)).toEqual([
      "Annual Income (k$) low",
      "Spending Score (1-100) high",
    ]);
  });
});

describe("by default", () => {
  test("every numeric column but identifiers is clustered by, and said", async () => {
    const { features, choice, scale, seed } = await segment(mall, { k: 4 });
    expect(features).toEqual(["Age", "Annual Income (k$)", "Spending Score (1-100)"]);
    expect(choice.by).toBe("default");
    expect(choice.columns[0]?.words).toBe("CustomerID left out: every value differs, it is an identifier");
    expect([scale, seed]).toEqual(["standard", 0]);
  });

  test("the number of segments is the elbow's, four for the mall's three columns", async () => {
    expect((await segment(mall)).k).toBe(4);
  });
});

test("without a clear elbow the best silhouette's k is taken, and the headline opens with the doubt", async () => {
  const flat = tableOf({ x: Array.from({ length: 120 }, (_, i) => (i * 37) % 120) });
  const { k, structure, elbow, headline, silhouette } = await segment(flat, { features: ["x"], kMax: 6 });
  expect(elbow?.k).toBeNull();
  const best = Math.max(...(elbow?.curve ?? []).map((point) => point.silhouette ?? -1));
  expect(silhouette).toBe(best);
  expect(elbow?.curve.find((point) => point.silhouette === best)?.k).toBe(k);
  expect(structure).toBe("weak");
  expect(headline).toMatch(/^No clear structure: the curve over k = 1 to 6 has no clear elbow;/);
});

describe("an elbow at the largest k that was tried", () => {
  /** Four places, and customers within `spread` of each. */
  const fourPlaces = (spread: number) => {
    const customers = Array.from({ length: 120 }, (_, i) => i);
    return tableOf({
      x: customers.map((i) => (i % 2) * 1000 + ((i * 7) % 11) * spread),
      y: customers.map((i) => ((i >> 1) % 2) * 2000 + ((i * 3) % 13) * spread),
      z: customers.map((i) => (i % 4 === 0 ? 3000 : 0) + ((i * 5) % 17) * spread),
    });
  };

  test("says in the headline that there may be more", async () => {
    const { k, headline } = await segment(fourPlaces(1), { kMax: 3 });
    expect(k).toBe(3);
    expect(headline).toContain("; more than 3 were not tried, and there may be more (a larger kMax tries further)");
  });

  test("says nothing of more where no more rows differ", async () => {
    const { headline } = await segment(fourPlaces(0), { kMax: 4 });
    expect(headline).toBe("4 segments of 120 customers, found by the elbow of the curve over k = 1 to 4.");
  });
});

describe("rows", () => {
  const table = withUnreadable(
    tableOf({ a: [1, 2, null, 9, 8, 3], b: [1, 2.5, 3, null, 9, 8], Town: ["x", "x", "y", "y", "x", "y"] }),
    "b",
    [{ row: 3, value: "n/a" }],
  );

  test("with a missing or unreadable value are left out, counted and listed, with label -1", async () => {
    const { rowsRead, rows, labels, leftOut, segments } = await segment(table, { k: 2 });
    expect([rowsRead, rows, leftOut.count, leftOut.cellCount]).toEqual([6, 4, 2, 2]);
    expect(leftOut.cells).toEqual([
      { row: 3, column: "a", value: "" },
      { row: 4, column: "b", value: "n/a" },
    ]);
    expect([labels[2], labels[3]]).toEqual([-1, -1]);
    expect([...labels].filter((label) => label >= 0).length).toBe(4);
    expect(segments.reduce((total, { size }) => total + size, 0)).toBe(4);
    expect(segments.reduce((total, { share }) => total + share, 0)).toBeCloseTo(1, 12);
  });

  test("left out count in no mean and no share", async () => {
    const { segments } = await segment(table, { k: 1 });
    expect(segments[0]?.means).toMatchObject({ a: 14 / 4, b: 20.5 / 4 });
    expect(segments[0]?.categories[0]?.shares.map(({ value, share }) => [value, share])).toEqual([
      ["x", 0.75],
      ["y", 0.25],
    ]);
  });
});

test("a column may be clustered by as a category and say what customers are worth", async () => {
  const table = tableOf({ x: [1, 2, 3, 90, 91, 92], spend: [5, 5, 10, 10, 20, 20] });
  const { value } = await segment(table, { features: ["x"], categorical: ["spend"], value: "spend", k: 2 });
  expect(value?.total).toBe(70);
});

test("one segment is all customers", async () => {
  const { segments, headline, silhouette, structure } = await segment(mall, { k: 1 });
  expect(headline).toBe("1 segment of 200 customers: everybody.");
  expect(segments.map(({ letter, name, size, evidence }) => [letter, name, size, evidence])).toEqual([
    ["A", "all customers", 200, []],
  ]);
  expect([silhouette, structure]).toEqual([null, "none"]);
});

test("as many segments as customers have no silhouette, and names that differ", async () => {
  const { segments, silhouette } = await segment(tableOf({ income: [1, 5, 100] }), { k: 3, features: ["income"] });
  expect(silhouette).toBeNull();
  expect(new Set(segments.map(({ name }) => name)).size).toBe(3);
});

describe("who they are", () => {
  const spent = tableOf({
    income: [20, 22, 24, 80, 82, 84, 20, 90],
    age: [30, 31, 32, 50, 51, 52, 33, 20],
    total_spent: [10, 12, 14, 300, 310, 320, null, 34],
  });

  test("what segments are worth is told by the column of spending, found by its name or asked for", async () => {
    const { value, segments } = await segment(spent, { features: ["income"], k: 2, resamples: 0 });
    expect(value).toEqual({ column: "total_spent", total: 1000, mean: 1000 / 7 });
    expect(segments.map((each) => each.value)).toEqual([
      { total: 36, share: 0.036, mean: 12, high: false },
      { total: 964, share: 0.964, mean: 241, high: true },
    ]);
    const asked = await segment(spent, { features: ["income"], k: 2, value: "age", resamples: 0 });
    expect(asked.value).toEqual({ column: "age", total: 299, mean: 299 / 8 });
  });

  test("without such a column nobody is worth anything, but high spenders are known by their score", async () => {
    const { value, segments } = await segment(mall, { ...mallPreset, k: 5, resamples: 0 });
    expect(value).toBeNull();
    expect(segments.map((each) => [each.letter, each.value, spendsMuch(each)])).toEqual([
      ["A", null, false],
      ["B", null, true],
      ["C", null, false],
      ["D", null, false],
      ["E", null, true],
    ]);
  });

  test("a column of value that is not there is refused before anything is computed", async () => {
    let begun = false;
    const onProgress = ({ stage }: SegmentProgress) => {
      begun ||= stage !== "preparing";
    };
    await expect(segment(mall, { k: 2, value: "revenue", onProgress })).rejects.toMatchObject({
      code: "UNKNOWN_COLUMN",
    });
    expect(begun).toBe(false);
  });

  test("typical customers are rows of the table, the closest to the centroid", async () => {
    const table = tableOf({ income: [null, 1, 2, 3, 50, 51, 52, 53, 54] });
    const { segments } = await segment(table, { features: ["income"], k: 2, resamples: 0 });
    expect(segments.map(({ typical }) => typical)).toEqual([
      [6, 5, 7],
      [2, 1, 3],
    ]);
  });

  test("each has its rule, and what to do about it with the traits that it follows from", async () => {
    const { segments } = await segment(mall, { ...mallPreset, k: 5, resamples: 0 });
    const [, best, careful] = segments;
    expect(best?.rule?.words).toBe("income over 60 k$ and spending score over 60");
    expect(best?.suggestions.map(({ title }) => title)).toEqual(["Keep them", "Reach the young where they are"]);
    expect(careful?.suggestions[0]).toMatchObject({
      title: "Win them",
      because: ["income 88 k$ (all customers: 61 k$)", "spending score 17 (all customers: 50)"],
    });
  });

  test("those whose category is missing are named by that, where it is a category of its own", async () => {
    const town = Array.from({ length: 120 }, (_, i) => (i % 3 === 0 ? null : i % 3 === 1 ? "Rome" : "Bonn"));
    const options = { features: [], categorical: ["town"], missing: "category", k: 3, resamples: 0 } as const;
    const { segments } = await segment(tableOf({ town }), options);
    expect(segments.map(({ name }) => name)).toEqual(["mostly Bonn", "mostly Rome", "mostly unknown town"]);
  });

  test("those found by categories are named by them, and their rules speak of the cells as the file has them", async () => {
    const customers = Array.from({ length: 120 }, (_, i) => i);
    const table = tableOf({
      income: customers.map((i) => (i % 3 === 0 ? 90 : 20) + (i % 7)),
      newsletter: customers.map((i) => (i % 2 === 0 ? "yes" : "no")),
      plan: customers.map((i) => (i % 3 === 1 ? "gold" : "basic")),
    });
    const options = { features: ["income", "newsletter"], categorical: ["plan"], k: 6, resamples: 0 };
    const { segments, labels } = await segment(table, options);
    const [basic, , , , rich] = segments;
    expect([basic?.name, basic?.rule?.sql]).toEqual([
      "low income, mostly without newsletter, mostly basic",
      `"income" < 60 AND "newsletter" = 'no' AND "plan" = 'basic'`,
    ]);
    expect([rich?.name, rich?.rule?.sql]).toEqual([
      "high income, mostly without newsletter",
      `"income" > 60 AND "newsletter" = 'no'`,
    ]);
    // All are of one size: their order falls by income, then by categories.
    const again = await segment(reordered(table, customers.toReversed()), options);
    expect([...again.labels].reverse()).toEqual([...labels]);
    expect(again.segments.map(({ letter, name }) => `${letter} ${name}`)).toEqual(
      segments.map(({ letter, name }) => `${letter} ${name}`),
    );
  });

  test("plays of the user's own take the place of ours, and wrong ones are refused", async () => {
    const plays = [{ title: "Wait", advice: "And see.", when: [{ of: "income", is: ["high" as const] }] }];
    const { segments } = await segment(mall, { ...mallPreset, k: 5, plays, resamples: 0 });
    expect(segments.map(({ suggestions }) => suggestions.map(({ title }) => title).join())).toEqual([
      "",
      "Wait",
      "Wait",
      "",
      "",
    ]);
    await expect(segment(mall, { plays: [] })).rejects.toMatchObject({ code: "INVALID_PLAYS" });
  });
});

describe("a refit", () => {
  const columns = ["Age", "Annual Income (k$)", "Spending Score (1-100)"];
  const some = (keep: (row: number) => boolean) => reordered(mall, [...mallLabels.keys()].filter(keep));

  test("gives the segments that it finds again their letters and names, whatever their sizes now", async () => {
    const before = await segment(mall, { ...mallPreset, k: 5, resamples: 0 });
    // Without half of the average customers A is no longer the largest.
    const fewer = some((row) => mallLabels[row] !== 1 || row % 3 === 0);
    const { segments, model } = await segment(fewer, { ...mallPreset, k: 5, previous: before.model, resamples: 0 });
    expect(segments.map(({ letter, name, size }) => `${letter} ${name}: ${size}`)).toEqual([
      "B high income, high spending: 39",
      "C high income, low spending: 35",
      "A average income, average spending: 27",
      "D low income, low spending: 23",
      "E low income, high spending: 22",
    ]);
    expect(model.segments.map(({ letter }) => letter)).toEqual(["B", "C", "A", "D", "E"]);
    const read = SegmentationModel.fromJSON(JSON.parse(JSON.stringify(model)));
    expect((await read.predict(fewer)).segments.map(({ letter }) => letter)).toEqual(["B", "C", "A", "D", "E"]);
  });

  test("with more segments gives the new ones letters that nobody had", async () => {
    const before = await segment(mall, { ...mallPreset, k: 3, resamples: 0 });
    const { segments } = await segment(mall, { ...mallPreset, k: 5, previous: before.model, resamples: 0 });
    const inherited = segments.filter(({ letter }) => "ABC".includes(letter));
    expect(inherited.length).toBeGreaterThan(0);
    expect(new Set(segments.map(({ letter }) => letter)).size).toBe(5);
    expect(new Set(segments.map(({ name }) => name)).size).toBe(5);
    for (const { letter, name } of inherited) {
      expect(before.segments.find((each) => each.letter === letter)?.name).toBe(name);
    }
  });

  test("by other columns keeps the letters of those that hold the same customers", async () => {
    const before = await segment(mall, { ...mallPreset, k: 5, resamples: 0 });
    const { segments } = await segment(mall, { features: columns, k: 6, previous: before.model, resamples: 0 });
    const rich = segments.find(({ letter }) => letter === "B");
    expect(rich).toMatchObject({ name: "high income, high spending", size: 39 });
  });

  test("is kept where a customer has a category that was unknown", async () => {
    const plan = Array.from({ length: 90 }, (_, i) => ["free", "basic", "pro"][i % 3]!);
    const options = { features: [], categorical: ["plan"], k: 3, resamples: 0 };
    const before = await segment(tableOf({ plan }), options);
    const { segments } = await segment(tableOf({ plan: [...plan, "ultra"] }), {
      ...{ ...options, k: 4, previous: before.model },
    });
    expect(segments.map(({ letter, name }) => `${letter} ${name}`)).toEqual([
      ...before.segments.map(({ letter, name }) => `${letter} ${name}`),
      "D mostly ultra",
    ]);
  });

  test("of a table that lacks a column of the model is refused", async () => {
    const { model } = await segment(mall, { ...mallPreset, k: 2, resamples: 0 });
    await expect(segment(tableOf({ income: [1, 2, 3] }), { k: 2, previous: model })).rejects.toMatchObject({
      code: "UNKNOWN_COLUMN",
    });
  });
});

describe("reproducibly", () => {
  test("the same table, options and seed give the same bytes", async () => {
    const [one, two] = [await segment(mall, { k: 6, seed: 7 }), await segment(mall, { k: 6, seed: 7 })];
    expect(JSON.stringify(two)).toBe(JSON.stringify(one));
    expect(two.labels).toEqual(one.labels);
  });

  test("any number of threads gives the same", async () => {
    const [one, two] = [await segment(mall, { k: 6, threads: 1 }), await segment(mall, { k: 6, threads: 4 })];
    expect(JSON.stringify(two)).toBe(JSON.stringify(one));
  });

  test("the same partition reads the same whatever the order of the rows", async () => {
    const found = await segment(mall, { ...mallPreset, k: 5, resamples: 0 });
    const keys = fc.array(fc.double({ noNaN: true }), { minLength: 200, maxLength: 200 });
    await fc.assert(
      fc.asyncProperty(keys, fc.integer({ min: 0, max: 1000 }), async (key, seed) => {
        const order = [...key.keys()].sort((a, b) => key[a]! - key[b]! || a - b);
        const shuffled = reordered(mall, order);
        const again = await segment(shuffled, { ...mallPreset, k: 5, seed, resamples: 0 });
        expect([...again.labels]).toEqual(order.map((row) => found.labels[row]));
        // Rows have other numbers now: the typical customers are compared by what they are like.
        const said = ({ segments }: typeof found, { columns }: Table) =>
          segments.map(({ centroid: _, typical, ...rest }) => {
            const [income, score] = columns.slice(3).map((column) => (column.type === "numeric" ? column.values : []));
            return { ...rest, typical: typical.map((row) => [income?.[row], score?.[row]]) };
          });
        expect(said(again, shuffled)).toEqual(said(found, mall));
      }),
      { seed: 6, numRuns: 15 },
    );
  });

  test("equal sizes are told apart by their centroids, however the clusters came about", async () => {
    const cells = [10, 0, 0.5, 10.5, 20, 20.5];
    for (const seed of [0, 1, 2, 3]) {
      const { segments } = await segment(tableOf({ income: cells }), { features: ["income"], k: 3, seed });
      expect(segments.map(({ letter, means }) => [letter, means["income"]])).toEqual([
        ["A", 0.25],
        ["B", 10.25],
        ["C", 20.25],
      ]);
    }
  });
});

test("all but the model can be structured-cloned", async () => {
  const { model, ...plain } = await segment(mall, { k: 2 });
  expect(structuredClone(plain).segments.map(({ name }) => name)).toEqual(plain.segments.map(({ name }) => name));
  expect(model.features).toEqual(plain.features);
});

describe("an abort", () => {
  // Fewer values would be done before anybody could stop them.
  const rows = 400_000;
  const large: Table = {
    rows,
    columns: ["a", "b", "c"].map((name, j) => ({
      name,
      type: "numeric" as const,
      values: Float64Array.from({ length: rows }, (_, i) => ((i * (j + 7)) % 1009) / 2),
      missing: 0,
      unreadable: [],
      unreadableCount: 0,
    })),
  };

  test("before the start stops everything", async () => {
    const signal = AbortSignal.abort(new Error("enough"));
    await expect(segment(mall, { signal })).rejects.toThrow("enough");
  });

  test("is heard while features are chosen and scaled", async () => {
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 0);
    let begun = false;
    const onProgress = ({ stage }: SegmentProgress) => {
      begun ||= stage !== "preparing";
    };
    await expect(segment(large, { k: 3, signal: stop.signal, onProgress })).rejects.toMatchObject({
      name: "AbortError",
    });
    expect(begun).toBe(false);
  });

  test("is heard while clusters are looked for", async () => {
    const stop = new AbortController();
    const onProgress = ({ stage }: SegmentProgress) => {
      if (stage !== "preparing") stop.abort();
    };
    const found = segment(large, { k: 3, signal: stop.signal, onProgress });
    await expect(found).rejects.toMatchObject({ name: "AbortError" });
  });
});

describe("refused is", () => {
  test("what core checks, by its own error", async () => {
    await expect(segment(mall, { restarts: 0 })).rejects.toBeInstanceOf(KentroError);
    await expect(segment(mall, { seed: -1, k: 2 })).rejects.toMatchObject({ code: "INVALID_OPTION" });
    await expect(segment(mall, { threads: 0.5, k: 2 })).rejects.toMatchObject({ code: "INVALID_OPTION" });
  });

  test("more segments than rows that differ", async () => {
    await expect(segment(mall, { k: 201 })).rejects.toMatchObject({ code: "TOO_FEW_DISTINCT_ROWS" });
  });

  test("one distinct row, whether k is given or not", async () => {
    const table = tableOf({ a: [2, 2, 2] });
    for (const k of [2, "auto"] as const) {
      await expect(segment(table, { features: ["a"], scale: "none", k })).rejects.toThrow(
        "There is nothing to tell apart",
      );
    }
  });
});
