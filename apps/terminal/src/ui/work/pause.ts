import { setImmediate as nextTurn } from "node:timers/promises";

/** How long work goes on before other requests are heard. */
const BREATH_MS = 8;

/** Called every few thousand rows: lets other work have its turn if it is time to, and rejects where the work is to stop. */
export type Pause = () => Promise<void>;

/** Pauses for work that hears this signal. */
export function pauseOf(signal: AbortSignal): Pause {
  let last = performance.now();
  return async () => {
    signal.throwIfAborted();
    if (performance.now() - last < BREATH_MS) return;
    await nextTurn();
    last = performance.now();
    signal.throwIfAborted();
  };
}
