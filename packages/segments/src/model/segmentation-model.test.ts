import { beforeAll, describe, expect, test } from "vitest";
import { mall, mallPreset } from "../mall.ts";
import type { SegmentOptions } from "../options.ts";
import { segment } from "../segment.ts";
import type { Segmentation } from "../segmentation.ts";
import { reordered, tableOf, withUnreadable } from "../testing/table.ts";
import { SegmentationModel } from "./segmentation-model.ts";

let found: Segmentation;
let model: SegmentationModel;

beforeAll(async () => {
  found = await segment(mall, { ...mallPreset, k: 5 });
  model = SegmentationModel.fromJSON(JSON.parse(JSON.stringify(found.model)));
});

const columnsOf = (income: readonly (number | null)[], score: readonly (number | null)[]) =>
  tableOf({ "Annual Income (k$)": income, "Spending Score (1-100)": score });

describe("a saved segmentation", () => {
  test("is what it was, read again", () => {
    expect(model.toJSON()).toEqual(found.model.toJSON());
    expect(model.segments).toEqual(found.model.segments);
    expect(model.centroids).toEqual(found.segments.map(({ centroid }) => centroid));
  });

  test("names its format and version, features, scale, seed and rows, and no customer", () => {
    const saved = model.toJSON();
    expect(Object.keys(saved)).toEqual([
      "format",
      "version",
      "rows",
      "seed",
      "scale",
      "features",
      "segments",
      "kmeans",
      "training",
    ]);
    expect([saved.format, saved.version, saved.rows, saved.seed, saved.scale]).toEqual([
      "kentro-segmentation",
      1,
      200,
      0,
      "standard",
    ]);
    expect(saved.features[0]).toEqual({
      ...{ name: "Annual Income (k$)", type: "numeric", yesNo: false, log: false, clip: null, missing: null },
      ...{ center: expect.closeTo(60.56, 12), spread: expect.closeTo(26.19897707926781, 12), weight: 1 },
    });
    expect(saved.kmeans).not.toHaveProperty("labels");
  });

  test("has the centroids in the file's units beside the scaled ones", () => {
    const [largest] = model.toJSON().segments;
    expect(largest).toMatchObject({ letter: "A", name: "average income, average spending", size: 81, share: 0.405 });
    expect(largest?.centroid?.[0]).toBeCloseTo(55.2962962962963, 9);
    expect(largest?.centroid?.[1]).toBeCloseTo(49.51851851851852, 9);
  });

  test("is the same text each time", async () => {
    const again = await segment(mall, { ...mallPreset, k: 5 });
    expect(JSON.stringify(again.model)).toBe(JSON.stringify(found.model));
  });
});

