import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { frame } from "../../frame/frame.ts";
import type { Size } from "../../layout.ts";
import { replied } from "../../state/reply.ts";
import type { State } from "../../state/state.ts";
import { numbers, opened, resultOf, texts } from "../../testing/made.ts";
import { pressed } from "../../testing/pressed.ts";
import { beginning, DEFAULTS, ready, shop } from "../../testing/shop.ts";
import { widthOf } from "../../text/line.ts";
import type { Result } from "../../work/protocol.ts";
import { dataView } from "./view.ts";

const shown = (state: State): string =>
  frame(state)
    .map((line) => line.map(({ text }) => text).join(""))
    .join("\n");

/** On Data after keys, in a terminal of a size. */
const data = (columns: number, rows: number, ...keys: readonly string[]): State =>
  pressed(ready({ columns, rows }), "1", ...keys).state;

/** With notes on a column's shape, and many of them. */
const noted = (state: State): State => {
  const shapes = [
    {
      column: "Income",
      skewness: 3.1,
      outliers: 1,
      suggestion: "log",
      words: "Income: its logarithm (--log 'Income (k$)') may tell more.",
    },
  ] as const;
  const sentences = Array.from({ length: 30 }, (_, index) => `Note number ${index + 1}.`);

  const { segmentation, ...result } = state.result!;
  const notes = { ...segmentation.notes, shapes, sentences: [...sentences, shapes[0].words] };
  return { ...state, result: { ...result, segmentation: { ...segmentation, notes } } satisfies Result };
};

describe("the list of columns", () => {
  it("says of each what is in it, and of text the most frequent values", () => {
    const text = shown(data(80, 24));
    expect(text).toContain("2 of 3 columns taken");
    expect(text).toMatch(/▸ \[✓\] Income +number +8\.3 % +9 +10 +49 +92 +\S/);
    expect(text).toMatch(/\[✓\] Visits +number +– +9 +2 +4\.50 +22/);
    expect(text).toMatch(/\[ \] City +text +8\.3 % +2 +Rome 58\.3 %, Oslo 33\.3 %/);
  });

  it("says how many columns are out of sight", () => {
    expect(shown(data(80, 24))).toContain("2 of 3 columns taken ─");
    const table = { rows: 3, columns: Array.from({ length: 40 }, (_, index) => numbers(`Number ${index}`, [1, 2, 4])) };
    const wide = replied(pressed(beginning(), "1").state, opened(table)).state;
    expect(shown(wide)).toMatch(/columns taken {2}↓ 3\d more ─/);
    expect(shown(pressed(wide, "G").state)).toMatch(/columns taken {2}↑ 3\d more ─/);
  });

  it("keeps large numbers apart, in millions", () => {
    const table = { rows: 4, columns: [numbers("revenue", [-12_345_678, 1_500_000, 2_000_000, 987_654_321])] };
    const text = shown(replied(pressed(beginning(), "1").state, opened(table)).state);
    expect(text).toContain(" -12.35M   1.750M   987.7M ");
  });

  it("marks what waits for r, and shows what is done to a column", () => {
    const text = shown(data(80, 24, "L", ">", "down", "down", "space"));
    expect(text).toContain("3 of 3 columns taken; * waits for r");
    expect(text).toMatch(/ \*\[✓\] Income .* log ×2/);
    expect(text).toMatch(/▸\*\[a\] City/);
    expect(text).toMatch(/ {2}\[✓\] Visits/);
    expect(text).toContain("In what is shown: City left out: text.");
  });

  it("says why a column was taken or left, the settings, and all notes, as far as there is room", () => {
    const text = shown({ ...noted(data(160, 40)), work: { kind: "idle" } });
    expect(text).toContain("Income taken: numbers that vary.");
    expect(text).toContain("Income: its logarithm may tell more. L takes it.");
    expect(text).toContain("[standard] robust  minmax  none");
    expect(text).toContain("[drop] median  category  both");
    expect(text).toContain("Note number 1.");
    expect(text).toMatch(/↓ \d+ more lines/);
  });

  it("says of the sample's columns, about which nobody was asked, what the textbooks do", () => {
    const { result, ...state } = ready();
    const reasons = ["asked", "not-asked", "text"] as const;
    const columns = shop.columns.map(({ name }, index) => {
      const reason = reasons[index]!;
      return { column: name, taken: reason === "asked", reason, words: `${name}: ${reason}` };
    });
    const segmentation = { ...result!.segmentation, choice: { by: "name", columns } } as const;
    const preset = pressed({ ...state, result: { ...result!, segmentation } }, "1").state;
    expect(shown(preset)).toContain("Income taken: one of the two that the textbooks take for this sample.");
    expect(shown(pressed(preset, "down").state)).toContain("Visits left out: the textbooks do without it");
    expect(shown(pressed(preset, "down", "down").state)).toContain("City: text.");
  });

  it("suggests no logarithm that is asked for already: the key would take it back", () => {
    const text = shown({ ...pressed(noted(data(160, 40)), "L").state, work: { kind: "idle" } });
    expect(text).not.toContain("L takes it.");
  });

  it("has no picture where it is read aloud", () => {
    const state = pressed(ready({ columns: 120, rows: 40 }), "1").state;
    expect(shown(state)).toContain("shape");
    const told = shown({ ...pressed(state, "L").state, look: { ...state.look, reader: true } });
    expect(told).not.toContain("shape");
    expect(told).toContain(
      "▸ Income: taken, waits for r, log, number from 10 to 92, median 49, 9 different, 8.3 % missing",
    );
    expect(told).toContain("  City: left out, 2 texts, 8.3 % missing");
    expect(told).toContain("customers without a value in a column taken are left out");
    expect(told).toContain("s scaling: standard, not robust, minmax, none");
  });

  it("is there before the first run has ended", () => {
    const reading = replied(beginning(), opened(shop)).state;
    expect(shown(pressed(reading, "1").state)).toContain("2 of 3 columns taken");
  });
});

