import { CommandError, fileSystemSentence } from "./failure.ts";

/**
 * Writes text to stdout and waits until it is on its way. A reader that has left early (`| head`) is no error; throws a
 * CommandError where stdout is a file whose disk is full.
 */
export function print(text: string): Promise<void> {
  const { stdout } = process;
  return new Promise((resolve, reject) => {
    const failed = (error: Error) => {
      if ((error as NodeJS.ErrnoException).code === "EPIPE") return resolve();
      const sentence = fileSystemSentence(error, "The output");
      reject(sentence === null ? error : new CommandError("input", sentence));
    };
    // Stays: an error comes through the callback and as an event, which kills the process where nobody listens.
    stdout.on("error", failed);
    stdout.write(text, (error) => (error ? failed(error) : resolve()));
  });
}
