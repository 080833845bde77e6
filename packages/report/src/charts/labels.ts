import { legible } from "../markup.ts";

/** Text on one line of at most `width` characters; what does not fit is cut. */
export function shortened(text: string, width: number): string {
  const characters = [...legible(text)];
  return characters.length > width ? `${characters.slice(0, width - 1).join("")}…` : characters.join("");
}

/** Text on at most two lines of at most `width` characters, broken between words; what does not fit is cut. */
export function wrapped(text: string, width: number): string[] {
  const words = text.split(" ");
  let first = words.shift()!;
  while (words.length > 0 && first.length + 1 + words[0]!.length <= width) first += ` ${words.shift()}`;
  const lines = words.length === 0 ? [first] : [first, words.join(" ")];
  return lines.map((line) => shortened(line, width));
}
