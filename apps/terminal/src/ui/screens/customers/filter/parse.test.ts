import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { numbers, texts } from "../../../testing/made.ts";
import { shop } from "../../../testing/shop.ts";
import { type Condition, filterText, OPERATORS, orderText } from "./condition.ts";
import { isFault, parseFilter, parseOrder } from "./parse.ts";
import type { Known } from "./test-of.ts";

const SEGMENTS = [
  { id: 0, letter: "A", name: "low income" },
  { id: 1, letter: "B", name: "average income, many visits" },
];
const KNOWN: Known = {
  table: {
    rows: 12,
    columns: [
      ...shop.columns,
      { ...numbers("Last order", []), type: "date" },
      texts("segment", []),
      { name: "Customer", type: "identifier", missing: 0 },
    ],
  },
  segments: SEGMENTS,
  texts: new Set<number>(),
};

function conditions(line: string, known: Known = KNOWN): readonly Condition[] {
  const parsed = parseFilter(line, known);
  if (isFault(parsed)) throw new Error(parsed.fault);
  return parsed;
}

describe("parseFilter", () => {
  it("reads conditions as people type them", () => {
    expect(conditions('segment=b inc>60 city="New York" visits <= 1,000  City~os')).toEqual([
      { of: "segment", operator: "=", value: "b" },
      { of: { column: "Income" }, operator: ">", value: "60" },
      { of: { column: "City" }, operator: "=", value: "New York" },
      { of: { column: "Visits" }, operator: "<=", value: "1,000" },
      { of: { column: "City" }, operator: "~", value: "os" },
    ]);
    expect(conditions("  ")).toEqual([]);
  });

  it("takes names with spaces as they are, up to what compares", () => {
    expect(conditions("last order>=2025-06 Income != 3")).toEqual([
      { of: { column: "Last order" }, operator: ">=", value: "2025-06" },
      { of: { column: "Income" }, operator: "!=", value: "3" },
    ]);
  });

  it("asks the file's own column where a name of ours stands in quotes", () => {
    expect(conditions('"segment"=x segment=none')).toEqual([
      { of: { column: "segment" }, operator: "=", value: "x" },
      { of: "segment", operator: "=", value: "none" },
    ]);
  });

  it("says what is wrong and where", () => {
    const faults: readonly (readonly [line: string, at: number, said: string])[] = [
      ["inc>60 city", 7, '"city" is no condition: it wants ='],
      ["city=New York", 9, "A value with spaces stands in quotes."],
      ["inc>", 4, 'Say what after >: "" stands for an empty cell.'],
      ["inc>60 inc<many", 11, '"many" is no number'],
      ["segment=F", 8, 'There is no segment "F": they are A to B'],
      ["segment<B", 8, "Segments are compared with"],
      ["city<Oslo", 5, '"City" holds text'],
      ["margin~0", 7, "margin is a number"],
      ['city="Oslo', 5, "The quote that begins here does not end."],
      ["weight>3", 0, 'There is no column "weight".'],
      ["ord=2025-13", 4, '"2025-13" is no date'],
      ["customer=7", 9, 'The texts of "Customer" are not held.'],
      ["=3", 0, "A name of a column is missing here."],
    ];
    for (const [line, at, said] of faults) {
      expect(parseFilter(line, KNOWN), line).toEqual({ at, fault: expect.stringContaining(said) });
    }
  });

  it("reads back what it writes, whatever columns and values are called", () => {
    const name = fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc.constantFrom("row", "Segment", "-a", 'a "b"', " ", "x=y"),
    );
    const condition = fc.record({
      column: fc.nat(5),
      operator: fc.constantFrom("=", "!=", "~", "!~").map((operator) => OPERATORS.find((each) => each === operator)!),
      value: fc.oneof(fc.string({ unit: "grapheme" }), fc.constantFrom('"', "New York", "=", "", "\t")),
    });
    fc.assert(
      fc.property(
        fc.uniqueArray(name, { minLength: 1, maxLength: 6, selector: (each) => each.normalize("NFC").trim() }),
        fc.array(condition, { maxLength: 4 }),
        (names, drawn) => {
          const known: Known = { ...KNOWN, table: { rows: 0, columns: names.map((each) => texts(each, [])) } };
          const asked = drawn.map(({ column, operator, value }): Condition => {
            return { of: { column: names[column % names.length]! }, operator, value };
          });
          expect(parseFilter(filterText(asked), known)).toEqual(asked);
        },
      ),
    );
  });
});

describe("parseOrder", () => {
  it("reads a column or a place, with - before it the largest first", () => {
    expect(parseOrder("inc", KNOWN)).toEqual({ of: { column: "Income" }, descending: false });
    expect(parseOrder(" -last order", KNOWN)).toEqual({ of: { column: "Last order" }, descending: true });
    expect(parseOrder("-Distance", KNOWN)).toEqual({ of: "distance", descending: true });
    expect(parseOrder("", KNOWN)).toBeNull();
  });

  it("says what it does not know", () => {
    expect(parseOrder("weight", KNOWN)).toMatchObject({ at: 0, fault: expect.stringContaining("no column") });
    expect(parseOrder("customer", KNOWN)).toMatchObject({ at: 0, fault: expect.stringContaining("not held") });
    expect(parseOrder('"City" x', KNOWN)).toMatchObject({ at: 7, fault: "One name is enough." });
  });

  it("reads back what it writes", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.boolean(), (column, descending) => {
        const known: Known = { ...KNOWN, table: { rows: 0, columns: [texts(column, [])] } };
        const order = { of: { column }, descending };
        expect(parseOrder(orderText(order), known)).toEqual(order);
      }),
    );
  });
});
