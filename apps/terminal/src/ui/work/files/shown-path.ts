import { relative, sep } from "node:path";

/** A full path as people write it: `~` for their own folder. */
export function shownPath(path: string, home: string): string {
  if (path === home) return "~";
  return home !== sep && path.startsWith(home + sep) ? `~${sep}${relative(home, path)}` : path;
}
