/** How long work goes on before the event loop gets its turn. */
const BREATH_MS = 12;

/** Keeps long work polite: lets timers, input and an abort through now and then, and stops where the signal asks. */
export class Pace {
  readonly #signal: AbortSignal | undefined;
  #last: number = performance.now();

  constructor(signal?: AbortSignal) {
    this.#signal = signal;
    signal?.throwIfAborted();
  }

  /** Lets the event loop turn if it is time to; rejects with the signal's reason where it was aborted. */
  async breathe(): Promise<void> {
    if (performance.now() - this.#last < BREATH_MS) return;
    await new Promise((resolve) => setTimeout(resolve, 0));
    this.#last = performance.now();
    this.#signal?.throwIfAborted();
  }
}
