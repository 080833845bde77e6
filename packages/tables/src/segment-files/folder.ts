import { mkdir, rmdir } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { writingFault } from "../output/atomic-file.ts";
import { shownPath, TablesError } from "../tables-error.ts";

/**
 * Makes a folder, and those above it, where there is none; gives back a function that takes away the folders made, as far as
 * they are empty. Throws NO_FOLDER where something else has the name, NO_PERMISSION, DISK_FULL, WRITE_FAILED.
 */
export async function makeFolder(folder: string): Promise<() => Promise<void>> {
  let first: string | undefined;
  try {
    first = await mkdir(folder, { recursive: true });
  } catch (error) {
    if (error instanceof Error && "code" in error && (error.code === "EEXIST" || error.code === "ENOTDIR")) {
      throw new TablesError("NO_FOLDER", `${shownPath(folder)} cannot be written to: it is, or lies in, a file.`);
    }
    throw writingFault(error, folder);
  }
  return async () => {
    if (first === undefined) return;
    const top = dirname(resolve(first));
    for (let made = resolve(folder); made !== top; made = dirname(made)) {
      const removed = await rmdir(made).then(
        () => true,
        () => false,
      );
      if (!removed) return;
    }
  };
}
