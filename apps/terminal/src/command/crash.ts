import { fail } from "./run.ts";

const end = (error: unknown): void => process.exit(fail(error));

/** Has what nobody caught end the process, with a sentence about it. */
export function endOnCrash(): void {
  process.on("uncaughtException", end);
}

/**
 * Gives what nobody caught to `onCrash` from now on, for one who has to tidy up first: a process that ends at once while a
 * thread of it reads a table is aborted by the reader's own code, with a message of its own.
 */
export function tidyOnCrash(onCrash: (error: unknown) => void): void {
  process.off("uncaughtException", end);
  process.on("uncaughtException", onCrash);
}
