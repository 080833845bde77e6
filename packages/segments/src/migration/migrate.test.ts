import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Table } from "../table.ts";
import { reordered, tableOf } from "../testing/table.ts";
import { type MigrateOptions, migrate } from "./migrate.ts";
import type { Migration } from "./migration.ts";

/** A labelled table from lines of id, segment and revenue; a cell of "-" is empty. */
function table(lines: string, names: Readonly<Record<string, string>> | null = null): Table {
  const cells = lines
    .trim()
    .split("\n")
    .map((line) =>
      line
        .trim()
        .split(/\s+/)
        .map((cell) => (cell === "-" ? null : cell)),
    );
  const letters = cells.map(([, letter]) => letter ?? null);
  return tableOf([
    ["Customer ID", cells.map(([id]) => id ?? null)],
    ["revenue", cells.map(([, , revenue]) => (revenue == null ? null : Number(revenue)))],
    ["segment", letters],
    ...(names === null ? [] : [["segment_name", letters.map((letter) => letter && names[letter]!)] as const]),
  ]);
}

const names = { A: "high spending", B: "low spending", C: "new" };
const june = `
  ann A 100
  bob A 80
  cid B 10
  dee B 20
  eve B -
  fay - 5
  gus A 70
  ann B 999
  -   A 1
  hal B 1.5`;
const july = `
  cid B 12
  ann A 120
  bob B 30
  dee A 90.25
  eve C -
  fay A 50
  ida C 7
  gus B 0.1
  hal - 2`;

const options: MigrateOptions = { id: "customer", value: "rev" };

function cell(migration: Migration, from: string, to: string) {
  return migration.matrix.flat().find((each) => each.from === from && each.to === to);
}

describe("by letters, where both tables mean the same by them", () => {
  const found = migrate(table(june, names), table(july, names), options);

  test("who moved is counted by where from and where to", async () => {
    const { matrix, matched } = await found;
    expect(matched).toBe("letters");
    expect(matrix.map((row) => row.map(({ customers }) => customers))).toEqual([
      [1, 2, 0],
      [1, 1, 1],
    ]);
    expect(cell(await found, "A", "B")).toEqual({
      ...{ from: "A", to: "B", customers: 2, share: 2 / 3, moved: true },
      value: { before: 150, after: 30.1 },
    });
    expect(cell(await found, "B", "B")).toMatchObject({ moved: false, share: 1 / 3, value: { before: 10, after: 12 } });
    expect(cell(await found, "B", "C")?.value).toEqual({ before: null, after: null });
  });

  test("who moved is listed", async () => {
    expect((await found).moves).toEqual([
      { id: "bob", from: "A", to: "B", value: { before: 80, after: 30 } },
      { id: "gus", from: "A", to: "B", value: { before: 70, after: 0.1 } },
      { id: "dee", from: "B", to: "A", value: { before: 20, after: 90.25 } },
      { id: "eve", from: "B", to: "C", value: { before: null, after: null } },
    ]);
  });

  test("everybody is accounted for", async () => {
    expect(await found).toMatchObject({
      both: { customers: 6, value: { before: 280, after: 252.35 } },
      stayed: { customers: 2, value: { before: 110, after: 132 } },
      moved: { customers: 4, value: { before: 170, after: 120.35 } },
      gone: { customers: 0, value: { before: null, after: null } },
      arrived: { customers: 1, value: { before: null, after: 7 } },
      unlabelled: { customers: 2, value: { before: 6.5, after: 52 } },
      before: { customers: 8, unlabelled: 1, withoutId: 1, repeatedIds: 1 },
      after: { customers: 9, unlabelled: 1, withoutId: 0, repeatedIds: 0 },
    });
    expect((await found).after.segments).toEqual([
      { letter: "A", name: "high spending", customers: 3, same: "A" },
      { letter: "B", name: "low spending", customers: 3, same: "B" },
      { letter: "C", name: "new", customers: 2, same: null },
    ]);
  });

  test("it is told in sentences", async () => {
    expect((await found).sentences).toEqual([
      "4 of 6 customers moved (66.7%), most from A to B (2).",
      'In "revenue", those who moved are worth 120.35 (170 before); those who stayed are worth 132 (110 before).',
      "A letter means the same segment in both tables.",
      'Segment C "new" is new (2 customers).',
      "1 new customer: in the second table alone.",
      "2 customers in both tables without a segment in one of them: not counted.",
      '1 row of the first table without "Customer ID" left out.',
      "1 row of the first table left out: an earlier row has the same id.",
    ]);
  });
});

