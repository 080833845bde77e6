import stringWidth from "string-width";

// Terminals disagree about the width of joined emoji (ZWJ sequences, variation selectors, skin tones): each is drawn
// as its plain parts, which they agree on. Marks with nothing to stand on would join the cell before them.
// biome-ignore lint/suspicious/noMisleadingCharacterClass: single characters are looked for, not sequences
const JOINERS = /[\u200b-\u200d\u2060\ufe00-\ufe0f\u{1f3fb}-\u{1f3ff}\u{e0000}-\u{e0fff}]|^\p{Mark}+/gu;

// Thai and Lao AM take a cell or none by what stands before them: their two parts never do.
const AM = /[\u0e33\u0eb3]/g;

// C0, DEL, C1, line and paragraph separators, what turns the direction of text, the byte order mark, lone surrogates;
// and the few signs that join the character after them (Unicode: Prepend), of whose width nobody is sure.
const UNSEEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\u0d4e\u{110bd}\u{110cd}\u{111c2}\u{111c3}\u{113d1}\u{1193f}\u{11941}\u{11a84}-\u{11a89}\u{11d46}\u{11f02}]|\p{Surrogate}/gu;

/** The text as a terminal may be sent it: control characters become pictures of themselves (`␛`, `␊`, `�`). */
export function visible(text: string): string {
  if (isPlain(text)) return text;
  return text
    .normalize("NFC")
    .replace(AM, (character) => character.normalize("NFKD"))
    .replace(UNSEEN, (character) => {
      const code = character.charCodeAt(0);
      if (code < 0x20) return String.fromCharCode(0x2400 + code);
      return code === 0x7f ? "␡" : "�";
    })
    .replace(JOINERS, "");
}

/** The number of terminal cells that visible text takes. */
export function cellsOf(text: string): number {
  return NARROW.test(text) ? text.length : stringWidth(text);
}

/** The cells that the widest of these texts takes once it is visible; 0 where there is none. */
export function widestOf(texts: readonly string[]): number {
  return texts.reduce((most, text) => Math.max(most, cellsOf(visible(text))), 0);
}

// Latin letters and what our own numbers, rules, bars and dots are made of: a cell each, whatever stands beside them. Others
// are looked up one by one, which is too slow for a screen full of bars.
const NARROW =
  /^[ -~\u00a1-\u00a8\u00aa-\u00ac\u00af-\u024f\u2010-\u2027\u2190-\u2193\u2212\u2260-\u2265\u2500-\u259f\u25b8\u2800-\u28ff]*$/;

let graphemes: Intl.Segmenter | undefined;

/** Visible text cut to at most `width` cells, with `…` where something was cut; never inside a grapheme. */
export function clipped(text: string, width: number): string {
  if (cellsOf(text) <= width) return text;
  if (width < 1) return "";
  if (isPlain(text)) return `${text.slice(0, width - 1)}…`;
  graphemes ??= new Intl.Segmenter();
  let kept = "";
  let used = 0;
  for (const { segment } of graphemes.segment(text)) {
    used += cellsOf(segment);
    if (used > width - 1) break;
    kept += segment;
  }
  return `${kept}…`;
}

function isPlain(text: string): boolean {
  return /^[ -~]*$/.test(text);
}

/** A name in quotes, for sentences. */
export function quotedName(name: string): string {
  return `"${visible(name)}"`;
}
