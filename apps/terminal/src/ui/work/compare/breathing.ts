import { pauseOf } from "../pause.ts";

/** So many rows take a few milliseconds at most. */
const PIECE = 1 << 17;

/** Walks over `rows` in pieces, with time for others between them. Throws where `signal` says to stop. */
export async function breathing(
  rows: number,
  signal: AbortSignal,
  piece: (start: number, end: number) => void,
): Promise<void> {
  const pause = pauseOf(signal);
  for (let start = 0; start < rows; start += PIECE) {
    await pause();
    piece(start, Math.min(rows, start + PIECE));
  }
}
