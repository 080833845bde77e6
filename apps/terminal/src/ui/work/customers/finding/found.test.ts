import type { Column, Table } from "@kentro/segments";
import { dateText } from "@kentro/segments";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { numbers, texts } from "../../../testing/made.ts";
import type { Places } from "../protocol.ts";
import type { Query, Sorting, Test } from "../query.ts";
import { sharedTexts } from "../texts.ts";
import { found } from "./found.ts";
import type { Records } from "./records.ts";

const pause = async (): Promise<void> => {};

const words = fc.constantFrom("Oslo", "oslo", "New York", "Ätna", "7", "-1", "", "10", "São");
const amounts = fc.oneof(
  fc.constantFrom(-1, 0, 7, 7.5, 10),
  fc.constant(Number.NaN),
  fc.integer({ min: -20, max: 20 }),
);

const customer = fc.record({
  amount: amounts,
  day: fc.oneof(fc.integer({ min: 19_000, max: 19_010 }), fc.constant(Number.NaN)),
  city: fc.option(words),
  id: fc.option(words),
  label: fc.integer({ min: -1, max: 2 }),
  second: fc.integer({ min: -1, max: 2 }),
  distance: amounts,
  margin: fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constant(Number.NaN)),
});
type Customer = typeof customer extends fc.Arbitrary<infer Value> ? Value : never;

const AMOUNT = 0;
const DAY = 1;
const CITY = 2;
const ID = 3;

const test: fc.Arbitrary<Test> = fc.oneof(
  fc.record({
    kind: fc.constant("number" as const),
    of: fc.constantFrom(AMOUNT, DAY, "row" as const, "distance" as const, "margin" as const),
    comparison: fc.constantFrom("=" as const, "!=" as const, "<" as const, "<=" as const, ">" as const, ">=" as const),
    from: fc.integer({ min: -2, max: 12 }),
    to: fc.integer({ min: -2, max: 12 }),
  }),
  fc.record({
    kind: fc.constant("text" as const),
    of: fc.constantFrom(AMOUNT, DAY, CITY, ID),
    relation: fc.constantFrom("is" as const, "has" as const),
    text: fc.constantFrom("oslo", "o", "7", "", "202", "new york"),
    holds: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant("segment" as const),
    of: fc.constantFrom("segment" as const, "second" as const),
    segments: fc.uniqueArray(fc.integer({ min: -1, max: 2 }), { maxLength: 2 }),
    holds: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant("empty" as const),
    of: fc.constantFrom(AMOUNT, DAY, CITY, ID),
    holds: fc.boolean(),
  }),
);
const sorting: fc.Arbitrary<Sorting> = fc.record({
  by: fc.constantFrom<Sorting["by"][]>(AMOUNT, DAY, CITY, ID, "row", "segment", "second", "distance", "margin"),
  descending: fc.boolean(),
});
const query: fc.Arbitrary<Query> = fc.record({
  search: fc.constantFrom("", "", "O", "7", "2022", "york", "-1"),
  tests: fc.array(test, { maxLength: 2 }),
  sorting: fc.option(sorting),
});

async function recordsOf(customers: readonly Customer[]): Promise<Records> {
  const pick = <Key extends keyof Customer>(key: Key): Customer[Key][] => customers.map((each) => each[key]);
  const ids = pick("id");
  const days: Column = { ...numbers("day", pick("day")), type: "date" };
  const table: Table = {
    rows: customers.length,
    columns: [
      numbers("amount", pick("amount")),
      days,
      texts("city", pick("city")),
      { name: "id", type: "identifier", missing: 0 },
    ],
  };
  const places: Places = {
    run: 1,
    distance: Float64Array.from(pick("distance")),
    second: Int32Array.from(pick("second")),
    margin: Float64Array.from(pick("margin")),
    spreads: [],
  };
  const held = await sharedTexts(ids.length, (row) => ids[row] ?? null, pause);
  return {
    table,
    places,
    labels: Int32Array.from(pick("label")),
    texts: new Map(held === null ? [] : [[ID, held]]),
  };
}

// The same in plain words, a customer at a time.

function written(each: Customer, column: number): string | null {
  const number = (value: number, write: (value: number) => string) => (Number.isNaN(value) ? null : write(value));
  // An identifier's empty text cannot be told from none.
  return [number(each.amount, String), number(each.day, dateText), each.city, each.id || null][column] ?? null;
}