describe("all notes", () => {
  it.each([
    [120, 40],
    [80, 24],
    [40, 12],
  ])("can be read to the last at %dx%d", (columns, rows) => {
    const state = pressed(noted(data(columns, rows)), "tab").state;
    const pages = [state];
    for (let page = 0; page < 12; page++) pages.push(pressed(pages.at(-1)!, "pageDown").state);
    const all = pages.map(shown).join("\n");
    for (let note = 1; note <= 30; note++) expect(all).toContain(`Note number ${note}.`);
    expect(all).toContain("(L on its line)");
    expect(pressed(state, "tab").state.data.pane).toBe("columns");
  });
});

describe("the page of a column", () => {
  it("has its histogram, its quartiles and its rows without a value", () => {
    const text = shown(data(120, 40, "enter"));
    expect(text).toContain("Income: number, taken");
    expect(text).toMatch(/lower quartile +11 /);
    expect(text).toMatch(/median +49 /);
    expect(text).toContain("1 row without a value");
    expect(text).toContain("row 12: empty");
    expect(text).toMatch(/┤|\+#/);
  });

  it("lists unreadable cells as they are, and the most frequent texts", () => {
    const column = { ...numbers("debt", [1, Number.NaN, 3]), missing: 0, unreadableCount: 1 };
    const table = { rows: 3, columns: [{ ...column, unreadable: [{ row: 1, value: "n/a\x1b[2J" }] }] };
    const reading = replied(beginning(), opened(table)).state;
    const result = resultOf(table, [0, -1, 1], ["low", "high"], DEFAULTS);
    const state = pressed(
      replied(reading, { type: "segmented", id: reading.lastId, result }).state,
      "1",
      "enter",
    ).state;
    expect(shown(state)).toContain('row 2: "n/a␛[2J"');
    expect(shown(data(80, 24, "G", "enter"))).toMatch(/Rome +7 +58\.3 %/);
  });

  it("turns to the next column with the arrows, and closes with Enter and Esc", () => {
    const page = data(80, 24, "enter", "right");
    expect(shown(page)).toContain("Visits: number, taken  2 of 3  ←→ ─");
    expect(shown(pressed(page, "left").state)).toContain("Income: number, taken");
    for (const key of ["enter", "escape"])
      expect(pressed(page, key).state.data).toMatchObject({ pane: "columns", column: 1 });
  });

  it("shows what waits for r, for the keys work there too", () => {
    expect(shown(data(80, 24, "enter", "L"))).toContain("r runs: logarithm of Income");
  });
});

describe("the table of columns", () => {
  it("is copied with tabs between its cells", () => {
    const step = pressed(data(80, 24), "L", "y");
    const [effect] = step.effects;
    if (effect?.type !== "copy") throw new Error("expected a copy");
    expect(effect.text.endsWith("\n")).toBe(true);
    expect(
      effect.text
        .slice(0, -1)
        .split("\n")
        .map((row) => row.split("\t")),
    ).toEqual([
      ["column", "taken as", "done to it", "type", "missing", "distinct", "least", "median", "most"],
      ["Income", "number", "log", "number", "8.3 %", "9", "10", "49", "92"],
      ["Visits", "number", "", "number", "–", "9", "2", "4.50", "22"],
      ["City", "", "", "text", "8.3 %", "2", "", "", ""],
    ]);
  });
});

describe("the law of the screen", () => {
  const keys = fc.array(
    fc.constantFrom(..."up down left right pageDown G tab enter escape space s L M < >".split(" ")),
    {
      maxLength: 6,
    },
  );
  const size: fc.Arbitrary<Size> = fc.record({
    columns: fc.integer({ min: 1, max: 220 }),
    rows: fc.integer({ min: 1, max: 70 }),
  });
  const panes = fc.constantFrom("one", "stacked", "columns");

  it("is a block of exactly its room, whatever that is", () => {
    fc.assert(
      fc.property(keys, size, panes, fc.boolean(), (pressedKeys, { columns, rows }, split, reader) => {
        const begun = noted(ready());
        const state = pressed({ ...begun, look: { ...begun.look, reader } }, "1", ...pressedKeys).state;
        const lines = dataView(state, { width: columns, height: rows, panes: split });
        expect(lines).toHaveLength(rows);
        for (const line of lines) expect(widthOf(line)).toBe(columns);
      }),
      { numRuns: 200 },
    );
  });

  it("looks at no more columns of a wide table than it shows", () => {
    const columns = Array.from({ length: 300 }, (_, index) => texts(`column ${index}`, ["a", "b"]));
    const reading = replied(beginning({ columns: 80, rows: 24 }), opened({ rows: 2, columns })).state;
    expect(shown(pressed(reading, "1", "G").state)).toMatch(/▸ \[ \] column 299/);
  });
});
