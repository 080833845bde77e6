import stringWidth from "string-width";

// Control characters (C0, DEL, C1), line and paragraph separators, what turns the direction of text, the byte order
// mark, and lone surrogates: everything that could move the cursor, hide text or reorder it.
const UNSEEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const SHORT: Readonly<Record<string, string>> = { "\n": "\\n", "\r": "\\r", "\t": "\\t" };

/** The text with every control character written out (`\x1b`, `\n`, `\u202e`), so that a terminal shows and never obeys it. */
export function visible(text: string): string {
  return text.replace(UNSEEN, (character) => {
    const code = character.charCodeAt(0);
    const hex = code.toString(16);
    return SHORT[character] ?? (code < 0x100 ? `\\x${hex.padStart(2, "0")}` : `\\u${hex.padStart(4, "0")}`);
  });
}

/** The number of terminal cells that visible text takes. */
export function cellsOf(text: string): number {
  return stringWidth(text);
}

const graphemes = new Intl.Segmenter();

/** Visible text cut to at most `width` cells, with an ellipsis where something was cut. Never cuts inside a grapheme. */
export function fitted(text: string, width: number): string {
  if (cellsOf(text) <= width) return text;
  let kept = "";
  let used = 0;
  for (const { segment } of graphemes.segment(text)) {
    const cells = cellsOf(segment);
    if (used + cells > width - 1) break;
    kept += segment;
    used += cells;
  }
  return width < 1 ? "" : `${kept}…`;
}