function valueFor(each: Customer, row: number, of: Sorting["by"]): number | string | null {
  const number = (value: number) => (Number.isNaN(value) ? null : value);
  switch (of) {
    case "row":
      return row + 1;
    case "segment":
      return each.label < 0 ? null : each.label;
    case "second":
      return each.second < 0 ? null : each.second;
    case "distance":
    case "margin":
      return number(each[of]);
    case AMOUNT:
      return number(each.amount);
    case DAY:
      return number(each.day);
    default:
      return written(each, of)?.toLowerCase() ?? null;
  }
}

function holdsFor(each: Customer, row: number, asked: Test): boolean {
  switch (asked.kind) {
    case "number": {
      const value = valueFor(each, row, asked.of);
      if (typeof value !== "number") return asked.comparison === "!=";
      const { from, to } = asked;
      const inside = from <= value && value <= to;
      return { "=": inside, "!=": !inside, "<": value < from, "<=": value <= to, ">": value > to, ">=": value >= from }[
        asked.comparison
      ];
    }
    case "text": {
      const text = written(each, asked.of)?.toLowerCase();
      const isSo = asked.relation === "is" ? text === asked.text : (text?.includes(asked.text) ?? false);
      return isSo === asked.holds;
    }
    case "segment":
      return asked.segments.includes(asked.of === "segment" ? each.label : each.second) === asked.holds;
    case "empty":
      return (written(each, asked.of) === null) === asked.holds;
    default:
      return asked satisfies never;
  }
}

function plainly(customers: readonly Customer[], { search, tests, sorting: order }: Query): number[] {
  const cells = [AMOUNT, DAY, CITY, ID];
  const kept = [...customers.entries()].filter(
    ([row, each]) =>
      tests.every((asked) => holdsFor(each, row, asked)) &&
      (search === "" || cells.some((column) => written(each, column)?.toLowerCase().includes(search.toLowerCase()))),
  );
  if (order !== null) {
    kept.sort(([a, one], [b, other]) => {
      const [x, y] = [valueFor(one, a, order.by), valueFor(other, b, order.by)];
      if (x === null || y === null) return Number(x === null) - Number(y === null) || a - b;
      if (x === y) return a - b;
      return x < y === order.descending ? 1 : -1;
    });
  }
  return kept.map(([row]) => row);
}

describe("found", () => {
  it("finds whom a plain reading of the query finds, in the same order", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(customer, { maxLength: 40 }), query, async (customers, asked) => {
        const rows = await found(asked, await recordsOf(customers), pause);
        expect([...rows]).toEqual(plainly(customers, asked));
      }),
      { numRuns: 400 },
    );
  });

  it("puts what has no value last, up and down, and equal ones in the order of the file", async () => {
    const blank = { day: Number.NaN, city: null, id: null, label: 0, second: -1, distance: 0, margin: 1 };
    const records = await recordsOf([7, Number.NaN, 3, 7].map((amount) => ({ ...blank, amount })));
    const by = async (descending: boolean) => [
      ...(await found({ search: "", tests: [], sorting: { by: AMOUNT, descending } }, records, pause)),
    ];
    expect(await by(false)).toEqual([2, 0, 3, 1]);
    expect(await by(true)).toEqual([0, 3, 2, 1]);
  });

  it("finds cells that hold no number in a column of numbers", async () => {
    const column: Column = {
      ...numbers("amount", [1, Number.NaN]),
      unreadable: [{ row: 1, value: "Unknown" }],
      unreadableCount: 1,
    };
    const records: Records = {
      table: { rows: 2, columns: [column] },
      ...{ labels: Int32Array.of(0, -1), places: null, texts: new Map() },
    };
    const rows = await found({ search: "known", tests: [], sorting: null }, records, pause);
    expect([...rows]).toEqual([1]);
  });

  it("stops where it is told to, in the middle of a sort", async () => {
    const rows = 20_000;
    const records: Records = {
      table: {
        rows,
        columns: [
          numbers(
            "amount",
            Array.from({ length: rows }, (_, row) => (row * 7919) % rows),
          ),
        ],
      },
      ...{ labels: new Int32Array(rows), places: null, texts: new Map() },
    };
    const query: Query = { search: "", tests: [], sorting: { by: 0, descending: false } };
    let pauses = 0;
    const stopping = async (): Promise<void> => {
      if (++pauses === 20) throw new Error("stopped");
    };
    await expect(found(query, records, stopping)).rejects.toThrow("stopped");
  });
});
