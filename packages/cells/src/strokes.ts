import type { Symbols } from "./frame.ts";

/** The characters of axes and marks, one cell each. */
export interface Strokes {
  readonly horizontal: string;
  readonly vertical: string;
  readonly corner: string;
  /** A tick of the vertical axis. */
  readonly left: string;
  /** A tick of the horizontal axis. */
  readonly below: string;
  readonly dotted: string;
  readonly point: string;
  /** Where a trail begins. */
  readonly start: string;
}

const DRAWN: Strokes = {
  ...{ horizontal: "─", vertical: "│", corner: "└", left: "┤", below: "┴", dotted: "┊" },
  ...{ point: "●", start: "○" },
};
const ASCII: Strokes = {
  ...{ horizontal: "-", vertical: "|", corner: "+", left: "+", below: "+", dotted: ":" },
  ...{ point: "o", start: "o" },
};

/** The characters that go with the symbols of a frame. */
export function strokesOf(symbols: Symbols): Strokes {
  return symbols === "ascii" ? ASCII : DRAWN;
}
