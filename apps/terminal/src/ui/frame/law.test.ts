import fc from "fast-check";
import stringWidth from "string-width";
import { describe, expect, it } from "vitest";
import type { Size } from "../layout.ts";
import { reduce } from "../state/reduce.ts";
import type { State } from "../state/state.ts";
import { anySize, anyState } from "../testing/anything.ts";
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
