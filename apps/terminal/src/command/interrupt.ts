const EXIT_CODES = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

/** The signals that end a command, turned into one AbortSignal. */
export interface Interrupt {
  readonly signal: AbortSignal;
  /** 130, 143 or 129 once a signal came, null before. */
  exitCode(): number | null;
  /** Leaves the signals to Node again. */
  release(): void;
}

/**
 * From here on the first SIGINT, SIGTERM or SIGHUP aborts `signal`, so that work stops and cleans up after itself.
 * The second ends the process at once.
 */
export function listenForInterrupt(): Interrupt {
  const controller = new AbortController();
  let exitCode: number | null = null;
  const stop = (name: NodeJS.Signals) => {
    const code = EXIT_CODES[name as keyof typeof EXIT_CODES];
    if (exitCode !== null) process.exit(code);
    exitCode = code;
    controller.abort();
  };
  const names = Object.keys(EXIT_CODES) as (keyof typeof EXIT_CODES)[];
  for (const name of names) process.on(name, stop);
  return {
    signal: controller.signal,
    exitCode: () => exitCode,
    release: () => {
      for (const name of names) process.off(name, stop);
    },
  };
}
