import { wrapped } from "../../text/wrapped.ts";
import { type Line, line, type Style } from "./line.ts";

/** A text in lines of the width, with a cell free on both sides; none for an empty one. */
export function paragraph(text: string, width: number, style?: Style): Line[] {
  return text === "" ? [] : wrapped(text, Math.max(1, width - 2)).map((each) => line(` ${each}`, style));
}
