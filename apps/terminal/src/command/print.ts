import { fstatSync, writeSync } from "node:fs";
import { CommandError, fileSystemSentence } from "./failure.ts";

/**
 * Writes text to stdout and waits until it is on its way. A reader that has left early (`| head`) is no error; throws a
 * CommandError where stdout is a file that takes no more.
 */
export async function print(text: string): Promise<void> {
  try {
    if (fstatSync(STDOUT).isFile()) writeWhole(text);
    else await send(text);
  } catch (error) {
    const sentence = error instanceof Error ? fileSystemSentence(error, "The output") : null;
    throw sentence === null ? error : new CommandError("input", sentence);
  }
}

const STDOUT = 1;

// Node itself does not notice where a file takes only the first part of a write, as on a disk that is nearly full.
function writeWhole(text: string): void {
  const bytes = Buffer.from(text);
  for (let written = 0; written < bytes.length; ) written += writeSync(STDOUT, bytes, written);
}

function send(text: string): Promise<void> {
  const { stdout } = process;
  return new Promise((resolve, reject) => {
    const failed = (error: Error) => {
      if ((error as NodeJS.ErrnoException).code === "EPIPE") resolve();
      else reject(error);
    };
    // Stays: an error comes through the callback and as an event, which kills the process where nobody listens.
    stdout.on("error", failed);
    stdout.write(text, (error) => (error ? failed(error) : resolve()));
  });
}