describe("by the customers they share, where letters mean something else", () => {
  const before = table("a A\nb A\nc A\nd B\ne B\nf C", { A: "one", B: "two", C: "three" });
  const after = table("a B\nb B\nc A\nd A\ne A\nf A", { A: "x", B: "y" });

  test("segments are matched, and nobody moves who goes along", async () => {
    const found = await migrate(before, after, { id: "customer" });
    expect(found.matched).toBe("overlap");
    expect(found.before.segments.map(({ letter, same }) => [letter, same])).toEqual([
      ["A", "B"],
      ["B", "A"],
      ["C", null],
    ]);
    expect(found.moves.map(({ id, from, to }) => `${id} ${from}${to}`)).toEqual(["c AA", "f CA"]);
    expect(found.sentences).toEqual([
      "2 of 6 customers moved (33.3%), most from A to A (1).",
      "Segments are the same where they share most customers: A is now B, B is now A.",
      'Segment C "three" is gone (1 customer).',
    ]);
  });

  test("unless letters are asked for", async () => {
    const found = await migrate(before, after, { id: "customer", matched: "letters" });
    expect(found.moved.customers).toBe(5);
    expect(found.moves.every(({ value }) => value === null)).toBe(true);
  });

  test("without names too", async () => {
    expect((await migrate(table("a A\nb B"), table("a A\nb B"), { id: "customer" })).matched).toBe("overlap");
  });
});

test("numbers and texts of the same ids meet, and are sorted as what they are", async () => {
  const ids = [10, 9, 100];
  const before = tableOf({ id: ids, segment: ["A", "A", "B"] });
  const after = tableOf([
    ["id", ["9", "10", "100", "x"]],
    ["segment", ["B", "B", "B", "B"]],
  ] as const);
  const found = await migrate(before, after, { id: "id", matched: "letters" });
  expect(found.moves.map(({ id }) => id)).toEqual([9, 10]);
  expect(found.arrived).toEqual({ customers: 1, value: null });
});

test("more than 26 segments are in the order of their letters", async () => {
  const letters = ["AB", "Z", "AA", "B"];
  const both = tableOf({ id: [1, 2, 3, 4], segment: letters });
  const { before } = await migrate(both, both, { id: "id" });
  expect(before.segments.map(({ letter }) => letter)).toEqual(["B", "Z", "AA", "AB"]);
});

test("a value that the later table lacks is found in the earlier by a part of its name too", async () => {
  const [before, after] = [table("ann A 3\nbob B 4"), tableOf({ customer: ["ann", "bob"], segment: ["A", "A"] })];
  expect((await migrate(before, after, { id: "customer", value: "rev" })).both.value).toEqual({
    before: 7,
    after: null,
  });
});

test("a segment that is gone keeps no letter", async () => {
  const { sentences } = await migrate(table("ann A 1\nbob B 1\ncid C 1"), table("ann A 1\nbob B 1\ncid B 1"), {
    ...{ id: "customer", matched: "overlap" },
  });
  expect(sentences).toContain(
    "Segments are the same where they share most customers: those found again keep their letters.",
  );
});

