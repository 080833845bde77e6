import { describe, expect, it } from "vitest";
import { GROUPS } from "../actions/actions.ts";
import type { State } from "../state/state.ts";
import { pressed } from "../testing/pressed.ts";
import { ready } from "../testing/shop.ts";
import { widthOf } from "../text/line.ts";
import { frame } from "./frame.ts";
import { helpLines } from "./help.ts";

const shown = (state: State): string[] => frame(state).map((line) => line.map(({ text }) => text).join(""));
const every = (width: number): string =>
  helpLines(GROUPS, "data", width)
    .map((line) => line.map(({ text }) => text).join(""))
    .join("\n");

describe("the help", () => {
  it("lists every key that has a label, under its screen's name", () => {
    const labels = GROUPS.flatMap(({ actions }) => actions.flatMap(({ label }) => (label === null ? [] : [label])));
    for (const width of [28, 80, 180]) {
      for (const label of labels) expect(every(width)).toContain(label);
      for (const title of ["Everywhere", "Data", "Segments"]) expect(every(width)).toMatch(new RegExp(` ${title} `));
    }
  });

  it("leaves no word out where it is narrow", () => {
    const words = every(32).replaceAll(/\s+/g, " ");
    for (const { listed, title, label } of GROUPS.flatMap(({ actions }) => actions)) {
      if (label !== null) expect(words).toContain(listed ?? title);
    }
  });

  it("begins with the screen that one is on", () => {
    expect(shown(pressed(ready(), "1", "?").state)[2]).toMatch(/^ Data /);
    expect(shown(pressed(ready(), "3", "?").state)[2]).toMatch(/^ Segments /);
  });

  it("keeps every line to its width, with more columns where there is room", () => {
    for (const width of [28, 40, 80, 120, 180]) {
      for (const line of helpLines(GROUPS, "segments", width)) expect(widthOf(line)).toBe(width);
    }
    expect(helpLines(GROUPS, "segments", 180).length).toBeLessThan(helpLines(GROUPS, "segments", 40).length / 2);
  });

  it("scrolls within its length: one line back from the end shows", () => {
    const small = ready({ columns: 40, rows: 12 });
    const end = pressed(small, "?", "G").state;
    expect(shown(end)[1]).toMatch(/↑ \d+ more/);
    expect(shown(end)[1]).not.toContain("↓");
    expect(shown(pressed(end, "down").state)).toEqual(shown(end));
    expect(shown(pressed(end, "up").state)[1]).toContain("↓ 1 more");
    expect(shown(pressed(end, "g").state)[1]).toMatch(/^─ Keys {2}↓ \d+ more/);
  });
});
