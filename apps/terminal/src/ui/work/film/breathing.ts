import { setImmediate as nextTurn } from "node:timers/promises";

const BREATHE_EVERY_MS = 4;

/** Called between pieces of long work: lets messages in where it is time for it, and throws where the work is to stop. */
export function breathing(signal: AbortSignal): () => Promise<void> {
  let last = performance.now();
  return async () => {
    if (performance.now() - last < BREATHE_EVERY_MS) return;
    await nextTurn();
    signal.throwIfAborted();
    last = performance.now();
  };
}
