import { legible } from "../markup.ts";

/** Text that begins a line: its first letter is a capital. */
export function capital(text: string): string {
  const [first = ""] = text;
  return first.toUpperCase() + text.slice(first.length);
}

/** Text on one line of at most `width` characters; what does not fit is cut. */
export function shortened(text: string, width: number): string {
  const characters = [...legible(text)];
  return characters.length > width ? `${characters.slice(0, width - 1).join("")}…` : characters.join("");
}

/** Lines of text 14 pixels apart, around the height `middle`: where vega is to put the first of them. */
export function lined(
  lines: readonly string[],
  middle: number,
): { readonly lines: readonly string[]; readonly y: number } {
  return { lines, y: middle - (lines.length - 1) * 7 };
}

/** Text on at most `most` lines of at most `width` characters, broken between words; what does not fit is cut. */
export function wrapped(text: string, width: number, most = 2): string[] {
  const words = text.split(" ");
  const lines: string[] = [];
  while (words.length > 0) {
    let line = words.shift()!;
    const last = lines.length === most - 1;
    while (words.length > 0 && (last || line.length + 1 + words[0]!.length <= width)) line += ` ${words.shift()}`;
    lines.push(shortened(line, width));
  }
  return lines;
}