test("a value that one of the tables lacks is unknown there", async () => {
  const before = tableOf({ id: [1], segment: ["A"] });
  const after = tableOf({ id: [1], segment: ["B"], spent: [3] });
  const found = await migrate(before, after, { id: "id", value: "spent", matched: "letters" });
  expect(found.moved.value).toEqual({ before: null, after: 3 });
  expect((await migrate(after, before, { id: "id", value: "spent" })).both.value).toEqual({ before: 3, after: null });
});

test("the order of the rows changes nothing", async () => {
  const line = fc.tuple(fc.constantFrom("A", "B", "C", null), fc.constantFrom(0.1, 0.2, 1e16, -1e16, 3.3, null));
  const ranks = fc.array(fc.nat(), { minLength: 12, maxLength: 12 });
  const lines = fc.array(line, { minLength: 12, maxLength: 12 });
  const made = (cells: readonly (readonly [string | null, number | null])[], offset: number) =>
    tableOf([
      ["id", cells.map((_, i) => i + offset)],
      ["segment", ["A", ...cells.slice(1).map(([letter]) => letter)]],
      ["worth", [0.5, ...cells.slice(1).map(([, worth]) => worth)]],
    ]);
  const order = (ranked: readonly number[]) => [...ranked.keys()].sort((a, b) => ranked[a]! - ranked[b]!);
  await fc.assert(
    fc.asyncProperty(lines, lines, ranks, ranks, async (a, b, rankA, rankB) => {
      const [before, after] = [made(a, 0), made(b, 3)];
      const asked: MigrateOptions = { id: "id", value: "worth", matched: "letters" };
      const found = await migrate(reordered(before, order(rankA)), reordered(after, order(rankB)), asked);
      expect(found).toEqual(await migrate(before, after, asked));
      const { both, gone, arrived, unlabelled } = found;
      expect(both.customers + gone.customers + unlabelled.customers).toBe(12);
      expect(both.customers + arrived.customers + unlabelled.customers).toBe(12);
      const counts = found.matrix.map((row) => row.map(({ customers }) => customers));
      expect(counts.flat().reduce((sum, count) => sum + count, 0)).toBe(both.customers);
      expect(found.stayed.customers + found.moved.customers).toBe(both.customers);
      expect(found.moves.length).toBe(found.moved.customers);
      for (const row of found.matrix) {
        const share = row.reduce((sum, cell) => sum + cell.share, 0);
        expect(share).toBeCloseTo(row.some(({ customers }) => customers > 0) ? 1 : 0, 12);
      }
    }),
    { seed: 1 },
  );
});

describe("tables are refused", () => {
  test("where the column of segments holds something else", async () => {
    const many = Array.from({ length: 1001 }, (_, i) => i);
    const cities = tableOf({ id: many, segment: many.map((i) => `city ${i}`) });
    await expect(migrate(cities, cities, { id: "id" })).rejects.toMatchObject({
      code: "TOO_MANY",
      message: 'Column "segment" has 1,001 different values, more than the 1,000 segments that there can be.',
    });
  });

  test("where they have no segments", async () => {
    const bare = tableOf({ id: [1] });
    await expect(migrate(bare, bare, { id: "id" })).rejects.toThrow(
      'The first table has no column "segment": label it first.',
    );
  });

  test("where no customer is in both", async () => {
    const tables = [tableOf({ id: [17], segment: ["A"] }), tableOf({ id: ["C-17"], segment: ["A"] })] as const;
    await expect(migrate(...tables, { id: "id" })).rejects.toThrow(
      'No customer is in both tables: the first ids in "id" are "17" and "C-17".',
    );
  });

  test("where no column is that of the value", async () => {
    const one = tableOf({ id: [1], segment: ["A"] });
    await expect(migrate(one, one, { id: "id", value: "money" })).rejects.toThrow('There is no column "money"');
    await expect(migrate(one, one, { id: "id", value: "segment" })).rejects.toThrow("holds text, not numbers");
  });
});
