/** What the UI does about signals. */
export interface SignalListeners {
  /** The process is to end with this exit code. */
  readonly onEnd: (exitCode: number) => void;
  readonly onInterrupt: () => void;
  /** The process is to be stopped, as by Ctrl-Z. */
  readonly onStop: () => void;
  /** The process goes on after it was stopped by whatever means. */
  readonly onContinue: () => void;
}

/** Listens for signals; returns the way to stop that. */
export function listenForSignals({ onEnd, onInterrupt, onStop, onContinue }: SignalListeners): () => void {
  const listeners: readonly (readonly [NodeJS.Signals, () => void])[] = [
    ["SIGTERM", () => onEnd(143)],
    ["SIGINT", onInterrupt],
    ["SIGTSTP", onStop],
    ["SIGCONT", onContinue],
  ];
  const known = process.platform === "win32" ? listeners.slice(0, 2) : listeners;
  for (const [name, listener] of known) process.on(name, listener);
  return () => {
    for (const [name, listener] of known) process.off(name, listener);
  };
}

const MEANWHILE_MS = 50;

/**
 * Stops the process and all of its job, so that the shell takes over; resolves when it goes on. Assumes that nobody
 * listens for SIGTSTP. Where no shell could wake it, the system does not stop it, and it goes on at once.
 */
export async function stopJob(): Promise<void> {
  process.kill(0, "SIGTSTP");
  await new Promise((resolve) => setTimeout(resolve, MEANWHILE_MS));
}