describe("prediction", () => {
  test("gives the customers that the model was found on the labels they had", async () => {
    const { labels, rows, segments } = await model.predict(mall);
    expect(labels).toEqual(found.labels);
    expect(rows).toBe(200);
    expect(segments.map(({ letter, name, size, share }) => ({ letter, name, size, share }))).toEqual(
      found.segments.map(({ letter, name, size, share }) => ({ letter, name, size, share })),
    );
  });

  test.each(["standard", "minmax", "robust", "none"] as const)("does so with scale %s", async (scale) => {
    const { labels, model: other } = await segment(mall, { scale, k: 6 });
    expect((await other.predict(mall)).labels).toEqual(labels);
  });

  test("needs its features alone, under whatever letter case, in any order of columns", async () => {
    const table = tableOf({ "spending score (1-100)": [90, 10], "ANNUAL INCOME (K$)": [90, 90], Town: ["a", "b"] });
    const { labels } = await model.predict(table);
    expect([...labels].map((id) => model.segments[id]?.name)).toEqual([
      "high income, high spending",
      "high income, low spending",
    ]);
  });

  test("counts the customers of the table, not those of the model", async () => {
    const { segments, rows } = await model.predict(columnsOf([90, 90, 90], [90, 91, 10]));
    expect(rows).toBe(3);
    expect(segments.map(({ letter, size, share }) => [letter, size, share])).toEqual([
      ["A", 0, 0],
      ["B", 2, 2 / 3],
      ["C", 1, 1 / 3],
      ["D", 0, 0],
      ["E", 0, 0],
    ]);
  });

  test("leaves out rows with a missing or unreadable value, and lists them", async () => {
    const table = withUnreadable(columnsOf([90, null, 20], [90, 50, 1]), "Spending Score (1-100)", [
      { row: 2, value: "?" },
    ]);
    const { labels, rows, leftOut } = await model.predict(table);
    expect([...labels]).toEqual([1, -1, -1]);
    expect(rows).toBe(1);
    expect(leftOut.cells).toEqual([
      { row: 2, column: "Annual Income (k$)", value: "" },
      { row: 3, column: "Spending Score (1-100)", value: "?" },
    ]);
  });

  test("of a table without usable rows labels none", async () => {
    const { labels, rows, segments } = await model.predict(columnsOf([null, 1], [1, null]));
    expect([...labels, rows]).toEqual([-1, -1, 0]);
    expect(segments.every(({ size, share }) => size === 0 && share === 0)).toBe(true);
    expect((await model.predict(columnsOf([], []))).labels.length).toBe(0);
  });

  test("does not depend on the order of the rows", async () => {
    const order = Array.from({ length: 200 }, (_, i) => (i * 77) % 200);
    const { labels } = await model.predict(reordered(mall, order));
    expect([...labels]).toEqual(order.map((row) => found.labels[row]));
  });

  test("of a table that lacks a feature says which, and what there is", async () => {
    const refused = model.predict(tableOf({ Income: [1], "Spending Score (1-100)": [1] }));
    await expect(refused).rejects.toThrow(
      'The model needs a column "Annual Income (k$)", and the table has none. ' +
        'Its columns: "Income", "Spending Score (1-100)".',
    );
    await expect(refused).rejects.toMatchObject({ code: "UNKNOWN_COLUMN", column: "Annual Income (k$)" });
  });

  test("of text, or of a number beyond all reason, says where", async () => {
    const text = tableOf({ "Annual Income (k$)": ["1", "many"], "Spending Score (1-100)": [1, 2] });
    await expect(model.predict(text)).rejects.toMatchObject({ code: "NOT_NUMERIC", row: 2 });
    await expect(model.predict(columnsOf([1, 1e308], [1, 2]))).rejects.toMatchObject({
      code: "OUT_OF_RANGE",
      row: 2,
      column: "Annual Income (k$)",
    });
  });

  test("of a part of a table counts rows from its start", async () => {
    const part = withUnreadable(columnsOf([90, 20], [90, 50]), "Annual Income (k$)", [{ row: 1, value: "?" }]);
    const { leftOut } = await model.predict(part, { rowOffset: 1000 });
    expect(leftOut.cells).toEqual([{ row: 1002, column: "Annual Income (k$)", value: "?" }]);
    await expect(model.predict(columnsOf([1, 1e308], [1, 2]), { rowOffset: 1000 })).rejects.toMatchObject({
      row: 1002,
    });
  });

  test("of a part whose cells are all empty labels none of it", async () => {
    const { labels, leftOut } = await model.predict(columnsOf([null, null], [1, 2]));
    expect([...labels, leftOut.count]).toEqual([-1, -1, 2]);
  });

  test("stops where it is aborted", async () => {
    await expect(model.predict(mall, { signal: AbortSignal.abort() })).rejects.toMatchObject({ name: "AbortError" });
  });
});

