import { type BigIntStats, fstatSync } from "node:fs";
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach } from "vitest";
import { TablesError, type TablesErrorCode } from "../tables-error.ts";

/** A temporary folder, new for each test of the file. */
export interface Folder {
  path(name: string): string;
  /** Writes a file and returns its path. */
  file(name: string, content: string | Uint8Array): Promise<string>;
  text(name: string): Promise<string>;
  names(): Promise<string[]>;
}

export function folderForEachTest(): Folder {
  let folder = "";
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "kentro-tables-"));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));
  const path = (name: string): string => join(folder, name);
  return {
    path,
    async file(name, content) {
      await writeFile(path(name), content);
      return path(name);
    },
    text: (name) => readFile(path(name), "utf8"),
    names: async () => (await readdir(folder)).sort(),
  };
}

/** What a promise failed with, as a TablesError of this code; anything else fails the test. */
export async function fault(code: TablesErrorCode, promise: Promise<unknown>): Promise<TablesError> {
  const error: unknown = await promise.then(
    () => new Error(`expected ${code}, but nothing was wrong`),
    (reason: unknown) => reason,
  );
  if (!(error instanceof TablesError) || error.code !== code) throw error;
  return error;
}

/** Whether this process has a file open (on systems with /dev/fd). */
export async function isOpen(path: string): Promise<boolean> {
  const { ino, dev } = await stat(path, { bigint: true });
  return (await readdir("/dev/fd")).some((descriptor) => {
    const open = statusOf(Number(descriptor));
    return open?.ino === ino && open.dev === dev;
  });
}

function statusOf(descriptor: number): BigIntStats | null {
  try {
    return fstatSync(descriptor, { bigint: true });
  } catch {
    return null; // the one that listed the folder is closed by now
  }
}
