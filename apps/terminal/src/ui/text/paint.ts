import type { ColorLevel } from "../../text/color.ts";
import { cellsOf } from "../../text/visible.ts";
import type { Line, Style } from "./line.ts";
import type { Look } from "./look.ts";

// Okabe and Ito, Color Universal Design (2008), black replaced by a gray that shows on dark and light grounds.
const SEGMENT_COLORS = [
  { rgb: "230;159;0", of256: 214, of16: 33 }, // orange
  { rgb: "86;180;233", of256: 74, of16: 36 }, // sky blue
  { rgb: "0;158;115", of256: 36, of16: 32 }, // bluish green
  { rgb: "204;121;167", of256: 175, of16: 35 }, // reddish purple
  { rgb: "213;94;0", of256: 166, of16: 31 }, // vermilion
  { rgb: "0;114;178", of256: 32, of16: 34 }, // blue
  { rgb: "240;228;66", of256: 227, of16: 93 }, // yellow
  { rgb: "153;153;153", of256: 247, of16: 96 }, // gray; bright cyan of the sixteen
] as const;

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
    const [on, off] = codesOf(style, look.color);
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
    return /^[ -~]$/.test(segment) ? segment : (ASCII[segment] ?? "?".repeat(cellsOf(segment)));
  }).join("");
}

function codesOf(style: Style, level: ColorLevel): readonly [on: string, off: string] {
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
  const color = style.alarm ? 31 : style.segment === undefined ? undefined : colorOf(style.segment, level);
  if (color !== undefined && level > 0) {
    on.push(color);
    off.push(39);
  }
  return [on.join(";"), off.join(";")];
}

function colorOf(segment: number, level: ColorLevel): string | number {
  const { rgb, of256, of16 } = SEGMENT_COLORS[segment % SEGMENT_COLORS.length]!;
  return level === 3 ? `38;2;${rgb}` : level === 2 ? `38;5;${of256}` : of16;
}
