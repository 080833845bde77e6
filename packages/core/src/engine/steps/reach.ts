import type { Precision } from "@kentro/kernel";

// How far centroids have moved since rows were looked at, never less than it is.

/** A little more than rounding can take from a shift: the kernel asks for room for its own rounding beside it. */
const MARGIN = 1 + 2 ** -16;

/** Turns the rounding of a sum upward: beside a long reach, shifts too short for its last digit would add up to nothing. */
const UPWARD = 1 + 2 ** -51;

/**
 * Adds to the reach of each label how far its centroid moved, and how far any other did at most; returns the most that
 * any can have grown.
 */
export function extend(reach: Float64Array, before: Float64Array, now: Float64Array, columns: number): number {
  const shifts = reach.map((_, c) => {
    let squared = 0;
    for (let at = c * columns; at < (c + 1) * columns; at++) squared += (now[at] - before[at]) ** 2;
    return Math.sqrt(squared);
  });
  let farthest = 0;
  shifts.forEach((shift, c) => {
    if (shift > shifts[farthest]) farthest = c;
  });
  let second = 0;
  shifts.forEach((shift, c) => {
    if (c !== farthest) second = Math.max(second, shift);
  });
  shifts.forEach((shift, c) => {
    reach[c] = farther(reach[c], shift + (c === farthest ? second : shifts[farthest]));
  });
  return shifts[farthest] + second;
}

/** A reach and a shift together, not less than they are. */
export function farther(reach: number, shift: number): number {
  return shift === 0 ? reach : (reach + shift * MARGIN) * UPWARD;
}

/** A number of the kernel's precision that is not smaller. */
export function roundedUp(value: number, precision: Precision): number {
  return precision === "float32" ? Math.fround(value * (1 + 2 ** -22)) : value * (1 + 2 ** -51);
}
