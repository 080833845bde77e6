import type { Segment } from "@kentro/segments";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { layoutOf, type Size } from "../../layout.ts";
import type { State } from "../../state/state.ts";
import { numbers, resultOf } from "../../testing/made.ts";
import { pressed } from "../../testing/pressed.ts";
import { computing, DEFAULTS, ready, shop, shopCurve } from "../../testing/shop.ts";
import { widthOf } from "../../text/line.ts";
import { told } from "./testing/told.ts";
import { hasPages, segmentsView } from "./view.ts";

const LARGE: Size = { columns: 200, rows: 60 };

/** The body of the screen, as many cells as the layout has for it. */
function body(state: State): string {
  const layout = layoutOf(state.size);
  if (layout.kind === "sentence") return "";
  const { width, bodyHeight, panes } = layout;
  const lines = segmentsView(state, { width, height: bodyHeight, panes });
  return lines.map((line) => line.map(({ text }) => text).join("")).join("\n");
}

/** The body on each of its pages, one below the other. */
function allPages(state: State): string {
  const pages: string[] = [];
  let now = state;
  while (!pages.includes(body(now))) {
    pages.push(body(now));
    now = pressed(now, "tab").state;
  }
  return pages.join("\n");
}

const inWords = (text: string): string => text.replace(/[│\s─]+/g, " ");

