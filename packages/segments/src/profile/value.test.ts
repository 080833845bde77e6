import { describe, expect, test } from "vitest";
import { chooseFeatures } from "../columns/choice.ts";
import { Pace } from "../pace.ts";
import { tableOf } from "../testing/table.ts";
import { summarize } from "./numeric.ts";
import { valueColumn, worthOf } from "./value.ts";

type Columns = Readonly<Record<string, readonly (number | null)[] | readonly string[]>>;

async function columnOf(columns: Columns, asked?: string): Promise<string | null> {
  const table = tableOf(columns);
  const { choice } = await chooseFeatures(table, "all", undefined, new Pace());
  return valueColumn(table, choice, asked)?.name ?? null;
}

const numbers = [1.5, 2.5, 7];

describe("the column of value is", () => {
  test("the one whose name says money spent", async () => {
    expect(await columnOf({ Age: [30, 40, 50], "Total Spent": numbers })).toBe("Total Spent");
    expect(await columnOf({ Age: [30, 40, 50], Umsatz: numbers })).toBe("Umsatz");
  });

  test("the total where there is more than one", async () => {
    expect(await columnOf({ monetary_mean: numbers, monetary_total: numbers, revenue_may: numbers })).toBe(
      "monetary_total",
    );
  });

  test("none where several could be it", async () => {
    expect(await columnOf({ revenue_may: numbers, revenue_june: numbers })).toBeNull();
  });

  test("no score of spending, no constant, no identifier and no text", async () => {
    expect(await columnOf({ Age: [30, 40, 50], "Spending Score (1-100)": numbers })).toBeNull();
    expect(await columnOf({ Age: [30, 40, 50], Revenue: [5, 5, 5] })).toBeNull();
    expect(await columnOf({ Age: [30, 40, 50], "revenue id": [1, 2, 3] })).toBeNull();
    expect(await columnOf({ Age: [30, 40, 50], Revenue: ["much", "little", "none"] })).toBeNull();
  });

  test("the one asked for, by a part of its name, whatever that says", async () => {
    expect(await columnOf({ Age: [30, 40, 50], "Spending Score (1-100)": numbers }, "score")).toBe(
      "Spending Score (1-100)",
    );
  });

  test("refused where it is unknown, text or too large to add up", async () => {
    await expect(columnOf({ a: numbers }, "b")).rejects.toMatchObject({ code: "UNKNOWN_COLUMN" });
    await expect(columnOf({ a: numbers, b: ["x", "y", "z"] }, "b")).rejects.toMatchObject({ code: "NOT_NUMERIC" });
    await expect(columnOf({ a: numbers, b: [1, 2, 1e300] }, "b")).rejects.toMatchObject({
      code: "OUT_OF_RANGE",
      row: 3,
    });
  });

  test("passed over by default where it is too large to add up", async () => {
    expect(await columnOf({ Age: [30, 40, 50], Revenue: [1, 2, 1e300] })).toBeNull();
  });
});

describe("a segment's worth", () => {
  const worth = async (values: readonly number[], labels: readonly number[], shares: readonly number[]) => {
    const rows = Int32Array.from(values.keys());
    const summary = await summarize(
      Float64Array.from(values),
      rows,
      Int32Array.from(labels),
      shares.length,
      new Pace(),
    );
    return worthOf("spent", summary, shares);
  };

  test("is its sum, its share of all and its mean, over the customers who have a value", async () => {
    const { all, segments } = await worth([10, 30, Number.NaN, 60], [0, 0, 0, 1], [0.75, 0.25]);
    expect(all).toEqual({ column: "spent", total: 100, mean: 100 / 3 });
    expect(segments).toEqual([
      { total: 40, share: 0.4, mean: 20, high: false },
      { total: 60, share: 0.6, mean: 60, high: true },
    ]);
  });

  test("is high from a share of the value of 1.25 times the share of the customers", async () => {
    const { segments } = await worth([25, 75], [0, 1], [0.2, 0.8]);
    expect(segments.map((each) => each?.high)).toEqual([true, false]);
  });

  test("is no share of a sum that is not positive", async () => {
    const { segments } = await worth([-10, 4], [0, 1], [0.5, 0.5]);
    expect(segments).toEqual([
      { total: -10, share: null, mean: -10, high: false },
      { total: 4, share: null, mean: 4, high: false },
    ]);
  });

  test("is unknown where no customer has a value", async () => {
    const { segments } = await worth([10, Number.NaN], [0, 1], [0.5, 0.5]);
    expect(segments[1]).toBeNull();
    expect(await worth([Number.NaN, Number.NaN], [0, 1], [0.5, 0.5])).toEqual({ all: null, segments: [null, null] });
  });
});
