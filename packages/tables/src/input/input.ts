import { stat } from "node:fs/promises";
import { basename } from "node:path";
import { shown, TablesError } from "../tables-error.ts";
import { matchingFiles } from "./pattern.ts";

/** A table to read: a file, a pattern (* ? [a-z]) of files, or several of both; "-" is standard input. */
export type Input = string | readonly string[];

/** Standard input as a path; a file of that name is "./-". */
export const STANDARD_INPUT = "-";

/**
 * The files that an input stands for, in their order: those of a pattern by name. What is a file's name is no pattern.
 *
 * Throws NOT_FOUND, SAME_FILE for a file given twice, and NOT_A_FILE for standard input beside files.
 */
export async function inputPaths(input: Input): Promise<readonly string[]> {
  const given = typeof input === "string" ? [input] : input;
  if (given.length === 0) throw new TablesError("NOT_FOUND", "No file is named.");
  const paths: string[] = [];
  for (const path of given) paths.push(...(await matchingFiles(path)));
  if (paths.length > 1) await refuseTwice(paths);
  if (paths.includes(STANDARD_INPUT) && paths.length > 1) {
    throw new TablesError("NOT_A_FILE", "Standard input (-) cannot be read together with files.");
  }
  return paths;
}

/** By whatever names: a link leads to the same rows. */
async function refuseTwice(paths: readonly string[]): Promise<void> {
  const seen = new Map<string, string>();
  for (const path of paths) {
    const status = path === STANDARD_INPUT ? null : await stat(path, { bigint: true }).catch(() => null);
    const file = status === null ? path : `${status.dev}:${status.ino}`;
    const before = seen.get(file);
    const [one, other] = [shown(basename(before ?? "")), shown(basename(path))];
    if (before !== undefined) {
      const what = one === other ? `${one} is named twice` : `${one} and ${other} are the same file`;
      throw new TablesError("SAME_FILE", `${what}: its rows would count double.`);
    }
    seen.set(file, path);
  }
}
