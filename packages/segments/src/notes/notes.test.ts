import { describe, expect, test } from "vitest";
import { mall } from "../mall.ts";
import type { SegmentOptions } from "../options.ts";
import { Pace } from "../pace.ts";
import { prepare } from "../prepared.ts";
import type { Table } from "../table.ts";
import { tableOf, withUnreadable } from "../testing/table.ts";

const notes = async (table: Table, options: SegmentOptions = {}) =>
  (await prepare(table, options, 1, new Pace())).notes;
const sentences = async (table: Table, options: SegmentOptions = {}) => (await notes(table, options)).sentences;

/** Twelve customers with something of everything. */
const shop = tableOf({
  customer: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 11],
  income: [10, 20.5, 30, 40, 50, 60, 70, 80, 90, 100, null, 10],
  income_usd: [11, 22.55, 33, 44, 55, 66, 77, 88, 99, 110, null, 11],
  member: ["yes", "no", "no", "yes", null, "no", "yes", "no", "yes", "no", "no", "yes"],
  town: ["a", "b", null, "a", "b", "a", "b", "a", "b", "a", "b", "a"],
});

describe("the sentences of the notes", () => {
  test("say of a clean table what was taken and left, and on what scale", async () => {
    expect(await sentences(mall, { scale: "robust" })).toEqual([
      "200 rows read, all used.",
      "Clustered by Age, Annual Income (k$) and Spending Score (1-100).",
      "Numbers are scaled to median 0 and interquartile range 1.",
      "CustomerID left out: every value differs, it is an identifier.",
      "Gender left out: text, kept for the profile.",
    ]);
  });

  test("say everything that was done, most important first", async () => {
    const options: SegmentOptions = {
      ...{ id: "customer", features: ["income", "member"], categorical: ["town"], log: ["income"], clip: [0.1, 0.9] },
      ...{ missing: ["median", "category"], weights: { income: 2 } },
    };
    expect(await sentences({ ...shop, notes: ["income: read with decimal commas."] }, options)).toEqual([
      "12 rows read, all used.",
      "income: read with decimal commas.",
      "1 missing value of income became its median, 50.",
      "income is clipped at 11.05 and 89 (its quantiles 0.1 and 0.9): 4 values changed.",
      "1 missing value of member became its median, 0.",
      "1 row without town is a category of its own.",
      "Clustered by income, member and town.",
      "By their logarithm ln(1 + x): income.",
      "Yes counts as 1 and no as 0 in member.",
      "By their categories: town.",
      "income counts 2 times in squared distances.",
      "Numbers are scaled to mean 0 and standard deviation 1.",
      "customer left out: it names the customers.",
      "income_usd left out: not asked for.",
      "1 row has a customer that an earlier row has: a customer may be counted twice.",
      "1 row is the same as an earlier row in every column but identifiers.",
    ]);
  });

  test("say that rows seem to be orders, before anything that is made of them", async () => {
    const customer = Array.from({ length: 60 }, (_, row) => `C${row % 20}`);
    const orders = tableOf({ customer, amount: customer.map((_, row) => (row % 7) + 0.5) });
    expect((await sentences(orders))[1]).toBe(
      "customer names 20 customers in 60 rows: each row is segmented as a customer of its own; if they are orders, kentro rfm makes customers of them.",
    );
    expect((await notes(orders, { id: "customer" })).repeatedCustomers).toBeNull();
  });

  test("say how many rows were left out, and quote none of their cells: reports say it to others", async () => {
    const table = withUnreadable(shop, "income", [{ row: 0, value: "n/a" }]);
    const [rows] = await sentences(table, { features: ["income", "member"] });
    expect(rows).toBe("12 rows read, 9 used, 3 left out because a value that is needed is missing or unreadable.");
  });

  test("say of unreadable cells that were replaced that they were", async () => {
    const table = withUnreadable(shop, "income", [{ row: 0, value: "n/a" }]);
    expect(await sentences(table, { features: ["income"], missing: "median" })).toContain(
      "2 missing or unreadable values of income became its median, 55.",
    );
  });

  test("say that a copy of another column is left out by default, and counts twice where it is asked for", async () => {
    expect(await sentences(shop)).toContain("income_usd left out: it is income times 1.1.");
    expect(await sentences(shop, { features: ["income", "income_usd"] })).toContain(
      "income_usd is income times 1.1, so that it counts twice.",
    );
  });

  test("put columns that are left out for the same reason into one, and no more than a dozen names", async () => {
    const texts = Array.from({ length: 15 }, (_, i) => [`t${i}`, ["a", "b", "a"]] as const);
    const table = tableOf([["x", [1, 2.5, 4]], ["a,b", ["a", "b", "b"]], ...texts]);
    expect(await sentences(table)).toContain(
      '"a,b", t0, t1, t2, t3, t4, t5, t6, t7, t8, t9, t10 and 4 more left out: text, kept for the profile.',
    );
  });

  test("are safe to print, whatever a column is called", async () => {
    const said = await sentences(tableOf({ "a\u001b[2J": [1, 2.5], "b\u202e": ["x", "y"] }));
    expect(said.join("\n")).toContain("a<U+001B>[2J");
    expect(said.join(" ")).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  });
});

describe("repeated customers", () => {
  test("are those with an id that came before; a missing id is nobody's", async () => {
    const ids = tableOf({ ref: ["x", "y", "x", null, null, "x"], spend: [1, 2, 3, 4, 5, 6.5] });
    expect((await notes(ids, { id: "ref" })).repeatedIds).toBe(2);
    const numbers = tableOf({ ref: [7, 8, 7, null, null, null], spend: [1, 2, 3, 4, 5, 6.5] });
    expect((await notes(numbers, { id: "ref" })).repeatedIds).toBe(1);
  });

  test("are not known without an id, or where its values were not kept", async () => {
    expect((await notes(mall)).repeatedIds).toBeNull();
    const columns: Table["columns"] = [...mall.columns, { name: "email", type: "identifier", missing: 0 }];
    expect((await notes({ rows: 200, columns }, { id: "email" })).repeatedIds).toBeNull();
  });

  test("are rows that are the same but for identifiers", async () => {
    expect((await notes(tableOf({ id: [1, 2, 3], spend: [5, 5, 7], town: ["a", "a", "a"] }))).repeatedRows).toBe(1);
    expect((await notes(tableOf({ id: [1, 2, 3], spend: [5, 5, 7], town: ["a", "b", "a"] }))).repeatedRows).toBe(0);
  });

  test("are said not to be counted among many rows that chance makes the same", async () => {
    const many = tableOf({ age: Array.from({ length: 100_001 }, (_, row) => row % 60) });
    const { repeatedRows, sentences } = await notes(many);
    expect(repeatedRows).toBeNull();
    expect(sentences.at(-1)).toMatch(/^Rows that are the same were not counted: /);
  });
});

test("a shape is no longer told of once its suggestion was followed", async () => {
  const skewed = tableOf({ spend: Array.from({ length: 200 }, (_, i) => Math.exp(i / 30)) });
  expect((await notes(skewed)).shapes).toMatchObject([{ column: "spend", suggestion: "log" }]);
  expect((await notes(skewed, { log: ["spend"] })).shapes).toEqual([]);
});
