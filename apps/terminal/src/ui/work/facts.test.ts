import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { numbers, texts } from "../testing/made.ts";
import { factsOf, factsOfTable, MOST_SORTED } from "./facts.ts";
import type { ColumnFacts } from "./protocol.ts";

const ofNumbers = (values: readonly number[]): Extract<ColumnFacts, { type: "numeric" | "date" }> => {
  const facts = factsOf(numbers("income", values));
  if (facts.type !== "numeric") throw new Error("expected the facts of numbers");
  return facts;
};
const sum = (counts: readonly number[]): number => counts.reduce((all, each) => all + each, 0);

describe("the facts of numbers", () => {
  it("are the least, the mean, the quartiles and the most of those that are there", () => {
    const facts = ofNumbers([15, Number.NaN, 137, 61]);
    expect(facts).toMatchObject({ low: 15, high: 137, mean: 71, lower: 38, median: 61, upper: 99, sampled: null });
    expect(facts).toMatchObject({ cells: 3, distinct: 3, missingRows: [1] });
    expect(sum(facts.bins.counts)).toBe(3);
  });

  it("know no number of a column without any", () => {
    const facts = ofNumbers([Number.NaN]);
    expect(facts).toMatchObject({ low: Number.NaN, high: Number.NaN, mean: Number.NaN, median: Number.NaN });
    expect(facts).toMatchObject({ cells: 1, distinct: 0 });
  });

  it("do not overflow in the mean of huge numbers", () => {
    expect(ofNumbers([1.7e308, 1.7e308])).toMatchObject({ mean: 1.7e308, median: 1.7e308 });
  });

  it("have quartiles as numpy has them", () => {
    // numpy.quantile([3, 1, 4, 1, 5, 9, 2, 6], [.25, .5, .75])
    expect(ofNumbers([3, 1, 4, 1, 5, 9, 2, 6])).toMatchObject({ lower: 1.75, median: 3.5, upper: 5.25 });
  });

  it("give whole numbers bins of as many of them", () => {
    const counts = (values: number): readonly number[] =>
      ofNumbers(Array.from({ length: values }, (_, value) => value)).bins.counts;
    expect(counts(5)).toEqual([1, 1, 1, 1, 1]);
    expect(counts(100)).toEqual(new Array(100).fill(1));
    expect(counts(240)).toEqual(new Array(80).fill(3));
    expect(ofNumbers([3, 4, 4]).bins).toEqual({ extent: { low: 3, high: 5 }, counts: [1, 2] });
  });

  it("stop counting different values after a thousand", () => {
    const thousand = Array.from({ length: 1000 }, (_, value) => value / 7);
    expect(ofNumbers([...thousand, ...thousand]).distinct).toBe(1000);
    expect(ofNumbers([...thousand, -1]).distinct).toBeNull();
  });

  it("say that the quartiles of many values are those of some", () => {
    const rows = 3 * MOST_SORTED;
    // In order, and with a period that every third row would fall in with.
    const { sampled, lower, median, upper, low, high } = ofNumbers(
      Array.from({ length: rows }, (_, row) => row + (row % 3) * rows),
    );
    expect(sampled).toBe(MOST_SORTED);
    expect([low, high]).toEqual([0, 3 * rows - 1]);
    for (const [found, expected] of [lower, median, upper].map((value, index) => [value, (index + 1) * 0.75 * rows])) {
      expect(Math.abs(found! - expected!) / rows).toBeLessThan(0.02);
    }
  });

  it("hold every value once in their bins, between its ends", () => {
    const values = fc.array(fc.oneof(fc.integer({ min: -90, max: 90 }), fc.double({ noDefaultInfinity: true })), {
      minLength: 1,
    });
    fc.assert(
      fc.property(values, (some) => {
        const facts = ofNumbers(some);
        const known = some.filter((value) => !Number.isNaN(value));
        expect(sum(facts.bins.counts)).toBe(known.length);
        if (known.length === 0) return;
        const ascending = [facts.low, facts.lower, facts.median, facts.upper, facts.high];
        expect([...ascending].sort((a, b) => a - b)).toEqual(ascending);
      }),
    );
  });
});

describe("the facts of other columns", () => {
  it("are the widths of text in cells, as it is shown, and its most frequent values", () => {
    const facts = factsOf(texts("city", ["年収", "a\u001b", null, "a\u001b"]));
    expect(facts).toEqual({
      ...{ type: "text", distinct: 2, cells: 4, missingRows: [2] },
      top: [
        { value: "a\u001b", count: 2 },
        { value: "年収", count: 1 },
      ],
    });
  });

  it("are those of a scale for dates, and nothing for what is not held", () => {
    const date = { ...numbers("since", [20_000, 20_010, Number.NaN]), type: "date" } as const;
    expect(factsOf(date)).toMatchObject({ type: "date", low: 20_000, high: 20_010, median: 20_005, cells: 19 });
    expect(factsOf({ name: "key", type: "identifier", missing: 0 })).toEqual({ type: "identifier", cells: 8 });
  });
});

describe("the facts of a table", () => {
  it("come column by column, until they are not wanted any more", async () => {
    const table = { rows: 1, columns: [numbers("a", [1]), texts("b", ["x"])] };
    expect((await factsOfTable(table, new AbortController().signal)).map(({ type }) => type)).toEqual([
      "numeric",
      "text",
    ]);
    await expect(factsOfTable(table, AbortSignal.abort())).rejects.toThrow();
  });
});
