const LONGEST = 60;

/** Text from a file, in quotes and safe to print: invisible characters are shown as U+XXXX, long text is cut. */
export function quoted(text: string): string {
  const characters = [...text];
  const cut = characters.length > LONGEST ? `${characters.slice(0, LONGEST).join("")}…` : text;
  return `"${cut.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, codePoint)}"`;
}

/** The first of many texts, quoted, with the number of those left unsaid. */
export function quotedList(texts: readonly string[], most = 20): string {
  const said = texts.slice(0, most).map(quoted).join(", ");
  return texts.length > most ? `${said} and ${texts.length - most} more` : said;
}

function codePoint(character: string): string {
  return `<U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")}>`;
}
