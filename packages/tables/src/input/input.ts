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
  const twice = paths.find((path, i) => paths.indexOf(path) < i);
  if (twice !== undefined) {
    throw new TablesError("SAME_FILE", `${shown(basename(twice))} is named twice: its rows would count double.`);
  }
  if (paths.includes(STANDARD_INPUT) && paths.length > 1) {
    throw new TablesError("NOT_A_FILE", "Standard input (-) cannot be read together with files.");
  }
  return paths;
}
