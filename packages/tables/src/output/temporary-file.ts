import { randomBytes } from "node:crypto";
import { constants, rmSync } from "node:fs";
import { type FileHandle, open, unlink } from "node:fs/promises";
import { join } from "node:path";

/**
 * Makes a new file of an unpredictable name in a folder and hands it to `use`. What then still has this name is closed
 * and removed, whatever happens; so it is when the process exits.
 */
export async function withTemporaryFile<T>(
  folder: string,
  use: (file: FileHandle, path: string) => Promise<T>,
): Promise<T> {
  const path = join(folder, `.kentro-${randomBytes(12).toString("hex")}.part`);
  // A process that ends in the middle (a second Ctrl-C) runs nothing but this.
  const remove = (): void => rmSync(path, { force: true });
  process.on("exit", remove);
  try {
    const file = await open(path, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL);
    try {
      return await use(file, path);
    } finally {
      await file.close();
    }
  } finally {
    await unlink(path).catch(() => {});
    process.off("exit", remove);
  }
}
