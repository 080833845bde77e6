const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/u;

/** Whether a name or a note is all of visible characters and spaces, and not of spaces alone. */
export function isLegible(text: string): boolean {
  return text.trim() !== "" && !INVISIBLE.test(text);
}
