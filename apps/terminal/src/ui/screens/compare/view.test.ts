import stringWidth from "string-width";
import { describe, expect, it } from "vitest";
import { layoutOf } from "../../layout.ts";
import type { State } from "../../state/state.ts";
import { pressed } from "../../testing/pressed.ts";
import { ready } from "../../testing/shop.ts";
import { paint } from "../../text/paint.ts";
import { compared, fourFound } from "./testing.ts";
import { compareView } from "./view.ts";

const shown = (state: State, columns = 80, rows = 30): string[] => {
  const layout = layoutOf({ columns, rows });
  if (layout.kind === "sentence") throw new Error("expected room for a screen");
  const room = { width: layout.width, height: layout.bodyHeight, panes: layout.panes };
  return compareView(state, room).map((line) => line.map(({ text }) => text).join(""));
};

describe("two results on the screen", () => {
  it("says how to come by a second where there is one", () => {
    expect(shown(ready()).join(" ")).toMatch(/one result so far.*\+ and - change the\s+number of segments/);
    expect(shown(pressed(fourFound().state, "c").state).join("\n")).toContain("Comparing ...");
  });

  it("shows runs, verdict, cross table and who moved one above the other", () => {
    const text = shown(compared()).map((line) => line.trimEnd());
    expect(text.join("\n")).toMatch(
      /^─ k 4, standard, 2 columns, compared with ─+\n▸ k 3, standard, 2 columns {2}1 segment fewer\n/,
    );
    expect(text.join("\n")).toContain("The segments are much the same");
    expect(text).toContainEqual(expect.stringMatching(/^ +A +B +C +D$/));
    expect(text).toContainEqual(expect.stringMatching(/^ {2}A low income +5\* +· +· +·$/));
    expect(text).toContainEqual(expect.stringMatching(/^ {2}B average income, many visits +· +2\* +2 +·$/));
    expect(text.join("\n")).toMatch(/─ Who moved ─+\n {2}2 \(50\.0 %\) of B went to C: lower Visits/);
    expect(text.join("\n")).toMatch(/ {2}B many visits: was B, 50\.0 % of which stayed\n {2}C some visits: new/);
  });

  it("has two columns where there is room", () => {
    const text = shown(compared(), 120, 40);
    expect(text[0]).toMatch(/^─ k 4, .*┬─ Rows: the other result/);
    expect(text.slice(0, 8).join("\n")).toMatch(/│ {2}A low income +5\*/);
  });

  it("keeps the shortest words, and the pane that is moved in, at 40x12", () => {
    const runs = shown(compared(), 40, 12).join("\n");
    expect(runs).toContain("Much the same (0.85): 2 of 11 changed");
    expect(runs).toContain("▸ k 3, standard");
    expect(shown(pressed(compared(), "tab", "down").state, 40, 12).join("\n")).toMatch(/▸ B average.*2\*/);
    expect(shown(pressed(compared(), "tab", "tab").state, 40, 12).join("\n")).toContain("▸ 2 (50.0 %) of B went to C");
  });

  it("counts the columns that are out of sight, and moves along them", () => {
    const wide = Array.from({ length: 3 }, (_, row) => [row, 1, 2, 1_234_567]);
    const state = compared(undefined, { counts: wide });
    expect(shown(state, 40, 30).join("\n")).toMatch(/ A +B +\+2 →/);
    expect(shown(pressed(state, "right", "right", "right").state, 40, 30).join("\n")).toMatch(/← 2 more.* C +D /);
  });

  it("says so where nobody moved", () => {
    expect(shown(compared(undefined, { flows: [], moved: 0 })).join("\n")).toContain("Nobody: every customer");
  });

  it("is sentences for a screen reader", () => {
    const state = compared();
    const heard = shown({ ...state, look: { ...state.look, reader: true } }).join("\n");
    expect(heard).toContain("B average income, many visits: 2 now in B, 2 in C.");
    expect(heard).toContain("compared with (here up and down move)");
  });

  it("has exactly its size at any size, and lets no control character out, whatever columns and segments are called", () => {
    const state = compared(undefined, {
      flows: [{ from: 1, to: 2, customers: 2, differs: { column: "a\x1b[2Jb\r\n年収", movers: 1, stayers: 2, z: -1 } }],
    });
    const hostile = {
      ...state,
      runs: state.runs.map((run) => ({
        ...run,
        segmentation: {
          ...run.segmentation,
          segments: run.segmentation.segments.map((each) => ({
            ...each,
            name: `\x1b[31m👩‍👩‍👧 \u202e年収 ${each.name}`,
          })),
        },
      })),
    };
    for (const width of [1, 2, 5, 28, 40, 72, 80, 110, 180]) {
      for (const height of [1, 2, 3, 4, 7, 18, 55]) {
        for (const panes of ["one", "stacked", "columns"] as const) {
          const lines = compareView(hostile, { width, height, panes }).map((line) => paint(line, hostile.look));
          // biome-ignore lint/suspicious/noControlCharactersInRegex: only the codes of paint may hold one
          const texts = lines.map((line) => line.replace(/\x1b\[[\d;]+m/g, ""));
          expect(texts).toHaveLength(height);
          expect(texts.map((text) => stringWidth(text))).toEqual(texts.map(() => width));
          expect(texts.join("")).not.toMatch(/\p{Cc}|[\u202a-\u202e]/u);
        }
      }
    }
  });
});
