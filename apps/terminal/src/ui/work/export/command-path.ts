import { isAbsolute, relative, sep } from "node:path";

/** A full path as a command line is given it: from where the user stands where it is below, never like an option. */
export function commandPath(full: string, folder: string = process.cwd()): string {
  const path = relative(folder, full);
  if (path === "" || path === ".." || path.startsWith(`..${sep}`) || isAbsolute(path)) return full;
  return path.startsWith("-") ? `.${sep}${path}` : path;
}
