import type { Symbols } from "@kentro/cells";
import type { Look } from "../text/look.ts";
import type { State } from "./state.ts";
import { saying } from "./step.ts";

const SYMBOLS: readonly Symbols[] = ["braille", "blocks", "ascii"];
const NAMES: Readonly<Record<Symbols, string>> = {
  braille: "braille dots",
  blocks: "half blocks",
  ascii: "letters",
};

/** What pictures are drawn with at first: letters where dots could not show whose they are, or could not be drawn. */
export function firstSymbols({ color, utf8, reader }: Look): Symbols {
  return color === 0 || !utf8 || reader ? "ascii" : "braille";
}

/** The next way to draw, and its name as a message. */
export function nextSymbols(state: State): State {
  if (!state.look.utf8) return saying(state, "Only letters can be drawn: the locale is not UTF-8.");
  const symbols = SYMBOLS[(SYMBOLS.indexOf(state.symbols) + 1) % SYMBOLS.length]!;
  return saying({ ...state, symbols }, `Pictures are drawn with ${NAMES[symbols]}.`);
}
