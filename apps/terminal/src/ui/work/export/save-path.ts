import { homedir } from "node:os";
import { join, resolve } from "node:path";

/** The full path of what was typed: from where the user stands, `~` for their own folder. */
export function savePath(typed: string, home: string = homedir()): string {
  return resolve(typed === "~" || /^~[/\\]/.test(typed) ? join(home, typed.slice(1)) : typed);
}
