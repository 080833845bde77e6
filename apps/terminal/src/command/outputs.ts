import { constants, type Stats } from "node:fs";
import { access, realpath, stat } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { CommandError } from "./failure.ts";

/** A file that a command is asked to write, or a folder for files, by the option that asks for it. */
export interface Output {
  readonly option: "--out" | "--model" | "--report" | "--charts" | "--out-dir";
  readonly path: string;
}

/** What other programs take for standard output, which has what a command says. */
const STANDARD_OUTPUT = "-";

/** The options that name folders. They may be there, and what is in them is looked at when it is written. */
const FOLDERS: readonly Output["option"][] = ["--charts", "--out-dir"];

/**
 * Looks at every output before any work is done. Throws a CommandError: `usage` where two outputs are one file, or one
 * is an input or standard output; `input` where a file exists already and `force` is false, is no plain file, or its folder cannot be
 * written to. Throws a TablesError where `--out` has the name of something that is not written.
 */
export async function checkOutputs(
  outputs: readonly Output[],
  inputs: readonly string[],
  force: boolean,
): Promise<void> {
  const read = new Set(await Promise.all(inputs.map(placeOf)));
  const taken = new Map<string, string>();
  for (const { option, path } of outputs) {
    if (path === STANDARD_OUTPUT) {
      const what = FOLDERS.includes(option) ? "folder" : "file";
      throw new CommandError("usage", `${option} writes a ${what}, not to standard output; one of that name is "./-".`);
    }
    const place = await placeOf(path);
    if (read.has(place)) throw new CommandError("usage", `${option} "${path}" is the file that is read.`);
    const other = taken.get(place);
    if (other !== undefined) throw new CommandError("usage", `${other} and ${option} are the same file, "${path}".`);
    taken.set(place, option);
    if (option === "--out") await checkType(path);
    await checkFolder(option, path);
    const there = await found(path);
    if (FOLDERS.includes(option)) await checkOwnFolder(option, path, there);
    else checkFile(option, path, there, force);
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

async function checkOwnFolder(option: string, path: string, there: Stats | null): Promise<void> {
  if (there === null) return;
  if (!there.isDirectory()) throw new CommandError("input", `${option} "${path}" is a file, not a folder.`);
  await checkWritable(option, path, resolve(path));
}

async function checkFolder(option: string, path: string): Promise<void> {
  const folder = dirname(resolve(path));
  const there = await found(folder);
  if (!there?.isDirectory())
    throw new CommandError("input", `${option} "${path}": the folder "${folder}" does not exist.`);
  await checkWritable(option, path, folder);
}

async function checkWritable(option: string, path: string, folder: string): Promise<void> {
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
