import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mall } from "../mall.ts";
import { Pace } from "../pace.ts";
import type { Table } from "../table.ts";
import { mallLabels } from "../testing/mall-labels.ts";
import { reordered, tableOf } from "../testing/table.ts";
import type { RuleColumn } from "./condition.ts";
import type { RuleCard } from "./rule-card.ts";
import { ruleCards } from "./rule-cards.ts";

type Cells = readonly (number | null)[] | readonly (string | null)[];

const columnsOf = ({ columns }: Table, names?: readonly string[]): readonly RuleColumn[] =>
  columns.filter((column): column is RuleColumn => {
    return (column.type === "numeric" || column.type === "text") && (names?.includes(column.name) ?? true);
  });

async function cardsOf(columns: Readonly<Record<string, Cells>>, labels: readonly number[], segments: number) {
  const rows = Int32Array.from(labels.keys());
  return await ruleCards(columnsOf(tableOf(columns)), rows, Int32Array.from(labels), segments, 0, new Pace());
}

/** Precision and recall of a rule counted by hand. */
function counted({ conditions }: RuleCard, columns: readonly RuleColumn[], labels: readonly number[], segment: number) {
  const named = labels.flatMap((label, row) => {
    const holds = conditions.every((condition) => {
      const column = columns.find(({ name }) => name === condition.column);
      if (column?.type === "numeric" && condition.type !== "is") {
        const value = column.values[row]!;
        return condition.type === "over" ? value > condition.threshold : value < condition.threshold;
      }
      if (column?.type !== "text" || condition.type !== "is") throw new Error("A condition is of its column's type");
      return condition.values.includes(column.categories[column.codes[row]!] ?? "");
    });
    return holds ? [label] : [];
  });
  const hits = named.filter((label) => label === segment).length;
  return { precision: hits / named.length, recall: hits / labels.filter((label) => label === segment).length };
}

describe("the mall's five segments by income and spending", () => {
  const features = ["Annual Income (k$)", "Spending Score (1-100)"];
  const mallCards = (table: Table, labels: Int32Array) =>
    ruleCards(columnsOf(table, features), Int32Array.from(labels.keys()), labels, 5, 0, new Pace());

  test("have the rules that a person would draw", async () => {
    const cards = await mallCards(mall, mallLabels);
    expect(cards.map((card) => card?.words)).toEqual([
      "income over 50 k$ and spending score under 40",
      "spending score between 39 and 62",
      "income over 60 k$ and spending score over 60",
      "income under 50 k$ and spending score over 60",
      "income under 40 k$ and spending score under 50",
    ]);
    expect(cards.every((card) => card?.sufficient)).toBe(true);
    expect(cards[0]?.sql).toBe('"Annual Income (k$)" > 50 AND "Spending Score (1-100)" < 40');
    expect(cards[0]?.conditions).toEqual([
      { column: "Annual Income (k$)", type: "over", threshold: 50 },
      { column: "Spending Score (1-100)", type: "under", threshold: 40 },
    ]);
  });

  test("have precision and recall as counted by hand", async () => {
    const cards = await mallCards(mall, mallLabels);
    for (const [segment, card] of cards.entries()) {
      expect(card).toMatchObject(counted(card!, columnsOf(mall), [...mallLabels], segment));
    }
    expect(cards[0]).toMatchObject({ precision: 35 / 37, recall: 1 });
  });

  test("have the same rules in any order of the customers", async () => {
    const cards = await mallCards(mall, mallLabels);
    await fc.assert(
      fc.asyncProperty(fc.infiniteStream(fc.nat()), async (keys) => {
        const keyed = [...mallLabels.keys()].map((row) => ({ row, key: keys.next().value ?? 0 }));
        const order = keyed.sort((a, b) => a.key - b.key).map(({ row }) => row);
        const labels = Int32Array.from(order, (row) => mallLabels[row]!);
        expect(await mallCards(reordered(mall, order), labels)).toEqual(cards);
      }),
      { seed: 8, numRuns: 8 },
    );
  });

  test("have the same rules whatever the numbers of the segments", async () => {
    const cards = await mallCards(mall, mallLabels);
    const turned = await mallCards(
      mall,
      mallLabels.map((label) => 4 - label),
    );
    expect(turned.toReversed()).toEqual(cards);
  });
});

