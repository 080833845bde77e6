import { homedir } from "node:os";
import { join, resolve } from "node:path";

/** The full path of what was typed by somebody who stands in `folder`: `~` is their own one. */
export function fullPath(typed: string, folder: string = process.cwd(), home: string = homedir()): string {
  return resolve(folder, typed === "~" || /^~[/\\]/.test(typed) ? join(home, typed.slice(1)) : typed);
}