describe("the screen of segments", () => {
  it("shows list, profile, picture, curve and what to do at 200x60, with nothing left to turn to", () => {
    const text = body(told(ready(LARGE)));
    for (const part of ["▸A low income", "mean", "Income →", "suggested k = 3", "Who A are", "What to do about A"]) {
      expect(text).toContain(part);
    }
    expect(hasPages(told(ready(LARGE)))).toBe(false);
  });

  it("shows list, card and picture at 120x40", () => {
    const text = body(told(ready({ columns: 120, rows: 40 })));
    for (const part of ["▸A low income", "mean", "Income →", "Who A are", "What to do about A"]) {
      expect(text).toContain(part);
    }
  });

  it("shows a narrow legend beside profile and picture at 80x24, and who they are when Tab is pressed", () => {
    const state = told(ready());
    const first = body(state);
    expect(first).toMatch(/▸A 5 +45\.5 % █+ +│/);
    for (const part of ["─ A low income ─", "mean", "Income →", "1/2"]) expect(first).toContain(part);
    expect(first).not.toContain("Who A are");
    const second = body(pressed(state, "tab").state);
    for (const part of ["Who A are", "What to do about A", "2/2"]) expect(second).toContain(part);
    expect(body(pressed(state, "tab", "tab").state)).toBe(first);
  });

  it("shows what tells most of a long profile over the picture, and all of it on the next page", () => {
    const columns = Array.from({ length: 12 }, (_, i) => numbers(`column-${i}.`, [1, 2, 3, 4, i, 6]));
    const table = { rows: 6, columns };
    const result = resultOf(table, [0, 0, 0, 1, 1, 1], ["low", "high"], DEFAULTS);
    const z = (column: string): number => (column === "column-7." ? 1.8 : column === "column-9." ? -1.1 : 0);
    const segments = result.segmentation.segments.map((segment): Segment => {
      return { ...segment, numeric: segment.numeric.map((each) => ({ ...each, z: z(each.column) })) };
    });
    const segmentation = { ...result.segmentation, segments };
    const state: State = {
      ...ready(),
      opened: { table, facts: [], choice: null },
      result: { ...result, segmentation },
    };
    const first = body(state);
    for (const part of ["column-7. →", "↑ column-9.", "+1.8", "-1.1", "and 7 more that differ less (Tab)"]) {
      expect(first).toContain(part);
    }
    expect(body(pressed(state, "tab").state).match(/column-\d+\. /g)).toHaveLength(12);
  });

  it("gives the picture a page of its own where the profile leaves no room for it", () => {
    const columns = Array.from({ length: 12 }, (_, i) => numbers(`column-${i}.`, [1, 2, 3, 4, i, 6]));
    const table = { rows: 6, columns };
    const result = resultOf(table, [0, 0, 0, 1, 1, 1], ["low", "high"], DEFAULTS);
    const state: State = {
      ...ready({ columns: 80, rows: 18 }),
      opened: { table, facts: [], choice: null },
      result,
    };
    expect(body(state)).not.toContain(" →");
    expect(body(pressed(state, "tab").state)).toMatch(/column-\d+\. →/);
  });

  it("draws the two features in which the segments are farthest apart", () => {
    const columns = [
      numbers("alike", [1, 9, 1, 9, 1, 9]),
      numbers("apart", [1, 2, 1, 8, 9, 8]),
      numbers("close", [4, 9, 1, 9, 4, 6]),
      numbers("parted", [80, 90, 80, 10, 20, 20]),
    ];
    const table = { rows: 6, columns };
    const result = resultOf(table, [0, 0, 0, 1, 1, 1], ["low", "high"], DEFAULTS);
    const apart = new Map([
      ["alike", 0.1],
      ["apart", 1],
      ["close", 0.3],
      ["parted", -0.9],
    ]);
    const segments = result.segmentation.segments.map((segment): Segment => {
      return { ...segment, numeric: segment.numeric.map((each) => ({ ...each, z: apart.get(each.column) ?? 0 })) };
    });
    const segmentation = { ...result.segmentation, segments };
    const opened = { table, facts: [], choice: null };
    const text = body({ ...ready(LARGE), opened, result: { ...result, segmentation } });
    expect(text).toContain("↑ parted");
    expect(text).toContain("apart →");
  });

  it("names the columns clustered by where all of them fit, else counts them", () => {
    const narrow: Size = { columns: 60, rows: 30 };
    expect(body(ready(narrow))).toContain("─ 11 customers by Income, Visits ─");
    const { columns } = shop;
    const long = columns.map((column, index) => ({ ...column, name: `a rather long name of a column, ${index}` }));
    const table = { ...shop, columns: long };
    const labels = Array.from({ length: shop.rows }, (_, row) => row % 2);
    const result = resultOf(table, labels, ["low", "high"], DEFAULTS);
    const text = body({ ...ready(narrow), opened: { table, facts: [], choice: null }, result });
    expect(text).toContain("─ 12 customers by 2 columns ─");
  });

  it.each([
    [80, 24],
    [60, 30],
    [40, 12],
  ])("says at %dx%d how many segments are out of sight", (columns, rows) => {
    const names = Array.from({ length: 30 }, (_, index) => `name ${index}`);
    const values = names.map((_, row) => row);
    const table = { rows: values.length, columns: [numbers("a", values), numbers("b", values)] };
    const opened = { table, facts: [], choice: null };
    const state: State = { ...ready({ columns, rows }), opened, result: resultOf(table, values, names, DEFAULTS) };
    expect(body(state)).toMatch(/─ 30 customers.* {2}↓ \d+ more /);
    expect(body({ ...state, segment: 29 })).toMatch(/─ 30 customers.* {2}↑ \d+ more /);
  });

  it("says that it draws a part of many customers", () => {
    const values = Array.from({ length: 120_000 }, (_, row) => row % 100);
    const table = { rows: values.length, columns: [numbers("a", values), numbers("b", values)] };
    const result = resultOf(
      table,
      values.map((value) => (value > 50 ? 1 : 0)),
      ["low", "high"],
      DEFAULTS,
    );
    const state: State = { ...ready(), opened: { table, facts: [], choice: null }, result };
    expect(body(state)).toContain("↑ b, one in 3 customers");
  });

  it("shows sizes as bars at 40x12", () => {
    expect(body(ready({ columns: 40, rows: 12 }))).toMatch(/▸A low income +5 █{6}/);
  });

  it("has the profile below the list at 60x20, where both fit on one page", () => {
    const first = body(ready({ columns: 60, rows: 20 }));
    expect(first).toMatch(/▸A low income +5 .*\n(.*\n)+─ A low income ─.*\n.*mean.*\n Income +10\.8/);
  });

  it("shows the curve as far as it is known while the first segments are looked for", () => {
    const points = shopCurve().points.slice(0, 3);
    const text = body({ ...computing(), points });
    expect(text).toMatch(/^─ Inertia ─/);
    expect(text).toMatch(/ 1 +2 +3 +4 .* 10/);
    expect(body({ ...computing(), points: points.slice(0, 1) }).trim()).toBe("");
    expect(body(pressed({ ...computing(), points }, "escape").state)).toMatch(/^─ Inertia ─/);
  });

  it.each([
    [200, 60],
    [120, 40],
    [80, 24],
    [40, 12],
    [72, 20],
    [150, 12],
    [60, 40],
    [28, 10],
  ])("reaches all of the card at %ix%i", (columns, rows) => {
    const text = allPages(told(ready({ columns, rows })));
    const words = ["Income", "City", "May", "11", "32.1", "highly", "Border", "another", "thresholds", "Keep", "young"];
    for (const word of words) expect(text).toContain(word);
  });

  it("tells everything in words where there is a screen reader", () => {
    const reader = told(ready(undefined, { color: 0, utf8: true, theme: "dark", reader: true }));
    const text = allPages(reader);
    expect(text).not.toMatch(/[─│█⠁-⣿→]/);
    expect(inWords(text)).toContain("▸A low income, 5 customers, 45.5 %.");
    expect(inWords(text)).toContain("Income: 10.8 (all customers: 39.8; ");
    expect(inWords(text)).toContain("To do: Keep them. They matter.");
  });

  it("copies the card as text", () => {
    const step = pressed(told(ready()), "y");
    expect(step.state.message?.text).toBe("Copied the card of A.");
    const [effect] = step.effects;
    const lines = effect?.type === "copy" ? effect.text.split("\n") : [];
    expect(lines).toContain("A low income");
    expect(lines).toContain("Note: Call in May.");
    expect(lines).toContain("Typical: row 3: Income 12, Visits 3, City Oslo.");
    expect(lines).toContain("City: Rome: 20 % (all customers: 50 %; -30 pp).");
  });

  it("fills its room exactly, whatever the room, the names and the looks", () => {
    const name = fc.oneof(
      fc.string({ maxLength: 40 }),
      fc.constantFrom("年収", "\x1b[31m", "👩‍👩‍👧", "x".repeat(120), ""),
    );
    fc.assert(
      fc.property(
        fc.record({
          ...{ width: fc.integer({ min: 1, max: 190 }), height: fc.integer({ min: 1, max: 60 }) },
          ...{ panes: fc.constantFrom("one", "stacked", "columns"), symbols: fc.constantFrom("braille", "ascii") },
          ...{ names: fc.uniqueArray(name, { minLength: 1, maxLength: 9 }), page: fc.nat({ max: 9 }) },
          ...{ segment: fc.nat({ max: 8 }), reader: fc.boolean(), along: fc.constantFrom("columns", "components") },
        }),
        ({ width, height, panes, symbols, names, page, segment, reader, along }) => {
          const labels = Array.from(shop.columns, () => 0).concat(
            Array.from({ length: 9 }, (_, i) => i % names.length),
          );
          const state = told(ready());
          const result = resultOf(shop, labels, names, DEFAULTS);
          const look = { ...state.look, reader };
          const shown: State = { ...state, result, symbols, look, segment: segment % names.length };
          const lines = segmentsView(
            { ...shown, segments: { ...shown.segments, page, along } },
            { width, height, panes },
          );
          expect(lines).toHaveLength(height);
          for (const line of lines) {
            expect(widthOf(line)).toBe(width);
            // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
            for (const { text } of line) expect(text).not.toMatch(/[\u0000-\u001f\u007f-\u009f]/);
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  it("reaches each of 300 columns by Tab", () => {
    const columns = Array.from({ length: 300 }, (_, i) => numbers(`column-${i}.`, [1, 2, 3, 4, i, 6]));
    const table = { rows: 6, columns };
    const state = ready();
    const result = resultOf(table, [0, 0, 0, 1, 1, 1], ["low", "high"], DEFAULTS);
    const wide: State = { ...state, opened: { table, facts: [], choice: null }, result };
    const text = allPages(wide);
    for (const { name } of columns) expect(text).toContain(` ${name} `);
  });
});
