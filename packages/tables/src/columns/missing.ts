const WORDS: ReadonlySet<string> = new Set(["", "na", "n/a", "#n/a", "<na>", "null", "nan"]);
const STARTS: ReadonlySet<number> = new Set([..."nN#<"].map((character) => character.charCodeAt(0)));
const FIRST_GRAPHIC_ASCII = 0x21;
const FIRST_NON_ASCII = 0x80;

/** Whether text means that there is no value: nothing but white space, or NA, N/A, #N/A, <NA>, NULL, NaN in any case. */
export function meansMissing(text: string): boolean {
  return WORDS.has(text.trim().toLowerCase());
}

/** False where a text cannot mean that, by its first byte in UTF-8. */
export function mayMeanMissing(firstByte: number): boolean {
  return firstByte < FIRST_GRAPHIC_ASCII || firstByte >= FIRST_NON_ASCII || STARTS.has(firstByte);
}
