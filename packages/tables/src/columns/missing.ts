import { literal } from "../duckdb/sql-text.ts";

const WORDS: ReadonlySet<string> = new Set(["", "na", "n/a", "#n/a", "<na>", "null", "nan"]);
const STARTS: ReadonlySet<number> = new Set([..."nN#<"].map((character) => character.charCodeAt(0)));
const FIRST_GRAPHIC_ASCII = 0x21;
const FIRST_NON_ASCII = 0x80;
/** What String.trim takes away, as RE2 writes it. */
const SPACE = "[\\s\\x0b\\p{Zs}\\x{2028}\\x{2029}\\x{feff}]*";

/** Whether text means that there is no value: nothing but white space, or NA, N/A, #N/A, <NA>, NULL, NaN in any case. */
export function meansMissing(text: string): boolean {
  return WORDS.has(text.trim().toLowerCase());
}

/** False where a text cannot mean that, by its first byte in UTF-8. */
export function mayMeanMissing(firstByte: number): boolean {
  return firstByte < FIRST_GRAPHIC_ASCII || firstByte >= FIRST_NON_ASCII || STARTS.has(firstByte);
}

/** SQL: whether a text means that. */
export function meansMissingSql(text: string): string {
  return `regexp_full_match(${text}, ${literal(`(?i)${SPACE}(?:${[...WORDS].join("|")})${SPACE}`)})`;
}

/** SQL: a text without the white space around it; NULL where it means that there is no value. */
export function presentTextSql(text: string): string {
  const trimmed = `regexp_replace(${text}, ${literal(`^${SPACE}|${SPACE}$`)}, '', 'g')`;
  // Most texts begin and end with a letter or digit, and are not looked at twice.
  const odd = `regexp_matches(${text}, '^(?:$|[^!-~]|[nN#<])|[^!-~]$')`;
  return `CASE WHEN NOT ${odd} THEN ${text} WHEN ${meansMissingSql(text)} THEN NULL ELSE ${trimmed} END`;
}
