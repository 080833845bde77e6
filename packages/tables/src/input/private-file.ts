import { rmSync } from "node:fs";
import { type FileHandle, mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { shownPath, TablesError } from "../tables-error.ts";

/** A temporary file that nobody else may read. */
export interface PrivateFile {
  readonly path: string;
  /** Removes it and its folder; what is removed already is no fault. */
  remove(): Promise<void>;
}

/** Folders that are to go when the process does. */
const folders = new Set<string>();
const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * Writes a temporary file of mode 0600 in a folder of mode 0700 and returns it; the caller removes it. It goes also
 * when `write` rejects, when the process exits, and when a signal ends it.
 *
 * Throws DISK_FULL and WRITE_FAILED, besides what `write` throws.
 */
export async function writePrivateFile(write: (file: FileHandle) => Promise<void>): Promise<PrivateFile> {
  let folder: string | null = null;
  try {
    folder = await mkdtemp(join(tmpdir(), "kentro-"));
    watch(folder);
    const path = join(folder, "table");
    const file = await open(path, "wx", 0o600);
    try {
      await write(file);
    } finally {
      await file.close();
    }
    const written = folder;
    return { path, remove: () => remove(written) };
  } catch (error) {
    if (folder !== null) await remove(folder);
    throw writingFault(error);
  }
}

async function remove(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  folders.delete(folder);
  if (folders.size === 0) unwatch();
}

function watch(folder: string): void {
  if (folders.size === 0) {
    process.on("exit", removeAll);
    for (const signal of SIGNALS) process.on(signal, onSignal);
  }
  folders.add(folder);
}

function unwatch(): void {
  process.off("exit", removeAll);
  for (const signal of SIGNALS) process.off(signal, onSignal);
}

function removeAll(): void {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  folders.clear();
}

/** A program that listens itself decides what becomes of it; else the signal does what it would have done. */
function onSignal(signal: NodeJS.Signals): void {
  if (process.listenerCount(signal) > 1) return;
  removeAll();
  unwatch();
  process.kill(process.pid, signal);
}

function writingFault(error: unknown): unknown {
  const code = error instanceof Error && "code" in error ? error.code : "";
  const syscall = error instanceof Error && "syscall" in error ? error.syscall : "";
  const place = shownPath(tmpdir());
  if (code === "ENOSPC" || code === "EDQUOT") {
    return new TablesError("DISK_FULL", `The disk is full: there is no room for a temporary file in ${place}.`);
  }
  const ours =
    syscall === "mkdtemp" ||
    syscall === "write" ||
    (error instanceof Error && "path" in error && String(error.path).startsWith(place));
  return ours
    ? new TablesError("WRITE_FAILED", `No temporary file can be written in ${place} (${String(code)}).`)
    : error;
}
