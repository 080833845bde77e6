import { describe, expect, test } from "vitest";
import { mall } from "../mall.ts";
import { Pace } from "../pace.ts";
import type { Table } from "../table.ts";
import { tableOf, withUnreadable } from "../testing/table.ts";
import { chooseFeatures } from "./choice.ts";

const choose = (table: Table, asked: readonly string[] | "all", id?: string) =>
  chooseFeatures(table, asked, id, new Pace());
const names = async (table: Table, asked: readonly string[] | "all", id?: string) =>
  (await choose(table, asked, id)).features.map(({ name }) => name);
const words = async (table: Table, asked: readonly string[] | "all", id?: string) =>
  (await choose(table, asked, id)).choice.columns.map((column) => column.words);

describe("by default", () => {
  test("every numeric column but the identifier is taken, and all is said", async () => {
    expect(await names(mall, "all")).toEqual(["Age", "Annual Income (k$)", "Spending Score (1-100)"]);
    expect(await words(mall, "all")).toEqual([
      "CustomerID left out: every value differs, it is an identifier",
      "Gender left out: text, kept for the profile",
      "Age taken: numbers that vary",
      "Annual Income (k$) taken: numbers that vary",
      "Spending Score (1-100) taken: numbers that vary",
    ]);
  });

  test("constants and mostly empty columns are left out", async () => {
    const table = tableOf({
      x: [1, 2, 3.5, null],
      same: [15, 15, 15, null],
      once: [null, null, null, 1],
      half: [1, null, 2, null],
      none: [null, null, null, null],
    });
    expect(await names(table, "all")).toEqual(["x", "half"]);
    expect((await words(table, "all")).filter((it) => it.includes("left out"))).toEqual([
      "same left out: every value is 15",
      "once left out: 75 % of its cells have no number",
      "none left out: no cell has a number",
    ]);
  });

  test("a column with one number among many rows is not wholly empty", async () => {
    const rare = Array.from({ length: 1000 }, (_, i) => (i === 5 ? 1 : null));
    const table = tableOf({ x: rare.map((_, i) => (i * i) % 97), rare });
    expect((await words(table, "all")).at(-1)).toBe("rare left out: 99 % of its cells have no number");
  });

  test("text is left out with what becomes of it", async () => {
    const many = Array.from({ length: 60 }, (_, i) => `t${i}`);
    const table: Table = {
      rows: 60,
      columns: [
        ...tableOf({ x: many.map((_, i) => i / 2), many, same: many.map(() => "a") }).columns,
        { name: "email", type: "identifier", missing: 0 },
        { name: "empty", type: "text", codes: new Int32Array(60).fill(-1), categories: [], missing: 60 },
      ],
    };
    expect((await words(table, "all")).slice(1)).toEqual([
      "many left out: text with 60 different values, too many to profile",
      "same left out: text, the same in every row",
      "email left out: text with so many values that it is an identifier",
      "empty left out: every cell is empty",
    ]);
  });

  test("numbers that only people can read are left out with the cure", async () => {
    const table = tableOf({ x: [1, 2, 4], spend: ["2177,83", "12,5", "7"], price: ["$12", "$13", "$14"] });
    expect((await words(table, "all")).slice(1)).toEqual([
      "spend left out: text that may be numbers; to use it, write them like 1234.5",
      "price left out: text that may be numbers; to use it, write them like 1234.5",
    ]);
    await expect(choose(table, ["spend"])).rejects.toThrow(
      'Column "spend" holds text, not numbers: row 1 has "2177,83". Write its numbers like 1234.5.',
    );
  });

  test("the id column is left out", async () => {
    expect(await names(mall, "all", "age")).toEqual(["Annual Income (k$)", "Spending Score (1-100)"]);
    expect((await words(mall, "all", "age"))[2]).toBe("Age left out: it names the customers");
  });

  test("a table without a column to take is refused with the reasons", async () => {
    const table = tableOf({ id: [1, 2], Town: ["a", "b"] });
    await expect(choose(table, "all")).rejects.toThrow(
      "There is no numeric column to cluster by: id left out: every value differs, it is an identifier; " +
        "Town left out: text, kept for the profile.",
    );
    await expect(choose({ rows: 0, columns: [] }, "all")).rejects.toThrow("the table has no columns");
  });
});

describe("copies", () => {
  const spend = [12, 99, 31, 8, 45, 77, 23, 61, 5, 88, 40, 19];
  const table = tableOf({ spend, spend_eur: spend.map((each) => each * 1.1), visits: spend.map((each) => each % 7) });

  test("of an earlier column are left out by default, and said", async () => {
    expect(await names(table, "all")).toEqual(["spend", "visits"]);
    expect((await words(table, "all"))[1]).toBe("spend_eur left out: it is spend times 1.1");
    expect((await choose(table, "all")).choice.columns[1]?.reason).toBe("duplicate");
  });

  test("are taken where they are asked for", async () => {
    expect(await names(table, ["spend_eur", "spend"])).toEqual(["spend_eur", "spend"]);
  });
});

