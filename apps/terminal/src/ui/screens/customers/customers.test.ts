import type { Table } from "@kentro/segments";
import { describe, expect, it } from "vitest";
import { frame } from "../../frame/frame.ts";
import { reduce } from "../../state/reduce.ts";
import type { State } from "../../state/state.ts";
import type { Step } from "../../state/step.ts";
import { numbers, opened, resultOf, texts } from "../../testing/made.ts";
import { pressed, sent } from "../../testing/pressed.ts";
import { beginning, computing, DEFAULTS, ready, shop, shopResult } from "../../testing/shop.ts";
import type { Reply, Result } from "../../work/protocol.ts";
import { shownCustomers } from "./shown/shown.ts";

const typed = (text: string): string[] => Array.from(text, (character) => (character === " " ? "space" : character));

/** On the screen Customers of the shop. */
function onCustomers(...keys: readonly string[]): Step {
  return pressed(ready(), "4", ...keys);
}

/** With an answer of the worker, and what is asked on it. */
function answered({ state }: Step, reply: Reply): Step {
  return pressed(reduce(state, { type: "reply", reply }).state, "v");
}

/** The rows that the worker finds for the last question. */
function withRows(step: Step, ...rows: readonly number[]): Step {
  const { asked } = step.state.customers;
  return answered(step, { type: "customers", id: asked?.id ?? 0, rows: Int32Array.from(rows) });
}

function rowsOf({ state }: Step): number[] {
  const shown = shownCustomers(state);
  return Array.from({ length: shown.count }, (_, index) => shown.rowAt(index));
}

function screen({ state }: { readonly state: State }): string {
  return frame(state)
    .map((spans) =>
      spans
        .map(({ text }) => text)
        .join("")
        .trimEnd(),
    )
    .join("\n");
}

