/** What ends with a terminal: what is written to it fails then, and nothing comes from it any more. */
export interface HangUp {
  /** Whether the terminal is gone. */
  readonly isGone: () => boolean;
  /** Ends the process as the system does it where nobody listens. Node itself would abort, for it cannot restore the terminal. */
  readonly end: () => void;
}

/** Calls `onGone` when the terminal is no more, once or more often. */
export function listenForHangUp(
  { stdin, stdout }: Pick<NodeJS.Process, "stdin" | "stdout">,
  onGone: () => void,
): HangUp {
  let isGone = false;
  const gone = (): void => {
    isGone = true;
    onGone();
  };
  stdout.on("error", gone);
  for (const event of ["end", "error", "close"]) stdin.on(event, gone);
  // It comes from the system and from the shell: the second must not cut short what the first has begun.
  process.on("SIGHUP", gone);
  return {
    isGone: () => isGone,
    end: () => {
      // Ink's too: it listens as long as it is loaded.
      process.removeAllListeners("SIGHUP");
      process.kill(process.pid, "SIGHUP");
    },
  };
}
