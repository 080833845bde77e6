import { cellsOf } from "../../text/visible.ts";
import type { Line, Style } from "./line.ts";
import type { Look } from "./look.ts";
import { type Hue, PALETTES, type Palette } from "./palette.ts";

const ASCII: Readonly<Record<string, string>> = {
  ...{ "…": "~", "─": "-", "│": "|", "┊": ":", "·": ".", "–": "-", "—": "-", "×": "x", "−": "-" },
  ...{ "┤": "+", "┴": "+", "┬": "+", "├": "+", "└": "+", "┼": "+", "┐": "+", "┌": "+", "┘": "+" },
  ...{ "▸": ">", "●": "o", "◆": "*", "✓": "x", "█": "#", "▌": "#", "▐": "#", "▕": "|", "▏": " ", "▎": " ", "▍": " " },
  ...{ "▋": "#", "▊": "#", "▉": "#", "░": ".", "→": ">", "←": "<", "↑": "^", "↓": "v", "≥": ">", "≤": "<" },
};

/** The characters and SGR codes of a line. Color codes are sent only where there are colors; bold and inverse always. */
export function paint(spans: Line, look: Look): string {
  let painted = "";
  for (const { text, style } of spans) {
    if (text === "") continue;
    const shown = look.utf8 ? text : asciiOf(text);
    const [on, off] = codesOf(style, look);
    painted += on === "" ? shown : `\x1b[${on}m${shown}\x1b[${off}m`;
  }
  return painted;
}

let graphemes: Intl.Segmenter | undefined;

/** The text in as many cells of ASCII. */
function asciiOf(text: string): string {
  if (/^[ -~]*$/.test(text)) return text;
  graphemes ??= new Intl.Segmenter();
  return Array.from(graphemes.segment(text), ({ segment }) => {
    return /^[ -~]$/.test(segment)
      ? segment
      : (ASCII[segment] ?? withoutMarks(segment) ?? "?".repeat(cellsOf(segment)));
  }).join("");
}

/** The letter that marks stand on: `é` is `e`. Null where that is no ASCII either. */
function withoutMarks(grapheme: string): string | null {
  const [letter = ""] = grapheme.normalize("NFD");
  return /^[ -~]$/.test(letter) && cellsOf(grapheme) === 1 ? letter : null;
}

function codesOf(style: Style, look: Look): readonly [on: string, off: string] {
  const on: (string | number)[] = [];
  const off: number[] = [];
  if (style.bold || style.faint) {
    on.push(style.bold ? 1 : 2);
    off.push(22);
  }
  if (style.inverse) {
    on.push(7);
    off.push(27);
  }
  const color = colorOf(style, look);
  if (color !== null) {
    on.push(color);
    off.push(39);
  }
  return [on.join(";"), off.join(";")];
}

function colorOf(style: Style, { color, theme }: Look): string | number | null {
  if (color === 0) return null;
  const hue = hueOf(style, PALETTES[theme]);
  if (hue === undefined) return null;
  return color === 1 ? hue.of16 : `38;5;${hue.of256}`;
}

function hueOf({ alarm, segment, accent }: Style, palette: Palette): Hue | undefined {
  if (alarm) return palette.alarm;
  if (segment !== undefined) return palette.segments[segment % palette.segments.length];
  return accent ? palette.accent : undefined;
}
