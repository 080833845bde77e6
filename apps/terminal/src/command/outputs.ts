import { constants, type Stats } from "node:fs";
import { access, realpath, stat } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { CommandError } from "./failure.ts";

/** A file that a command is asked to write, by the option that asks for it. */
export interface Output {
  readonly option: "--out" | "--model" | "--report";
  readonly path: string;
}

/**
 * Looks at every output before any work is done. Throws a CommandError: `usage` where two outputs are one file, or one
 * is an input; `input` where a file exists already and `force` is false, is no plain file, or its folder cannot be
 * written to. Throws a TablesError where `--out` has a name that nothing can be written under.
 */
export async function checkOutputs(
  outputs: readonly Output[],
  inputs: readonly string[],
  force: boolean,
): Promise<void> {
  const read = new Set(await Promise.all(inputs.map(placeOf)));
  const taken = new Map<string, string>();
  for (const { option, path } of outputs) {
    const place = await placeOf(path);
    if (read.has(place)) throw new CommandError("usage", `${option} "${path}" is the file that is read.`);
    const other = taken.get(place);
    if (other !== undefined) throw new CommandError("usage", `${other} and ${option} are the same file, "${path}".`);
    taken.set(place, option);
    if (option === "--out") await checkType(path);
    await checkFolder(option, path);
    checkFile(option, path, await found(path), force);
  }
}

async function checkType(path: string): Promise<void> {
  const { outputType } = await import("@kentro/tables");
  outputType(path);
}

function checkFile(option: string, path: string, file: Stats | null, force: boolean): void {
  if (file === null) return;
  if (!file.isFile()) throw new CommandError("input", `${option} "${path}" is not a file that can be replaced.`);
  if (!force) throw new CommandError("input", `${option} "${path}" exists already; --force overwrites it.`);
}

async function checkFolder(option: string, path: string): Promise<void> {
  const folder = dirname(resolve(path));
  const there = await found(folder);
  if (!there?.isDirectory())
    throw new CommandError("input", `${option} "${path}": the folder "${folder}" does not exist.`);
  try {
    await access(folder, constants.W_OK);
  } catch {
    throw new CommandError("input", `${option} "${path}": the folder "${folder}" may not be written to.`);
  }
}

// A file that is there is known by device and number, so that links are seen through; one that is not, by its path.
async function placeOf(path: string): Promise<string> {
  const file = await found(path);
  if (file !== null) return `${file.dev}:${file.ino}`;
  const folder = dirname(resolve(path));
  return join(await realpath(folder).catch(() => folder), basename(path));
}

async function found(path: string): Promise<Stats | null> {
  try {
    return await stat(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR") return null;
    throw error;
  }
}
