import { describe, expect, test } from "vitest";
import { mall } from "../mall.ts";
import { tableOf } from "../testing/table.ts";
import { findColumn } from "./find.ts";

describe("a column is found", () => {
  const table = tableOf({ Income: [1], income: [2], "Annual_Income (k$)": [3], "Income source": ["a"], Gender: ["m"] });

  test("by its exact name before any other", () => {
    expect(findColumn(table, "income").name).toBe("income");
    expect(findColumn(table, "Income").name).toBe("Income");
  });

  test("whatever the letter case and spacing", () => {
    expect(findColumn(mall, "AGE").name).toBe("Age");
    expect(findColumn(table, " annual income  (K$) ").name).toBe("Annual_Income (k$)");
  });

  test("by a part of its name where it is the only match", () => {
    expect(findColumn(mall, "income").name).toBe("Annual Income (k$)");
    expect(findColumn(mall, "spend").name).toBe("Spending Score (1-100)");
  });

  test("by a part of its name among the numeric columns first", () => {
    expect(findColumn(tableOf({ "Income source": ["a"], "Income (k$)": [1] }), "income").name).toBe("Income (k$)");
    expect(findColumn(mall, "gend").name).toBe("Gender");
  });
});

describe("a column is not found", () => {
  test("where several could be meant, and all are named", () => {
    const table = tableOf({ "Spend food": [1], "Spend drinks": [2] });
    expect(() => findColumn(table, "spend")).toThrow('"spend" could be any of "Spend food", "Spend drinks"');
    expect(() => findColumn(table, "spend")).toThrow(expect.objectContaining({ code: "AMBIGUOUS_COLUMN" }));
    expect(() => findColumn(tableOf({ AGE: [1], Age: [2] }), "age")).toThrow('"AGE", "Age"');
  });

  test("where there is none, and all and the nearest are named", () => {
    expect(() => findColumn(mall, "incmoe")).toThrow(
      'There is no column "incmoe". Did you mean "Annual Income (k$)"? ' +
        'The columns are "CustomerID", "Gender", "Age", "Annual Income (k$)", "Spending Score (1-100)".',
    );
    expect(() => findColumn(mall, "agee")).toThrow('Did you mean "Age"?');
    expect(() => findColumn(mall, "agee")).toThrow(expect.objectContaining({ code: "UNKNOWN_COLUMN" }));
  });

  test("where nothing is near, without a guess", () => {
    expect(() => findColumn(mall, "zebra")).toThrow('There is no column "zebra". The columns are');
    expect(() => findColumn(mall, "x".repeat(10_000))).toThrow("There is no column");
    expect(() => findColumn(mall, "")).toThrow('There is no column "". The columns are');
    expect(() => findColumn(tableOf({}), "zzz")).toThrow("There are no columns.");
  });
});
