import { mall, mallPreset, segment, type Table } from "@kentro/segments";
import { describe, expect, test } from "vitest";
import { shownColumns } from "./columns.ts";
import { summary } from "./summary.ts";
import { tableOf } from "./testing/tables.ts";

async function said(table: Table, options: Parameters<typeof segment>[1]): Promise<readonly string[]> {
  const segmentation = await segment(table, options);
  return summary(segmentation, shownColumns(segmentation, table).shown);
}

test("three sentences say what was found, how large it is, and what tells it apart", async () => {
  const [headline, sizes, difference, ...more] = await said(mall, { ...mallPreset, k: 5 });
  expect(headline).toBe((await segment(mall, { ...mallPreset, k: 5, resamples: 0 })).headline);
  expect(sizes).toBe(
    "The largest is A, “average income, average spending”, with 81 customers (40.5\u00a0%), " +
      "the smallest E, “low income, high spending”, with 22 customers (11\u00a0%).",
  );
  expect(difference).toBe(
    "What tells them apart most is Spending Score (1-100): a mean of 17.1 in C and 82.1 in B, " +
      "where all customers have 50.2.",
  );
  expect(more).toEqual([]);
});

describe("where a column says what customers are worth, the third sentence is of money:", () => {
  const bringing = async (shares: readonly (readonly [share: number, high: boolean])[]) => {
    const found = await segment(mall, { ...mallPreset, k: 5, resamples: 0 });
    const segments = found.segments.map((each, i) => {
      const [share = 0, high = false] = shares[i] ?? [];
      return { ...each, value: { total: share * 1000, share, mean: 1, high } };
    });
    const value = { column: "revenue", total: 1000, mean: 5 };
    return summary({ ...found, segments, value }, [])[2];
  };

  test("who spends most", async () => {
    expect(
      await bringing([
        [0.3, false],
        [0.6, true],
      ]),
    ).toBe("B, “high income, high spending”, is 20\u00a0% of the customers and brings 60\u00a0% of revenue.");
  });

  test("several who do, together", async () => {
    expect(
      await bringing([
        [0.1, false],
        [0.5, true],
        [0.4, true],
      ]),
    ).toBe("B and C spend most: 37\u00a0% of the customers, they bring 90\u00a0% of revenue.");
  });

  test("that nobody does", async () => {
    expect(await bringing([[0.42, false]])).toBe(
      "No segment brings much more of revenue than its share of the customers; the most, 42\u00a0%, comes from A, " +
        "“average income, average spending”, with 41\u00a0% of the customers.",
    );
  });
});

describe("where there is less to say", () => {
  test("one segment is a sentence", async () => {
    expect(await said(mall, { k: 1 })).toEqual(["1 segment of 200 customers: everybody."]);
  });

  test("equal sizes are said once", async () => {
    const table = tableOf({ income: [1, 2, 1.5, 1, 2, 90, 91, 90.5, 91, 92] });
    expect((await said(table, { features: ["income"], k: 2 }))[1]).toBe("Each of them has 5 customers.");
  });

  test("means of fewer than five customers are not told", async () => {
    const table = tableOf({ income: [1, 2, 1.5, 1, 2, 90, 91] });
    const sentences = await said(table, { features: ["income"], k: 2 });
    expect(sentences.length).toBe(2);
    expect(sentences.join(" ")).not.toContain("90.5");
  });
});
