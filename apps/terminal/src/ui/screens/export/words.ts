import { quotedName } from "../../../text/visible.ts";

interface Shown {
  readonly shown: string;
}

/** "a", "a and b", "a, b and c". */
function listed(texts: readonly string[]): string {
  const last = texts.at(-1) ?? "";
  return texts.length < 2 ? last : `${texts.slice(0, -1).join(", ")} and ${last}`;
}

/** What is complete, as a further sentence; nothing where nothing is. */
export function savedWords(done: readonly Shown[]): string {
  return done.length === 0 ? "" : ` Saved ${listed(done.map(({ shown }) => shown))}.`;
}

/** That files are there already. */
export function thereWords(there: readonly Shown[]): string {
  const names = listed(there.map(({ shown }) => quotedName(shown)));
  return `${names} ${there.length === 1 ? "is" : "are"} there already.`;
}

/** What is asked before anything is replaced. */
export function replaceQuestion(there: readonly Shown[]): string {
  return `${thereWords(there)} Enter replaces ${there.length === 1 ? "it" : "them"}; Esc writes nothing.`;
}
