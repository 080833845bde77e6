import type { Pace } from "../pace.ts";

/** So many rows at most at a time: done in a few milliseconds, and numbers for each fit a processor's cache. */
export const CHUNK = 65_536;

/** Does work over 0..count in parts, so that the event loop gets its turn between them. */
export async function inChunks(count: number, pace: Pace, work: (from: number, to: number) => void): Promise<void> {
  for (let from = 0; from < count; from += CHUNK) {
    work(from, Math.min(from + CHUNK, count));
    await pace.breathe();
  }
}
