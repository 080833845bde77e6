/** How long work goes on before the event loop gets its turn: timers and AbortSignals wait no longer than this. */
const BREATH_MS = 12;

/** Keeps long work polite: yields to the event loop now and then, and stops where the caller asks. */
export class Pace {
  readonly #signal: Pick<AbortSignal, "throwIfAborted"> | undefined;
  #last: number = performance.now();

  constructor(signal?: Pick<AbortSignal, "throwIfAborted">) {
    this.#signal = signal;
    signal?.throwIfAborted();
  }

  /** Whether it is time to `breathe`: asked after every piece of work, so that a breath is not paid for each. */
  due(): boolean {
    return performance.now() - this.#last >= BREATH_MS;
  }

  /** Throws the signal's reason where it was aborted, without a turn of the event loop. */
  check(): void {
    this.#signal?.throwIfAborted();
  }

  /** Lets timers, input and other work run; rejects with the signal's reason where it was aborted. */
  async breathe(): Promise<void> {
    await turn();
    this.#last = performance.now();
    this.#signal?.throwIfAborted();
  }
}

/** One turn of the event loop. A resolved promise would not do: timers and messages come after all microtasks. */
export function turn(): Promise<void> {
  if (typeof setImmediate === "function") return new Promise((resolve) => setImmediate(resolve));
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

// Node has it and browsers have not; the package's types belong to neither.
declare const setImmediate: ((callback: () => void) => unknown) | undefined;
