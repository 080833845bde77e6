import { constants, type Stats } from "node:fs";
import { access, realpath, stat } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";

/** A file that is to be written, or a folder for files, by the option that asks for it. */
export interface Output {
  readonly option: "--out" | "--model" | "--report" | "--charts" | "--out-dir";
  readonly path: string;
}

/** Why an output cannot be written where it is asked for. */
export type OutputFault =
  /** It is a file that is read. */
  | { readonly kind: "read" }
  /** Another output is the same file. */
  | { readonly kind: "taken"; readonly by: Output["option"] }
  /** Its name asks for something that is not written: a TablesError that says so. */
  | { readonly kind: "type"; readonly error: unknown }
  | { readonly kind: "noFolder"; readonly folder: string }
  | { readonly kind: "notWritable"; readonly folder: string }
  /** There is something of that name that is no file, or no folder. */
  | { readonly kind: "notAFile" }
  | { readonly kind: "notAFolder" }
  /** There is a file, which would be replaced. */
  | { readonly kind: "exists" };

/** The options that name folders. They may be there, and what is in them is looked at when it is written. */
const FOLDERS: readonly Output["option"][] = ["--charts", "--out-dir"];

/** Whether an output is a folder for files. */
export function isFolder({ option }: Pick<Output, "option">): boolean {
  return FOLDERS.includes(option);
}

/**
 * A look at outputs before any work is done, one after the other: the first fault of each, null where there is none.
 * `inputs` are the files that are read.
 */
export async function outputLook(inputs: readonly string[]): Promise<(output: Output) => Promise<OutputFault | null>> {
  const read = new Set(await Promise.all(inputs.map(placeOf)));
  const taken = new Map<string, Output["option"]>();
  return async (output) => {
    const { option, path } = output;
    const place = await placeOf(path);
    if (read.has(place)) return { kind: "read" };
    const by = taken.get(place);
    if (by !== undefined) return { kind: "taken", by };
    taken.set(place, option);
    return (
      (option === "--out" ? await typeFault(path) : null) ??
      (await folderFault(path)) ??
      (await faultOfWhatIsThere(output, await found(path)))
    );
  };
}

async function typeFault(path: string): Promise<OutputFault | null> {
  const { outputType } = await import("@kentro/tables");
  try {
    outputType(path);
    return null;
  } catch (error) {
    return { kind: "type", error };
  }
}

async function folderFault(path: string): Promise<OutputFault | null> {
  const folder = dirname(resolve(path));
  const there = await found(folder);
  if (!there?.isDirectory()) return { kind: "noFolder", folder };
  return await permissionFault(folder);
}

async function faultOfWhatIsThere(output: Output, there: Stats | null): Promise<OutputFault | null> {
  if (there === null) return null;
  if (!isFolder(output)) return { kind: there.isFile() ? "exists" : "notAFile" };
  return there.isDirectory() ? await permissionFault(resolve(output.path)) : { kind: "notAFolder" };
}

async function permissionFault(folder: string): Promise<OutputFault | null> {
  try {
    await access(folder, constants.W_OK);
    return null;
  } catch {
    return { kind: "notWritable", folder };
  }
}

// A file that is there is known by device and number, so that links are seen through; one that is not, by its path.
async function placeOf(path: string): Promise<string> {
  const file = await found(path);
  if (file !== null) return `${file.dev}:${file.ino}`;
  const folder = dirname(resolve(path));
  return join(await realpath(folder).catch(() => folder), basename(path));
}

/** What is at a path, null where there is nothing. */
export async function found(path: string): Promise<Stats | null> {
  try {
    return await stat(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR") return null;
    throw error;
  }
}