describe("the screen Customers", () => {
  it("shows everybody at first, and asks the worker where they stand", () => {
    const step = onCustomers();
    expect(rowsOf(step)).toHaveLength(12);
    expect(screen(step)).toContain("12 customers");
    expect(sent(step, "customers")).toMatchObject({ run: 2, query: { search: "", tests: [], sorting: null } });
    expect(sent(pressed(step.state, "down", "up"), "customers")).toBeNull();
  });

  it("shows the rows of the file while segments are looked for, and asks nothing of them yet", () => {
    const step = pressed(computing(), "4", "down");
    expect(screen(step)).toMatch(/▸ {2}2 +11 +4 +Rome/);
    expect(step.effects).toEqual([]);
  });

  it("shows those of a segment at once when Enter is pressed on it, and of the others by [ and ]", () => {
    const step = pressed(ready(), "3", "down", "enter");
    expect(step.state.screen).toBe("customers");
    expect(rowsOf(step)).toEqual([5, 6, 7, 8]);
    expect(screen(step)).toContain("4 of 12 customers  segment=B");
    const next = pressed(step.state, "]");
    expect(rowsOf(next)).toEqual([9, 10]);
    expect(next.state.segment).toBe(2);
    expect(rowsOf(pressed(next.state, "["))).toEqual([5, 6, 7, 8]);
  });

  it("shows everybody again by Esc", () => {
    const step = pressed(ready(), "3", "enter", "escape");
    expect(step.state.screen).toBe("customers");
    expect(rowsOf(step)).toHaveLength(12);
  });

  it("filters by conditions, and stays with what was typed where one is wrong", () => {
    const wrong = onCustomers("&", ...typed("inc>50 tall=yes"), "enter");
    expect(wrong.state.message).toMatchObject({ tone: "error", text: expect.stringContaining('no column "tall"') });
    expect(wrong.state.dialog).toMatchObject({ kind: "asking", input: { caret: 7 } });
    const right = pressed(wrong.state, "ctrl-u", ...typed('inc>50 city="ROME"'), "enter");
    expect(right.state.dialog.kind).toBe("none");
    expect(sent(right, "customers")?.query.tests).toEqual([
      { kind: "number", of: 0, comparison: ">", from: 50, to: 50 },
      { kind: "text", of: 2, relation: "is", text: "rome", holds: true },
    ]);
    const found = withRows(right, 5, 7, 10);
    expect(rowsOf(found)).toEqual([5, 7, 10]);
    expect(screen(found)).toContain("3 of 12 customers  Income>50  City=ROME");
    expect(pressed(found.state, "&").state.dialog).toMatchObject({ input: { caret: "Income>50 City=ROME".length } });
    expect(rowsOf(pressed(found.state, "&", "ctrl-u", "enter"))).toHaveLength(12);
  });

  it("says which end of what is sorted by comes first", () => {
    const wide = (text: string) => withRows(onCustomers("o", ...typed(text), "enter"), 0, 1);
    expect(screen(wide("visits"))).toContain("by Visits, smallest first");
    expect(screen(wide("-city"))).toContain("by City, Z first");
  });

  it("has what is typed take the place of the search and the order that hold, and adds to the filter", () => {
    const ordered = onCustomers("o", ...typed("visits"), "enter", "o", ...typed("city"), "enter").state;
    expect(ordered.customers.filter.order?.of).toMatchObject({ column: "City" });
    const searched = pressed(ordered, "/", ...typed("os"), "enter", "/", ...typed("ro"), "enter").state;
    expect(searched.customers.filter.search).toBe("ro");
    const filtered = pressed(searched, "&", ...typed("Income>50"), "enter", "&", ...typed(" City=Rome"), "enter").state;
    expect(filtered.customers.filter.conditions).toHaveLength(2);
  });

  it("searches, sorts and finds those on a border, all at once, and says so", () => {
    const step = onCustomers("/", ...typed("os"), "enter", "o", ...typed("-inc"), "enter", "b");
    expect(sent(step, "customers")?.query).toEqual({
      search: "os",
      tests: [{ kind: "number", of: "margin", comparison: "<", from: 0.1, to: 0.1 }],
      sorting: { by: 0, descending: true },
    });
    expect(screen(withRows(step, 9, 2))).toContain(
      '2 of 12 customers  with "os"  on a border  by Income, largest first',
    );
    expect(screen(withRows(step, 9, 2))).toContain("↓Income");
    expect(screen(withRows(step))).toContain("No customer is like this: Esc shows everybody again.");
    expect(rowsOf(pressed(withRows(step, 9, 2).state, "escape"))).toHaveLength(12);
  });

  it("takes the rows that were asked for last, and says so while it waits", () => {
    const first = onCustomers("/", ...typed("a"), "enter");
    const second = pressed(withRows(first, 1, 2, 3).state, "/", "ctrl-u", ...typed("b"), "enter");
    expect(screen(second)).toContain("looking ...");
    const late = answered(second, {
      type: "customers",
      id: first.state.customers.asked?.id ?? 0,
      rows: Int32Array.of(7),
    });
    expect(rowsOf(late)).toEqual([1, 2, 3]);
    expect(rowsOf(withRows(late, 4))).toEqual([4]);
    expect(screen(withRows(late, 4))).not.toContain("looking ...");
  });

  it("says so where those asked for cannot be found, and finds others", () => {
    const step = onCustomers("/", ...typed("a"), "enter");
    const id = sent(step, "customers")?.id ?? -1;
    const failed = answered(step, { type: "failed", id, message: "There is no memory left." });
    expect(failed.effects).toEqual([]);
    expect(screen(failed)).toContain("The customers could not be found: Esc shows everybody again.");
    expect(screen(failed)).not.toMatch(/looking/i);
    const other = pressed(failed.state, "/", ...typed("b"), "enter");
    expect(screen(other)).toContain("looking ...");
    expect(rowsOf(withRows(other, 4))).toEqual([4]);
  });

  it("asks anew when other segments are found, and keeps the filter and the customer under the cursor", () => {
    const step = withRows(onCustomers("/", ...typed("o"), "enter"), 0, 2, 4, 6);
    const on4 = pressed(step.state, "down", "down");
    const again = found(on4.state, { ...shopResult(), run: 30 });
    expect(sent(again, "customers")).toMatchObject({ run: 30, query: { search: "o" } });
    const there = withRows(again, 2, 4);
    expect(there.state.customers).toMatchObject({ cursor: 1, row: 4 });
  });

  it("takes back a condition on a segment that is no more, and says so", () => {
    const step = pressed(ready(), "3", "G", "enter", "&", ...typed(" inc>3"), "enter");
    expect(step.state.customers.filter.conditions).toHaveLength(2);
    const two = resultOf(shop, [0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, -1], ["low", "high"], DEFAULTS, "2 segments.", 30);
    const again = found(step.state, two);
    expect(again.state.customers.filter.conditions).toEqual([{ of: { column: "Income" }, operator: ">", value: "3" }]);
    expect(again.state.message?.text).toBe("segment=C is not asked any more: there is no such segment now.");
  });

  it("asks nothing of borders where there is one segment", () => {
    const one = resultOf(
      shop,
      shop.columns.flatMap(() => [0, 0, 0, 0]),
      ["everybody"],
      DEFAULTS,
    );
    const step = pressed(found(onCustomers().state, one).state, "b");
    expect(step.state.message?.text).toContain("one segment only");
    expect(step.state.customers.filter.borderline).toBe(false);
  });

  it("copies the customer with the names of the columns, control characters shown", () => {
    const table = { rows: 2, columns: [texts("Na\tme", ["a\x1b[2J", "b"]), numbers("Spent", [1.5, Number.NaN])] };
    const state = shown(table, resultOf(table, [0, 1], ["few", "many"], DEFAULTS));
    expect(pressed(state, "y").effects).toContainEqual({
      type: "copy",
      text: "row\tsegment\tsegment_name\tdistance\tNa␉me\tSpent\n1\tA\tfew\t\ta␛[2J\t1.5\n",
    });
    expect(pressed(state, "y").state.message?.text).toContain("customer 1");
  });
});