describe("yes and no", () => {
  const table = tableOf({ spend: [1, 2.5, 9], member: ["yes", "No", null] });

  test("are left to the profile by default, with what they could be", async () => {
    expect(await names(table, "all")).toEqual(["spend"]);
    expect((await words(table, "all"))[1]).toBe(
      "member left out: yes and no, kept for the profile; asked for, they count as 1 and 0",
    );
  });

  test("are numbers where they are asked for, in the table too", async () => {
    const chosen = await choose(table, ["member", "spend"]);
    expect(chosen.features.map(({ values }) => [...values])).toEqual([
      [1, 0, Number.NaN],
      [1, 2.5, 9],
    ]);
    expect(chosen.table.columns[1]).toBe(chosen.features[0]);
    expect(chosen.choice.columns[1]?.words).toBe("member taken: asked for, yes as 1 and no as 0");
  });
});

describe("categories", () => {
  const table = tableOf({ spend: [1, 2.5, 9], children: [0, 2, 0], town: ["a", "b", "a"] });
  const chosen = (asked: readonly string[] | "all", categorical: readonly string[], id?: string) =>
    chooseFeatures(table, asked, id, new Pace(), categorical);

  test("stand beside the default's numbers, which they are no more", async () => {
    const { features, categories, choice, table: taken } = await chosen("all", ["town", "child"]);
    expect(features.map(({ name }) => name)).toEqual(["spend"]);
    expect(categories.map(({ name, categories: values }) => [name, values])).toEqual([
      ["town", ["a", "b"]],
      ["children", ["0", "2"]],
    ]);
    expect(taken.columns[1]).toBe(categories[1]);
    expect(choice.columns.map(({ words: said }) => said)).toEqual([
      "spend taken: numbers that vary",
      'children taken: asked for as "child", as a category',
      "town taken: asked for, as a category",
    ]);
  });

  test("may be asked for alone, twice, and among the features", async () => {
    const { features, categories } = await chosen(["children", "spend"], ["children", "town", "Town"]);
    expect(features.map(({ name }) => name)).toEqual(["spend"]);
    expect(categories.map(({ name }) => name)).toEqual(["children", "town"]);
    expect((await chosen([], ["town"])).features).toEqual([]);
  });

  test("are not the id", async () => {
    await expect(chosen("all", ["town"], "town")).rejects.toThrow('Column "town" cannot be both the id and a feature.');
  });

  test("are pointed to where text is asked for as a number", async () => {
    await expect(chosen(["town"], [])).rejects.toThrow(
      'Column "town" holds text, not numbers: row 1 has "a". It can be clustered by as a category: name it in categorical.',
    );
  });
});

describe("by name", () => {
  test("the order asked for is kept, and a column named twice counts once", async () => {
    expect(await names(mall, ["spending", "age", "Age", "Spending Score (1-100)"])).toEqual([
      "Spending Score (1-100)",
      "Age",
    ]);
    expect(await words(mall, ["spending", "Age"])).toEqual([
      "CustomerID left out: every value differs, it is an identifier",
      "Gender left out: text, kept for the profile",
      "Age taken: asked for",
      "Annual Income (k$) left out: not asked for",
      'Spending Score (1-100) taken: asked for as "spending"',
    ]);
  });

  test("a postal code is left out unless it is asked for", async () => {
    const table = tableOf({ Zip: [1001, 1001, 90_210, 60_601], Spending: [2, 1, 4, 9] });
    expect(await words(table, "all")).toEqual([
      "Zip left out: a postal code is no measure",
      "Spending taken: numbers that vary",
    ]);
    expect(await names(table, ["Zip"])).toEqual(["Zip"]);
  });

  test("an identifier is taken where it is asked for", async () => {
    expect(await names(mall, ["CustomerID"])).toEqual(["CustomerID"]);
  });

  test("text is refused with the first value that is no number", async () => {
    const table = tableOf({ Income: [null, "12", "n/a", "15"] });
    await expect(names(table, ["Income"])).rejects.toThrow('Column "Income" holds text, not numbers: row 3 has "n/a".');
    await expect(names(table, ["Income"])).rejects.toThrow(
      expect.objectContaining({ code: "NOT_NUMERIC", row: 3, column: "Income" }),
    );
    const email: Table = { rows: 1, columns: [{ name: "email", type: "identifier", missing: 0 }] };
    await expect(names(email, ["email"])).rejects.toThrow('Column "email" holds text, not numbers.');
  });

  test("a column without a number is refused", async () => {
    const table = withUnreadable(tableOf({ Income: [null, 1, 2] }), "Income", [
      { row: 1, value: "x" },
      { row: 2, value: "y" },
    ]);
    await expect(names(table, ["Income"])).rejects.toThrow(
      'Column "Income" has no number in it: every cell is empty or unreadable; row 2 has "x".',
    );
    const empty: Table = {
      rows: 1,
      columns: [{ name: "Income", type: "text", codes: Int32Array.of(-1), categories: [], missing: 1 }],
    };
    await expect(names(empty, ["Income"])).rejects.toThrow('Column "Income" is empty.');
  });

  test("no name, and the id as a feature, are refused", async () => {
    await expect(names(mall, [])).rejects.toThrow("Expected at least one feature");
    await expect(names(mall, ["age"], "Age")).rejects.toThrow('Column "Age" cannot be both the id and a feature.');
  });

  test("what is said of a column has no control characters in it", async () => {
    expect(await words(tableOf({ "a\u001b[2Jb": [1, 2] }), "all")).toEqual(["a<U+001B>[2Jb taken: numbers that vary"]);
  });
});
