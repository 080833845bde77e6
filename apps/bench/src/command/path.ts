import { resolve } from "node:path";

/** Paths are meant from where the user stands, which pnpm leaves in INIT_CWD. */
export function pathOf(file: string): string {
  return resolve(process.env["INIT_CWD"] ?? ".", file);
}
