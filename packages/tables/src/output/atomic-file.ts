import { constants } from "node:fs";
import { access, type FileHandle, link, open, realpath, rename, stat, unlink } from "node:fs/promises";
import { dirname } from "node:path";
import { shownPath, TablesError } from "../tables-error.ts";
import { withTemporaryFile } from "./temporary-file.ts";

const PERMISSION_BITS = 0o777;
/** What file systems without hard links answer. */
const NO_LINKS: readonly string[] = ["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EMLINK"];

/**
 * Writes a file as a whole or not at all: into a new file of an unpredictable name in the same folder, which takes the
 * place of `out` only when all of it is on the disk. On any error, when `write` rejects or the signal is aborted, it
 * is removed; so it is when the process exits. `write` gets the new file and its path, and its answer is handed on.
 *
 * An existing file stays unless `overwrite`; it is looked for before the work and, without a race, at the end.
 * Throws EXISTS, IS_DIRECTORY, NOT_A_FILE, NO_FOLDER, NO_PERMISSION, DISK_FULL and WRITE_FAILED.
 */
export async function writeAtomically<T>(
  out: string,
  overwrite: boolean,
  write: (file: FileHandle, temporary: string) => Promise<T>,
  signal?: AbortSignal,
): Promise<T> {
  try {
    signal?.throwIfAborted();
    const existing = await refuseExisting(out, overwrite);
    const target = existing?.path ?? out;
    return await withTemporaryFile(dirname(target), async (file, temporary) => {
      if (existing !== null) await file.chmod(existing.mode);
      const answer = await write(file, temporary);
      await file.sync();
      await file.close();
      signal?.throwIfAborted();
      if (overwrite) await rename(temporary, target);
      else await moveToFreeName(temporary, target);
      return answer;
    });
  } catch (error) {
    throw writingFault(error, out);
  }
}

/**
 * Refuses what must not be written over, before any work: EXISTS without `overwrite`, IS_DIRECTORY, NOT_A_FILE,
 * NO_PERMISSION. Returns the file that would be replaced, or null where there is none.
 */
export async function refuseExisting(out: string, overwrite: boolean): Promise<{ path: string; mode: number } | null> {
  try {
    const status = await stat(out);
    if (status.isDirectory())
      throw new TablesError("IS_DIRECTORY", `${shownPath(out)} is a folder, not a file to write to.`);
    if (!status.isFile()) throw new TablesError("NOT_A_FILE", `${shownPath(out)} is not a regular file.`);
    if (!overwrite) throw exists(out);
    await access(out, constants.W_OK);
    // The file that a symbolic link leads to is replaced, not the link.
    return { path: await realpath(out), mode: status.mode & PERMISSION_BITS };
  } catch (error) {
    if (codeOf(error) === "ENOENT") return null;
    throw writingFault(error, out);
  }
}

async function moveToFreeName(temporary: string, target: string): Promise<void> {
  try {
    await link(temporary, target);
  } catch (error) {
    if (!NO_LINKS.includes(codeOf(error))) throw error;
    await (await open(target, "wx")).close(); // takes the name, or fails where somebody else has
    await rename(temporary, target);
    return;
  }
  await unlink(temporary);
}

function exists(out: string): TablesError {
  return new TablesError("EXISTS", `${shownPath(out)} exists already, and is not overwritten unless asked for.`);
}

/** The sentence for what the file system said while writing; other errors come back as they are. */
export function writingFault(error: unknown, out: string): unknown {
  const code = codeOf(error);
  if (error instanceof TablesError || code === "") return error;
  const name = shownPath(out);
  if (code === "EEXIST") return exists(out);
  if (code === "ENOENT" || code === "ENOTDIR") {
    return new TablesError("NO_FOLDER", `${name} cannot be written: there is no folder ${shownPath(dirname(out))}.`);
  }
  if (code === "EACCES" || code === "EPERM" || code === "EROFS") {
    return new TablesError("NO_PERMISSION", `${name} cannot be written: permission denied.`);
  }
  if (code === "ENOSPC" || code === "EDQUOT") {
    return diskFull(out);
  }
  return new TablesError("WRITE_FAILED", `${name} cannot be written (${code}). Nothing was kept.`);
}

export function diskFull(out: string): TablesError {
  return new TablesError("DISK_FULL", `${shownPath(out)} cannot be written: the disk is full. Nothing was kept.`);
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error && typeof error.code === "string" && "syscall" in error
    ? error.code
    : "";
}
