import type { Doing } from "./progress-line.ts";
import type { Page } from "./text/page.ts";

/** What a command works with, whatever it does. */
export interface Work {
  /** Aborted when the user wants to stop. */
  readonly signal: AbortSignal;
  /** The command line that was given, ready to be pasted. */
  readonly commandText: string;
  /** What stdout can show. */
  readonly page: Page;
  /** Files that are complete, in the order they were written. */
  readonly written: string[];
  /** Takes note of what is being done. */
  at(doing: Doing): void;
}

/** Writes one output file by `write`, and takes note of it. */
export async function writing(work: Work, file: string, write: () => Promise<void>): Promise<void> {
  work.signal.throwIfAborted();
  work.at({ what: "writing", file });
  await write();
  work.written.push(file);
}