describe("customers as points", () => {
  test("are the scaled features of the rows that can be used", async () => {
    const table = columnsOf([60.56, null, 60.56 + 26.19897707926781], [50.2, 1, 50.2]);
    const { rows, points, leftOut } = await model.points(table);
    expect([...rows]).toEqual([0, 2]);
    expect([points.rows, points.columns, leftOut.count]).toEqual([2, 2, 1]);
    expect([...points.data].map((value) => Math.round(value * 1e9) / 1e9 + 0)).toEqual([0, 0, 1, 0]);
  });

  test("are none where no row can be used", async () => {
    const { points } = await model.points(columnsOf([null, 1], [1, null]));
    expect([points.rows, points.columns]).toEqual([0, 2]);
  });
});

describe("a model of numbers and categories", () => {
  const customers = Array.from({ length: 40 }, (_, i) => i);
  const shop = tableOf({
    income: customers.map((i) => (i < 37 ? 100 + (i % 7) : 9000 + i)),
    member: customers.map((i) => (i % 5 === 0 ? null : i % 2 === 0 ? "yes" : "No")),
    town: customers.map((i) => (i >= 37 ? "Delos" : i % 3 === 0 ? "Athens" : "Patras")),
    children: customers.map((i) => i % 3),
  });
  const options: SegmentOptions = {
    ...{ features: ["income", "member"], categorical: ["town", "children"], log: ["income"], k: 2, resamples: 0 },
    ...{ missing: ["median", "category"], weights: { income: 50 } },
  };

  test("says how each column is prepared, and what its segments are like", async () => {
    const { model: shops, features, segments } = await segment(shop, options);
    const saved = shops.toJSON();
    expect(features).toEqual(["income", "member", "town", "children"]);
    expect(saved.features).toMatchObject([
      { name: "income", type: "numeric", log: true, yesNo: false, missing: 103, weight: 50 },
      { name: "member", type: "numeric", log: false, yesNo: true, missing: 0.5 },
      { name: "town", type: "category", values: "text", categories: ["Athens", "Delos", "Patras"], weight: 1 },
      { name: "children", type: "category", values: "number", categories: ["0", "1", "2"], missing: true },
    ]);
    const [large] = saved.segments;
    expect(large?.size).toBe(37);
    expect(large?.centroid?.[0]).toBeCloseTo(102.9, 0);
    expect(large?.centroid?.[2]).toEqual([13 / 37, 0, 24 / 37, 0].map((share) => expect.closeTo(share, 12)));
    expect(segments[0]?.centroid.length).toBe(2);
  });

  test("tells nothing but the size of a segment of under five customers", async () => {
    const { model: shops } = await segment(shop, options);
    const [, small] = shops.toJSON().segments;
    expect(small).toMatchObject({ size: 3, share: 3 / 40, centroid: null });
  });

  test("puts customers of other tables into its segments", async () => {
    const { model: shops, labels } = await segment(shop, options);
    const table = tableOf({
      INCOME: [101, 9000, null],
      Member: ["ja", "false", "perhaps"],
      town: ["Athens", "Delos", null],
      children: ["1", "2", null],
    });
    const found = await SegmentationModel.fromJSON(JSON.parse(JSON.stringify(shops))).predict(table);
    expect([...found.labels]).toEqual([labels[0], labels[39], labels[0]]);
    expect(found.leftOut.count).toBe(0);
  });

  test("refuses a category that it does not know, with row, column and value", async () => {
    const { model: shops } = await segment(shop, options);
    const table = tableOf({ income: [1, 2], member: ["no", "no"], town: ["Athens", "Rome"], children: [1, 1] });
    await expect(shops.predict(table)).rejects.toThrow(
      'Column "town", row 2: "Rome" is a category that the model does not know. It knows "Athens", "Delos", "Patras".',
    );
    const more = tableOf({ income: [1], member: ["no"], town: ["Athens"], children: [9] });
    await expect(shops.predict(more, { rowOffset: 7 })).rejects.toMatchObject({
      ...{ code: "UNKNOWN_CATEGORY", row: 8, column: "children" },
    });
  });
});
