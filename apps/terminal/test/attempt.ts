import { parse } from "../src/command/arguments/parse.ts";
import { failureOf } from "../src/command/failure.ts";
import { answer } from "../src/command/run.ts";
import type { Ended } from "./program.ts";

/**
 * What the program would leave, without a process of its own: for the many commands that fail, whose time would be that of
 * starting. Paths are those of the folder that this process is in.
 */
export async function attempt(args: readonly string[]): Promise<Ended> {
  try {
    const asked = parse(args);
    if (asked.command === "say" || asked.command === "open") throw new Error(`Expected a command, got ${args}`);
    const page = { width: 80, bars: false, blocks: false, bold: false };
    const work = { signal: new AbortController().signal, commandText: "", page, written: [], at: () => {} };
    return { code: 0, stdout: await answer(asked, work), stderr: "" };
  } catch (error) {
    const { exitCode, message } = failureOf(error);
    return { code: exitCode, stdout: "", stderr: `kentro: ${message}\n` };
  }
}
