import { lstat, readdir } from "node:fs/promises";
import { join, parse, sep } from "node:path";
import { shown, TablesError } from "../tables-error.ts";

const WILD = /[*?[]/;

/**
 * The path itself where it is a file's or has nothing of a pattern; else the files that match it, sorted by name. *, ? and
 * [a-z], [!a-z] stand for characters within one name; names that begin with a point are matched by such patterns only.
 *
 * Throws NOT_FOUND where no file matches.
 */
export async function matchingFiles(pattern: string): Promise<readonly string[]> {
  if (!WILD.test(pattern) || (await exists(pattern))) return [pattern];
  const { root } = parse(pattern);
  const names = pattern.slice(root.length).split(sep === "\\" ? /[\\/]/ : "/");
  let folders = [root];
  for (const name of names.slice(0, -1)) folders = (await Promise.all(folders.map((f) => within(f, name)))).flat();
  const last = names[names.length - 1];
  const found = (await Promise.all(folders.map((folder) => within(folder, last, true)))).flat().sort(byName);
  if (found.length > 0) return found;
  throw new TablesError("NOT_FOUND", `No file matches ${shown(pattern)}.`);
}

/** What matches one name in a folder: only files, or anything. */
async function within(folder: string, name: string, files = false): Promise<string[]> {
  if (name === "" || name === "." || name === "..") return [join(folder, name)];
  const matches = WILD.test(name) ? nameMatcher(name) : (other: string) => other === name;
  try {
    const entries = await readdir(folder === "" ? "." : folder, { withFileTypes: true });
    const wanted = entries.filter((entry) => matches(entry.name) && !(files && entry.isDirectory()));
    return wanted.map((entry) => join(folder, entry.name));
  } catch {
    return []; // not a folder, or not for us to look into: nothing matches there
  }
}

/** Whether a name matches a pattern for names. */
export function nameMatcher(pattern: string): (name: string) => boolean {
  const pieces = [""]; // between the stars
  for (const [token, not, set] of pattern.matchAll(/\[([!^]?)([\s\S][^\]]*)\]|[\s\S]/g)) {
    if (token === "*") pieces.push("");
    else pieces[pieces.length - 1] += characters(token, not, set);
  }
  const [first, ...others] = pieces;
  const last = others.pop();
  // Where a piece between stars comes first is where it may stay: what has matched in a lookahead is not tried again.
  const middle = others.map((piece, i) => `(?=(?<p${i}>[^]*?${piece}))\\k<p${i}>`);
  const rest = last === undefined ? "" : `${middle.join("")}[^]*${last}`;
  let matcher: RegExp;
  try {
    matcher = new RegExp(`^${first}${rest}$`, "u");
  } catch {
    return () => false; // a set such as [z-a]
  }
  return (name) => matcher.test(name) && (!name.startsWith(".") || pattern.startsWith("."));
}

/** A regular expression for a set, a question mark, or what stands for itself: brackets with nothing in them too. */
function characters(token: string, not = "", set = ""): string {
  const nothing = set === "" || (not === "" && /^[!^]/.test(set));
  if (!nothing) return `[${not === "" ? "" : "^"}${set.replace(/[\\\][^]/g, "\\$&")}]`;
  return token === "?" ? "[^]" : token.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}

async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}

function byName(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
