import { cellsOf, visible } from "./visible.ts";

let graphemes: Intl.Segmenter | undefined;

/**
 * Text made visible, in lines of at most `width` cells, broken between words where that is possible; the second and
 * later lines begin with `indent`.
 */
export function wrapped(text: string, width: number, indent = ""): string[] {
  const lines: string[] = [];
  let line = "";
  let empty = true;
  const next = () => {
    lines.push(line);
    line = indent;
    empty = true;
  };
  for (const word of visible(text).split(" ")) {
    if (!empty && cellsOf(line) + 1 + cellsOf(word) > width) next();
    else if (!empty) line += " ";
    if (cellsOf(line) + cellsOf(word) <= width) line += word;
    else {
      graphemes ??= new Intl.Segmenter();
      for (const { segment } of graphemes.segment(word)) {
        if (!empty && cellsOf(line) + cellsOf(segment) > width) next();
        line += segment;
        empty = false;
      }
    }
    empty = false;
  }
  return [...lines, line];
}
