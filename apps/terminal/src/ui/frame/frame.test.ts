import { describe, expect, it } from "vitest";
import { press } from "../actions/press.ts";
import { replied } from "../state/reply.ts";
import type { State } from "../state/state.ts";
import { beginning, computing, ready } from "../testing/shop.ts";
import { frame } from "./frame.ts";

const shown = (state: State): string[] => frame(state).map((line) => line.map(({ text }) => text).join(""));
const after = (state: State, ...keys: readonly string[]): State =>
  keys.reduce((before, key) => press(before, key).state, state);

describe("the frame", () => {
  it("shows names, sizes and the profile of the selected segment at 80x24", () => {
    const text = shown(ready()).join("\n");
    expect(text).toMatch(/▸A 5 +45\.5 % █+ +│/);
    expect(text).toMatch(/^ {2}low income +│/m);
    expect(text).toMatch(/ C 2 +18\.2 % █/);
    expect(text).toMatch(/ Income +10\.8 /);
    expect(text).toContain("3 segments of 11 customers.");
    expect(text).toContain("? help  q quit  Tab more");
    expect(text).toContain("Income →");
  });

  it("leaves nothing of a caveat unsaid where there is room", () => {
    const state = ready();
    const headline =
      "Weak structure: there is no clear elbow; the 3 segments of 11 customers below, the best by silhouette (0.39), are a convenient cut, perhaps not natural groups.";
    const result = { ...state.result!, segmentation: { ...state.result!.segmentation, headline } };
    expect(
      shown({ ...state, result })
        .map((line) => line.trim())
        .join(" "),
    ).toContain(headline);
  });

  it("moves the profile with the selection", () => {
    const lines = shown(after(ready(), "down", "down"));
    expect(lines.find((line) => line.startsWith("▸"))).toMatch(/^▸C 2 /);
    expect(lines.join("\n")).toContain("─ C high income ─");
    expect(lines.join("\n")).toMatch(/ Income +91 /);
  });

  it("marks the suggested k on the curve and says why", () => {
    const text = shown(after(ready(), "2")).join("\n");
    expect(text).toContain("The curve bends at k = 3.");
    expect(text).toContain(": suggested k = 3");
    expect(text).toMatch(/▸ +3 +77\.0 .*◆/);
  });

  it("says plainly where the silhouette disagrees", () => {
    const state = ready();
    const text = shown(after({ ...state, curve: { ...state.curve!, k: 4 } }, "2")).join(" ");
    expect(text).toContain("The silhouette is highest at k = 3 (0.50).");
  });

  it("shows the customers of a segment as the file has them", () => {
    const text = shown(after(ready(), "down", "enter")).join("\n");
    expect(text).toContain("4 of 12 customers  segment=B");
    expect(text).toMatch(/▸ +6 +B +52 +20 +Rome/);
  });

  it("shows which columns were taken, and why the one under the cursor was left", () => {
    const text = shown(after(ready(), "1", "G")).join("\n");
    expect(text).toMatch(/\[✓\] Income +number +8\.3 % +9 +10 +49 +92/);
    expect(text).toContain("City left out: text.");
  });

  it("counts the rows that it could not use, and the cells that kept them out", () => {
    const state = ready();
    expect(shown(state).join("\n")).toContain("1 row left out: 1 cell without a number");
    const leftOut = { count: 3, cells: [{ row: 12, column: "Income", value: "" }], cellCount: 4 };
    const result = { ...state.result!, segmentation: { ...state.result!.segmentation, leftOut } };
    expect(shown({ ...state, result }).join("\n")).toContain(
      '3 rows left out: 4 cells without a number (first: row 12, "Income", no value)',
    );
  });

  it("asks where to save and whether to replace a file", () => {
    expect(shown(after(ready(), "w", "enter")).join("\n")).toContain("Labels to: shop-segments.csv");
    const saving = after(ready(), "w", "w");
    const places = [{ path: "/home/a.csv", shown: "a.csv" }];
    const exists = replied(saving, { type: "exists", id: saving.lastId, places }).state;
    expect(shown(exists).join("\n")).toContain('"a.csv" is there already.');
  });

  it("says what it is doing while there is nothing to show, and why there is nothing", () => {
    expect(shown(beginning()).join("\n")).toContain('Reading "shop.csv" ...');
    expect(shown(computing()).join("\n")).toContain("Looking for segments ...");
    const failed = replied(beginning(), { type: "failed", id: 1, message: '"shop.csv" does not exist.' }).state;
    expect(shown(failed).join("\n")).toMatch(/"shop\.csv" does not exist\.[\s\S]*r tries again, q quits/);
    expect(shown({ ...failed, screen: "elbow" }).join("\n")).toContain(
      "r tries again, O opens another table, q quits.",
    );
  });

  it("says what there is after a stop before the first segments", () => {
    const stopped = after(computing(), "escape");
    expect(shown(stopped)[1]).toContain("Stopped: there is nothing to show yet.");
    const points = [1, 2, 3].map((k) => ({ k, inertia: 9 / k, silhouette: null, smallest: 1 }));
    expect(shown({ ...stopped, points })[1]).toContain("Stopped: no segments yet, but the curve up to k = 3.");
  });

  it("degrades to one pane at 40x12 and to a sentence in less", () => {
    const narrow = shown(ready({ columns: 40, rows: 12 }));
    expect(narrow).toHaveLength(11);
    expect(narrow[0]).toContain("3/6 Segments");
    expect(narrow.join("\n")).toMatch(/▸A low income/);
    expect(shown(after(ready({ columns: 40, rows: 12 }), "tab")).join("\n")).toMatch(/ Income +10\.8/);
    expect(shown(ready({ columns: 20, rows: 5 })).join(" ")).toContain("20x5 is too small to draw in");
  });

  it("draws pictures in one pane too, where they have room", () => {
    const tall = ready({ columns: 40, rows: 40 });
    expect(shown(tall).join("\n")).toContain("Income →");
    expect(shown(after(tall, "2")).join("\n")).toContain(": suggested k = 3");
  });

  it("keeps help and quit in the footer as long as anything fits", () => {
    expect(shown(ready({ columns: 28, rows: 10 })).at(-1)).toContain("? help  q quit");
  });
});
