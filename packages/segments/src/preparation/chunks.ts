import type { Pace } from "../pace.ts";

/** Rows that are done in a few milliseconds. */
const CHUNK = 262_144;

/** Does work over 0..count in parts, so that the event loop gets its turn between them. */
export async function inChunks(count: number, pace: Pace, work: (from: number, to: number) => void): Promise<void> {
  for (let from = 0; from < count; from += CHUNK) {
    work(from, Math.min(from + CHUNK, count));
    await pace.breathe();
  }
}
