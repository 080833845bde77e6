import type { Dirent } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { isTable } from "./folder.ts";

/** What was typed, gone on with. */
interface Completion {
  readonly text: string;
  /** How many folders and tables begin with it. */
  readonly names: number;
}

/**
 * Goes on with a path that is being typed as far as all folders and tables agree that begin with it; behind a folder that is
 * the only one a slash is set. `pathOf` makes a full path of what is typed.
 */
export async function completed(text: string, pathOf: (text: string) => string): Promise<Completion> {
  const [folder = "", begun = ""] = /^(.*[/\\])?([^/\\]*)$/s.exec(text)?.slice(1) ?? [];
  const place = pathOf(folder === "" ? "." : folder);
  const entries = await readdir(place, { withFileTypes: true }).catch((): Dirent[] => []);
  const isHidden = (name: string): boolean => name.startsWith(".") && !begun.startsWith(".");
  const fitting = entries.filter(({ name }) => name.startsWith(begun) && !isHidden(name));
  const kinds = await Promise.all(fitting.map((entry) => isFolder(place, entry)));
  const wanted = fitting.flatMap(({ name }, i) => (kinds[i] === true ? [`${name}/`] : isTable(name) ? [name] : []));
  const [first, ...others] = wanted;
  if (first === undefined) return { text, names: 0 };
  const shared = others.reduce(sharedBeginning, first);
  return { text: folder + (shared.startsWith(begun) ? shared : begun), names: wanted.length };
}

async function isFolder(place: string, entry: Dirent): Promise<boolean> {
  if (!entry.isSymbolicLink()) return entry.isDirectory();
  const status = await stat(join(place, entry.name)).catch(() => null);
  return status?.isDirectory() === true;
}

/** By whole characters, so that none is cut in two. */
function sharedBeginning(one: string, other: string): string {
  const [a, b] = [Array.from(one), Array.from(other)];
  const end = a.findIndex((character, i) => character !== b[i]);
  return end < 0 ? one : a.slice(0, end).join("");
}
