import { type InTerminal, startIn as start, type TerminalOptions } from "@kentro/headless";
import { environment, PROGRAM } from "./program.ts";

export { endAll, type InTerminal, type TerminalOptions } from "@kentro/headless";

/** Starts the built program in a terminal. */
export function kentroIn(args: readonly string[], options: TerminalOptions): InTerminal {
  return startIn(process.execPath, [PROGRAM, ...args], options);
}

/** Starts a program in a terminal, in the environment of all tests and what is said beside it. */
export function startIn(file: string, args: readonly string[], options: TerminalOptions): InTerminal {
  return start(file, args, { ...options, env: { ...environment, ...options.env } });
}
