import { homedir } from "node:os";
import { isAbsolute, join, relative, resolve, sep } from "node:path";

/** The full path of what was typed: from where the user stands, `~` for their own folder. */
export function savePath(typed: string, home: string = homedir()): string {
  return resolve(typed === "~" || /^~[/\\]/.test(typed) ? join(home, typed.slice(1)) : typed);
}

/** A full path as a command line is given it: from where the user stands where it is below, never like an option. */
export function commandPath(full: string, folder: string = process.cwd()): string {
  const path = relative(folder, full);
  if (path === "" || path === ".." || path.startsWith(`..${sep}`) || isAbsolute(path)) return full;
  return path.startsWith("-") ? `.${sep}${path}` : path;
}
