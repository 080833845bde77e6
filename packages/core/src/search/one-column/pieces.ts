import type { Pace } from "../../pace.ts";

/** Values that are passed over between two questions whether it is time to breathe: a millisecond or less. */
const PIECE = 1 << 16;

/** Works through `length` values piece by piece, each begun at a multiple of 2^16, and breathes between where it is time. */
export async function inPieces(length: number, pace: Pace, work: (first: number, end: number) => void): Promise<void> {
  for (let first = 0; first < length; first += PIECE) {
    work(first, Math.min(first + PIECE, length));
    if (pace.due()) await pace.breathe();
  }
}