describe("a rule", () => {
  test("has one threshold where one does", async () => {
    const [low, high] = await cardsOf(
      { Visits: [1, 2, 3, 11, 12, 13], Noise: [5, 1, 4, 2, 6, 3] },
      [0, 0, 0, 1, 1, 1],
      2,
    );
    expect([low?.words, high?.words]).toEqual(["visits under 7", "visits over 7"]);
    expect(high).toMatchObject({ precision: 1, recall: 1, sufficient: true });
  });

  test("has thresholds in few digits that name the same customers", async () => {
    const [, high] = await cardsOf({ income: [12.31, 43.377, 69.8371, 70.9113, 88.2, 93.1] }, [0, 0, 0, 1, 1, 1], 2);
    expect(high?.words).toBe("income over 70");
    const [, close] = await cardsOf({ income: [69.83, 69.84, 69.85, 69.86, 69.87, 69.88] }, [0, 0, 0, 1, 1, 1], 2);
    expect(close?.words).toBe("income over 69.85");
  });

  test("takes both sides of a column for a segment in its middle", async () => {
    const values = Array.from({ length: 30 }, (_, i) => i);
    const [middle] = await cardsOf(
      { age: values },
      values.map((value) => (value >= 10 && value < 20 ? 0 : 1)),
      2,
    );
    expect(middle?.words).toBe("age between 9 and 20");
    expect(middle).toMatchObject({ precision: 1, recall: 1 });
  });

  test("finds thresholds that tell together what neither tells alone", async () => {
    // Four places, two of them of one segment: each column alone is even.
    const cells = Array.from({ length: 80 }, (_, i) => ({ a: i % 2, b: (i >> 1) % 2, c: (i >> 2) % 2 }));
    const [own] = await cardsOf(
      { a: cells.map(({ a }) => a), b: cells.map(({ b }) => b), c: cells.map(({ c }) => c) },
      cells.map(({ a, b, c }) => (a + b + c === 3 ? 0 : 1)),
      2,
    );
    expect(own).toMatchObject({ precision: 1, recall: 1 });
    expect(own?.conditions.map(({ column }) => column)).toEqual(["a", "b", "c"]);
  });

  test("that three thresholds do not make good stands, and says so", async () => {
    // A segment in two corners that lie across.
    const cells = Array.from({ length: 40 }, (_, i) => ({ a: i % 2, b: (i >> 1) % 2 }));
    const [own] = await cardsOf(
      { a: cells.map(({ a }) => a), b: cells.map(({ b }) => b) },
      cells.map(({ a, b }) => (a === b ? 0 : 1)),
      2,
    );
    expect(own?.sufficient ?? false).toBe(false);
  });

  test("speaks of the values of a text column", async () => {
    const towns = ["Rome", "Rome", "Oslo", "Bonn", "O'Fallon", "Bonn", "Bonn", "O'Fallon"];
    const [own, rest] = await cardsOf({ Town: towns }, [1, 1, 1, 0, 0, 0, 0, 0], 2);
    expect(own?.words).toBe("town is Bonn or O'Fallon");
    expect(own?.sql).toBe(`"Town" IN ('Bonn', 'O''Fallon')`);
    expect(rest?.words).toBe("town is Rome or Oslo");
    const [single] = await cardsOf({ Town: towns }, [1, 1, 0, 0, 0, 0, 0, 0], 2);
    expect((await cardsOf({ Town: towns }, [0, 0, 1, 1, 1, 1, 1, 1], 2))[0]?.sql).toBe(`"Town" = 'Rome'`);
    expect(single?.conditions[0]?.type).toBe("is");
  });

  test("names nobody with a missing value", async () => {
    const [own] = await cardsOf({ a: [1, 2, null, 8, 9, null] }, [0, 0, 0, 1, 1, 1], 2);
    expect(own).toMatchObject({ words: "a under 5", precision: 1, recall: 2 / 3, sufficient: false });
  });
});

describe("there is no rule", () => {
  test("for one segment that holds everybody", async () => {
    expect(await cardsOf({ a: [1, 2, 3] }, [0, 0, 0], 1)).toEqual([null]);
  });

  test("where nothing tells the segments apart", async () => {
    expect(await cardsOf({ a: [5, 5, 5, 5] }, [0, 1, 0, 1], 2)).toEqual([null, null]);
  });
});

describe("of more than 20,000 customers", () => {
  const rows = 60_000;
  const values = Float64Array.from({ length: rows }, (_, i) => (i * 7919) % rows);
  const labels = Int32Array.from(values, (value) => (value >= 59_900 ? 1 : 0));
  const column = { name: "spent", type: "numeric" as const, values, missing: 0, unreadable: [], unreadableCount: 0 };
  const used = Int32Array.from(labels.keys());

  test("a sample is searched, and small segments have a rule nevertheless", async () => {
    const [, small] = await ruleCards([column], used, labels, 2, 3, new Pace());
    expect(small).toMatchObject({ precision: expect.any(Number), recall: expect.any(Number), sufficient: true });
    const over = small?.conditions[0];
    expect(over?.type === "over" && over.threshold > 59_800 && over.threshold < 59_920).toBe(true);
  });

  test("precision and recall are counted on all", async () => {
    const [, small] = await ruleCards([column], used, labels, 2, 3, new Pace());
    expect(small).toMatchObject(counted(small!, [column], [...labels], 1));
  });

  test("the same seed gives the same rules", async () => {
    const [one, two] = [
      await ruleCards([column], used, labels, 2, 3, new Pace()),
      await ruleCards([column], used, labels, 2, 3, new Pace()),
    ];
    expect(two).toEqual(one);
  });
});

test("precision and recall are those of the words, for any customers", async () => {
  const customer = fc.record({
    a: fc.oneof(fc.integer({ min: -3, max: 3 }), fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.constant(null)),
    b: fc.integer({ min: 0, max: 5 }),
    town: fc.constantFrom("x", "y", "z", null),
    label: fc.nat(2),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(customer, { minLength: 2, maxLength: 40 }), async (customers) => {
      const columns = columnsOf(
        tableOf({
          a: customers.map(({ a }) => a),
          b: customers.map(({ b }) => b),
          town: customers.map(({ town }) => town),
        }),
      );
      const labels = customers.map(({ label }) => label);
      const cards = await ruleCards(columns, Int32Array.from(labels.keys()), Int32Array.from(labels), 3, 0, new Pace());
      for (const [segment, card] of cards.entries()) {
        if (card === null) continue;
        expect(card).toMatchObject(counted(card, columns, labels, segment));
        expect(card.conditions.length).toBeLessThanOrEqual(3);
        expect(card.sufficient).toBe(Math.min(card.precision, card.recall) >= 0.75);
      }
    }),
    { seed: 9, numRuns: 150 },
  );
});
