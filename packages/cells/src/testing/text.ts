import type { Symbols } from "../frame.ts";
import type { Picture } from "../picture.ts";

export const LOOKS: readonly Symbols[] = ["braille", "blocks", "ascii"];

/** The characters of a picture, a line each between line breaks, as a test reads them: without spaces at the ends. */
export function textOf(picture: Picture): string {
  const lines = picture.map((line) => line.map(({ text }) => text).join(""));
  return `\n${lines.map((text) => text.trimEnd()).join("\n")}\n`;
}

/** A picture in braille, in blocks and in ASCII, below each other. */
export function inEveryLook(draw: (symbols: Symbols) => Picture): string {
  return LOOKS.map((symbols) => textOf(draw(symbols))).join("");
}