describe("one customer", () => {
  const places = {
    run: 2,
    distance: Float64Array.from({ length: 12 }, (_, row) => row / 10),
    second: Int32Array.from({ length: 12 }, () => 1),
    margin: Float64Array.from({ length: 12 }, (_, row) => row / 20),
    spreads: [{ mean: 40.7, deviation: 28.4 }, { mean: 9.6, deviation: 8 }, null],
  };

  it("is compared with its segment and everybody, and Esc goes back to the list", () => {
    const asked = onCustomers("down", "enter");
    const step = answered(asked, { type: "placed", id: asked.state.customers.asked?.id ?? 0, places });
    const text = screen(step);
    expect(text).toContain("Customer 2  A low income  2 of 12");
    expect(text).toContain("On the border: B (average income, many visits) is 5 % farther.");
    expect(text).toContain("the centroid of A is 0.100.");
    // (11 - 10.8) / 28.4
    expect(text).toMatch(/Income +11 +10\.8 +40\.7 .* 0\.0\n/);
    // (4 - 3.8) / 8
    expect(text).toMatch(/Visits +4 +3\.80 +9\.60 .* 0\.0\n/);
    expect(text).toMatch(/City +Rome +20 % +50 %/);
    expect(pressed(step.state, "escape").state.customers.one).toBeNull();
    expect(screen(pressed(step.state, "escape"))).toContain("12 customers");
  });

  it("gives way to the next by arrows, through the customers that are shown", () => {
    const step = pressed(ready(), "3", "down", "enter", "enter");
    expect(screen(step)).toContain("Customer 6  B average income, many visits  1 of 4");
    expect(screen(pressed(step.state, "down"))).toContain("Customer 7  B average income, many visits  2 of 4");
    expect(screen(pressed(step.state, "right", "right", "left"))).toContain("Customer 7 ");
    expect(screen(pressed(step.state, "G", "down"))).toContain("Customer 9 ");
  });

  it("says that one who was left out is in no segment", () => {
    const text = screen(onCustomers("G", "enter"));
    expect(text).toContain("Customer 12  left out  12 of 12");
    expect(text).toContain("In no segment");
  });
});

describe("texts beside the table", () => {
  const table = { rows: 2, columns: [{ name: "id", type: "identifier", missing: 0 } as const, numbers("x", [1, 2])] };
  const result = resultOf(table, [0, 1], ["few", "many"], DEFAULTS);

  it("are asked for once, shown when they come, and then searched too", () => {
    const begun = shown(table, result);
    expect(begun.customers.texts).toMatchObject({ held: null });
    expect(screen({ state: begun })).toMatch(/A +… +1/);
    const step = pressed(begun, "/", ...typed("c"), "enter");
    expect(sent(step, "texts")).toBeNull();
    const bytes = new TextEncoder().encode("C-1C-2");
    const texts = { starts: Uint32Array.of(0, 3, 6), bytes, cells: 3 };
    const id = step.state.customers.texts?.id ?? 0;
    const there = answered(step, { type: "texts", id, columns: [{ column: 0, texts }] });
    expect(sent(there, "customers")).toMatchObject({ query: { search: "c" } });
    expect(screen(withRows(there, 1))).toContain("C-2");
  });

  it("are not asked for in a table of too many rows, and that is said in their cells", () => {
    const rows = 1_000_001;
    const many = { rows, columns: [{ name: "id", type: "identifier", missing: 0 } as const] };
    const labels = new Int32Array(rows);
    const members = { rows: labels, starts: Int32Array.of(0, rows) };
    const base = resultOf({ ...many, rows: 1 }, [0], ["all"], DEFAULTS);
    const huge: Result = { ...base, members, segmentation: { ...base.segmentation, labels } };
    const state = shown(many, huge);
    expect(state.customers.texts).toBeNull();
    expect(screen({ state })).toContain("not held");
  });
});

/** The state after segments have been found. */
function found(state: State, result: Result): Step {
  const computing: State = {
    ...state,
    work: { kind: "computing", id: 99, part: "segments", progress: null, settings: state.settings },
  };
  const next = reduce(computing, { type: "reply", reply: { type: "segmented", id: 99, result } }).state;
  return pressed(next, "v");
}

/** The screen of a table and its segments. */
function shown(table: Table, result: Result): State {
  const read = reduce(beginning(), { type: "reply", reply: opened(table) }).state;
  const state: State = { ...read, screen: "customers", work: { kind: "idle" }, result };
  return pressed(state, "v").state;
}
