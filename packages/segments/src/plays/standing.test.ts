import { expect, test } from "vitest";
import { Pace } from "../pace.ts";
import { summarize } from "../profile/numeric.ts";
import { standings } from "./standing.ts";

async function standing(columns: Readonly<Record<string, readonly number[]>>, labels: readonly number[]) {
  const rows = Int32Array.from(labels.keys());
  const made = [];
  for (const [name, values] of Object.entries(columns)) {
    const summary = await summarize(Float64Array.from(values), rows, Int32Array.from(labels), 2, new Pace());
    made.push({ name, summary });
  }
  return standings(made, 2);
}

test("a segment stands on a column by its level, and says so with numbers in the column's unit", async () => {
  const [first, second] = await standing({ "Annual Income (k$)": [10, 20, 90, 120] }, [0, 0, 1, 1]);
  expect(first).toEqual([
    {
      column: "Annual Income (k$)",
      role: "income",
      level: "very low",
      words: "income 15 k$ (all customers: 60 k$)",
    },
  ]);
  expect(second?.[0]?.words).toBe("income 105 k$ (all customers: 60 k$)");
});

test("of several columns of one role the first has it", async () => {
  const [first] = await standing({ monetary_total: [1, 2, 8, 9], revenue: [9, 8, 2, 1] }, [0, 0, 1, 1]);
  expect(first?.map(({ column, role }) => [column, role])).toEqual([
    ["monetary_total", "spending"],
    ["revenue", null],
  ]);
});

test("on a column that does not vary, or is empty for it, a segment has no standing", async () => {
  const columns = { same: [5, 5, 5, 5], age: [Number.NaN, Number.NaN, 30, 50] };
  expect(await standing(columns, [0, 0, 1, 1])).toEqual([[], []]);
});
