import fc from "fast-check";
import stringWidth from "string-width";
import { describe, expect, it } from "vitest";
import type { Size } from "../layout.ts";
import { begin } from "../state/begin.ts";
import { reduce } from "../state/reduce.ts";
import { replied } from "../state/reply.ts";
import type { State } from "../state/state.ts";
import { anySize, anyState } from "../testing/anything.ts";
import { curveOf, numbers, opened, resultOf } from "../testing/made.ts";
import { pressed } from "../testing/pressed.ts";
import { DEFAULTS } from "../testing/shop.ts";
import { paint } from "../text/paint.ts";
import { frame } from "./frame.ts";
import { spoken, spokenPrompt } from "./spoken.ts";

const CONTROL = /\p{Cc}|\p{Cs}|\p{Zl}|\p{Zp}|[\u200d\u202a-\u202e\u2066-\u2069]/u;

function fits(state: State, { columns, rows }: Size): void {
  const lines = frame(state).map((line) => paint(line, state.look));
  expect(lines.length).toBeLessThanOrEqual(Math.max(0, rows - 1));
  for (const line of lines) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: only the codes of paint may hold one
    const text = line.replace(/\x1b\[[\d;]+m/g, "");
    expect(text).not.toMatch(CONTROL);
    if (!state.look.utf8) expect(text).toMatch(/^[ -~]*$/);
    expect(stringWidth(text), JSON.stringify(text)).toBeLessThanOrEqual(columns);
  }
}

const SIZES = [
  [200, 60],
  [120, 40],
  [80, 24],
  [40, 12],
  [20, 5],
] as const;

/** A table of a million rows in three segments, with their curve. */
function millionRows(): State {
  const rows = 1_000_000;
  const along = (step: number): number[] => Array.from({ length: rows }, (_, row) => ((row * step) % 9973) / 7);
  const table = { rows, columns: [numbers("visits", along(3)), numbers("spend \x1b[2J", along(11))] };
  const labels = Array.from({ length: rows }, (_, row) => (row % 4) - 1);
  const look = { color: 3, utf8: true, theme: "dark", reader: false } as const;
  const reading = begin("shop.csv", { columns: 80, rows: 24 }, look).state;
  const asked = replied(reading, opened(table)).state;
  const result = resultOf(table, labels, ["few", "年収", "many"], DEFAULTS);
  const found = replied(asked, { type: "segmented", id: asked.lastId, result }).state;
  return replied(found, { type: "curve", id: asked.lastId, curve: curveOf(DEFAULTS, 3) }).state;
}

describe("the law of the layout", () => {
  it("no line is wider than the terminal, at most rows - 1 lines, no control character gets out", () => {
    fc.assert(
      fc.property(anyState, (state) => fits(state, state.size)),
      { numRuns: 250 },
    );
  });

  it("holds after the window has changed", () => {
    fc.assert(
      fc.property(anyState, anySize, (state, size) => fits(reduce(state, { type: "resized", size }).state, size)),
      { numRuns: 50 },
    );
  });

  it("holds for a million rows on every screen, at the sizes that screens are made for", () => {
    const state = millionRows();
    for (const key of ["1", "2", "3", "4", "5", "6", "p", "O", "?"]) {
      const shown = pressed(state, key).state;
      for (const [columns, rows] of SIZES) {
        const size = { columns, rows };
        fits(reduce(shown, { type: "resized", size }).state, size);
      }
    }
  });

  it("hides nothing behind faint text: only rules are faint", () => {
    fc.assert(
      fc.property(anyState, (state) => {
        const faint = frame(state).flatMap((line) => line.filter(({ style }) => style.faint));
        for (const { text } of faint) expect(text).toMatch(/^[\u2500-\u257f· ]*$/);
      }),
      { numRuns: 50 },
    );
  });

  it("is read aloud in lines without control characters", () => {
    fc.assert(
      fc.property(anyState, (state) => {
        for (const text of [...spoken(state), spokenPrompt(state)]) expect(text).not.toMatch(CONTROL);
      }),
      { numRuns: 50 },
    );
  });
});
