import type { Table } from "@kentro/segments";
import fc from "fast-check";
import stringWidth from "string-width";
import { describe, expect, it } from "vitest";
import { reduce } from "../../state/reduce.ts";
import type { State } from "../../state/state.ts";
import { numbers, opened, resultOf, texts } from "../../testing/made.ts";
import { pressed } from "../../testing/pressed.ts";
import { beginning, DEFAULTS, shop } from "../../testing/shop.ts";
import type { Look } from "../../text/look.ts";
import type { Room } from "../screen.ts";
import type { Order } from "./filter/condition.ts";
import { customersView } from "./view.ts";

const HOSTILE = ["\x1b[2J\x1b[H", "年収👩‍👩‍👧‍👦", "a\tb\nc", "\u202edrow", "ก็็็็็", "x".repeat(300), "", "=1+1"];
const LOOK: Look = { color: 0, utf8: true, theme: "dark", reader: false };

function textOf(state: State, room: Partial<Room> = {}): string[] {
  const lines = customersView(state, { width: 80, height: 19, panes: "one", ...room });
  return lines.map((spans) => spans.map(({ text }) => text).join(""));
}

function onTable(table: Table, labels: readonly number[], names: readonly string[], look: Look = LOOK): State {
  const read = reduce(beginning({ columns: 80, rows: 24 }, look), { type: "reply", reply: opened(table) }).state;
  const result = resultOf(table, labels, names, DEFAULTS);
  return pressed({ ...read, screen: "customers", work: { kind: "idle" }, result }, "v").state;
}

const cells = fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: "binary", maxLength: 20 }));
const tables = fc
  .record({
    names: fc.uniqueArray(cells, { minLength: 1, maxLength: 12 }),
    texts: fc.array(cells, { minLength: 3, maxLength: 3 }),
  })
  .map(({ names, texts: own }): Table => {
    const columns = names.map((name, index) =>
      index % 2 === 0 ? texts(name, own) : numbers(name, [1e300, Number.NaN, -0.000_123]),
    );
    return { rows: 3, columns };
  });

describe("the view of customers", () => {
  it("fills any room to the cell, whatever the table holds, and lets no control character out", () => {
    const keys = fc.array(fc.constantFrom("down", "right", "enter", "escape", "]", "b", "pageDown"), { maxLength: 5 });
    fc.assert(
      fc.property(
        tables,
        fc.integer({ min: 1, max: 210 }),
        fc.integer({ min: 1, max: 60 }),
        fc.boolean(),
        keys,
        (table, width, height, reader, typed) => {
          const state = onTable(table, [0, 1, -1], HOSTILE.slice(0, 2), { ...LOOK, reader });
          const lines = textOf(pressed(state, ...typed).state, { width, height });
          expect(lines).toHaveLength(height);
          for (const line of lines) {
            expect(stringWidth(line)).toBe(width);
            expect(line).not.toMatch(/\p{Cc}/u);
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  it("titles the segment's column as soon as there is room, and shows there that it is sorted by it", () => {
    const sorted = (width: number, order: Order | null): string => {
      const state = onTable(shop, [0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, -1], ["low", "many", "high"]);
      const filter = { ...state.customers.filter, order };
      return textOf({ ...state, customers: { ...state.customers, filter } }, { width })[1]!;
    };
    expect(sorted(120, null)).toMatch(/row {5}segment {3}next/);
    expect(sorted(96, null)).toMatch(/row {2}segment {4}distance/);
    expect(sorted(64, { of: "segment", descending: true })).toMatch(/row {2}↓segment {2}Income/);
    expect(sorted(64, { of: "margin", descending: false })).toMatch(/row {5}↑next {2}Income/);
    expect(sorted(63, null)).not.toContain("segment");
  });

  const wide: Table = {
    rows: 3,
    columns: [
      texts("Name", ["Anna", "Bo", "Cleo"]),
      ...Array.from({ length: 20 }, (_, index) => numbers(`amount ${index + 1}`, [index, 1, 2])),
    ],
  };

  it("keeps the first column and says how many are out of sight", () => {
    const state = onTable(wide, [0, 1, -1], ["low", "high"]);
    expect(textOf(state)[0]).toMatch(/^─ 3 customers ─+ \+15 columns → $/);
    const scrolled = textOf(pressed(state, "right", "right").state);
    expect(scrolled[0]).toMatch(/ ← \+2 {2}\+13 columns → $/);
    expect(scrolled[2]).toMatch(/^▸ {2}1 {2}A .*Anna .* 2 +3 +4/);
  });

  it("scrolls to the column that is sorted by, no further than it takes", () => {
    const sortedBy = (state: State, column: string): string => {
      const quoted = Array.from(`"${column}"`, (character) => (character === " " ? "space" : character));
      return textOf(pressed(state, "o", ...quoted, "enter").state)[1] ?? "";
    };
    const state = onTable(wide, [0, 1, -1], ["low", "high"]);
    expect(textOf(state)[1]).not.toContain("amount 12");
    expect(sortedBy(state, "amount 12")).toMatch(/ Name +.*↑amount 12 *$/);
    expect(sortedBy(state, "amount 2")).toMatch(/ Name +amount 1 +↑amount 2 /);
    const scrolled = pressed(state, "right", "right", "right").state;
    expect(sortedBy(scrolled, "amount 2")).toMatch(/ Name +↑amount 2 +amount 3 /);
  });

  it("says more of a customer's place the wider it is", () => {
    const state = onTable(wide, [0, 1, -1], ["low", "high"]);
    const titles = (width: number): string | undefined => textOf(state, { width })[1];
    expect(titles(40)).toMatch(/^ {4}Name +amount 1 /);
    expect(titles(80)).toMatch(/^ row {2}segment +Name /);
    expect(titles(120)).toMatch(/^ row {5}segment +next +distance +Name /);
    expect(textOf(state, { width: 120 })[4]).toMatch(/^ {3}3 {2}– {2}left out /);
  });

  it("reads a customer as a sentence to a screen reader", () => {
    const state = onTable(wide, [0, 1, -1], ["low", "high"], { ...LOOK, reader: true });
    const lines = textOf(state, { width: 60 }).map((text) => text.trimEnd());
    expect(lines.slice(0, 3)).toEqual([
      "3 customers",
      "▸row 1, A low, Name Anna, amount 1 0, amount 2 1, amount 3",
      " 2, amount 4 3, amount 5 4, amount 6 5, amount 7 6, amount 8",
    ]);
    expect(lines.findLast((text) => text !== "")).toMatch(/^ row 3, in no segment, Name Cleo, amount 1 2,/);
  });
});
