import { mall, mallPreset, type Segmentation, segment, type Table } from "@kentro/segments";
import { beforeAll, describe, expect, test } from "vitest";
import { shownColumns } from "./columns.ts";
import { summary } from "./summary.ts";
import { tableOf } from "./testing/tables.ts";

async function said(table: Table, options: Parameters<typeof segment>[1]): Promise<readonly string[]> {
  const segmentation = await segment(table, options);
  return summary(segmentation, shownColumns(segmentation, table).shown);
}

describe("three sentences say", () => {
  test("what was found, how large it is, and who spends much", async () => {
    expect(await said(mall, { ...mallPreset, k: 5, resamples: 0 })).toEqual([
      "200 customers in 5 segments, as many as asked for; they stand clearly apart.",
      "The largest is A, “average income, average spending”, with 81 customers (40.5\u00a0%); " +
        "the smallest is E, “low income, high spending”, with 22 customers (11\u00a0%).",
      "B and E are high-spending: 31\u00a0% of the customers, with a mean Spending Score (1-100) of 82.1 and 79.4, " +
        "where all customers have 50.2.",
    ]);
  });

  test("who spends much by a column that was not asked for", async () => {
    expect((await said(mall, { features: ["age"], k: 2, resamples: 0 }))[2]).toMatch(/^A, .*, is high-spending: /);
  });

  test("what tells the segments apart where none spends much", async () => {
    const ages = tableOf({ age: [20, 21, 22, 20, 21, 60, 61, 62, 60, 61] });
    expect((await said(ages, { features: ["age"], k: 2, resamples: 0 }))[2]).toBe(
      "What tells them apart most is age: a mean of 20.8 in A and 60.8 in B, where all customers have 40.8.",
    );
  });
});

describe("the first sentence says", () => {
  let found: Segmentation;
  beforeAll(async () => {
    found = await segment(mall, { ...mallPreset, resamples: 0 });
  });
  const first = (changes: Partial<Segmentation>) => summary({ ...found, ...changes }, [])[0];

  test("how many segments the data has", () => {
    expect(first({})).toBe("200 customers fall into 5 clear segments.");
  });

  test("that there may be more, where the largest number tried is the best", () => {
    const elbow = { ...found.elbow!, curve: found.elbow!.curve.slice(0, 5) };
    expect(first({ elbow })).toBe("200 customers fall into at least 5 clear segments.");
  });

  test("what speaks against it", () => {
    const howMany = { ...found.howMany!, votes: { elbow: 5, silhouette: 6, stability: null } };
    const stability = { resamples: 50, resampleRows: 200, comparedRows: 200, seed: 0, segments: [], mean: 0.7 };
    expect(first({ howMany })).toBe("200 customers fall into 5 clear segments, though another measure speaks for 6.");
    expect(first({ howMany, stability })).toBe(
      "200 customers fall into 5 clear segments, though another measure speaks for 6 and " +
        "drawing the customers again finds other ones.",
    );
  });

  test("that there are no groups, before anything else", () => {
    const cut = "No clear structure: the 5 segments of 200 customers are a convenient cut, ";
    expect(first({ structure: "none" })).toBe(`${cut}not natural groups.`);
    expect(first({ structure: "weak" })).toBe(`${cut}perhaps not natural groups.`);
    expect(first({ structure: "none", elbow: null })).toBe(
      "No clear structure: the 5 segments of 200 customers, as many as asked for, are a convenient cut, not natural groups.",
    );
    expect(first({ structure: "weak", elbow: null })).toBe(
      "200 customers in 5 segments, as many as asked for; they stand apart only weakly.",
    );
  });
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
    ).toBe("B, “high income, high spending”, makes up 20\u00a0% of the customers and brings 60\u00a0% of revenue.");
  });

  test("several who do, together", async () => {
    expect(
      await bringing([
        [0.1, false],
        [0.5, true],
        [0.4, true],
      ]),
    ).toBe("B and C are high-spending: with 37\u00a0% of the customers they bring 90\u00a0% of revenue.");
  });

  test("that nobody does", async () => {
    expect(await bringing([[0.42, false]])).toBe(
      "A, “average income, average spending”, brings the largest part of revenue, 42\u00a0%, with 41\u00a0% of the customers; " +
        "no segment brings much more than its share of them.",
    );
  });
});

test("of segments too small to tell of it is not said that none brings much", async () => {
  const table = tableOf({ visits: [...Array(8).fill(1), ...Array(8).fill(9), 99], spend: [...Array(16).fill(5), 900] });
  const sentences = await said(table, { features: ["visits"], k: 3, value: "spend", resamples: 0 });
  expect(sentences[2]).toMatch(
    /^A, .*, brings the largest part of spend, 4\u00a0%, with 47\u00a0% of the customers\.$/,
  );
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
