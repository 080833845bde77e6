import type { Pace } from "../pace.ts";

/** Numbers as codes: equal numbers have one code, the first to appear 0, the next 1, and so on; NaN has -1. */
export interface NumberCodes {
  readonly codes: Int32Array;
  /** How many different numbers there are. */
  readonly count: number;
}

const PIECE = 65_536;
const FIRST_SLOTS = 64;
const EMPTY = -1;

/** Numbers each number by its first appearance, in an open hash table: a Map of millions of numbers takes four times as long. */
export async function numberCodes(numbers: Float64Array, pace: Pace): Promise<NumberCodes> {
  const codes = new Int32Array(numbers.length).fill(-1);
  let keys = new Float64Array(FIRST_SLOTS);
  let held = new Int32Array(FIRST_SLOTS).fill(EMPTY);
  let count = 0;
  for (let from = 0; from < numbers.length; from += PIECE) {
    const to = Math.min(from + PIECE, numbers.length);
    // Grown ahead of a piece for all that it may bring, so that the loop over it only looks up.
    if ((count + PIECE) * 2 > held.length) [keys, held] = grown(keys, held, (count + PIECE) * 4);
    const mask = held.length - 1;
    for (let i = from; i < to; i++) {
      const key = numbers[i]!;
      if (Number.isNaN(key)) continue;
      let slot = hash(key) & mask;
      while (held[slot] !== EMPTY && keys[slot] !== key) slot = (slot + 1) & mask;
      if (held[slot] === EMPTY) {
        keys[slot] = key;
        held[slot] = count++;
      }
      codes[i] = held[slot]!;
    }
    await pace.breathe();
  }
  return { codes, count };
}

function grown(
  keys: Float64Array,
  held: Int32Array,
  least: number,
): [Float64Array<ArrayBuffer>, Int32Array<ArrayBuffer>] {
  let slots = held.length;
  while (slots < least) slots *= 2;
  const newKeys = new Float64Array(slots);
  const newHeld = new Int32Array(slots).fill(EMPTY);
  const mask = slots - 1;
  for (let from = 0; from < held.length; from++) {
    if (held[from] === EMPTY) continue;
    let slot = hash(keys[from]!) & mask;
    while (newHeld[slot] !== EMPTY) slot = (slot + 1) & mask;
    newKeys[slot] = keys[from]!;
    newHeld[slot] = held[from]!;
  }
  return [newKeys, newHeld];
}

const view = new Float64Array(1);
const words = new Uint32Array(view.buffer);

function hash(number: number): number {
  view[0] = number + 0; // -0 is 0
  let mixed = Math.imul(words[0]!, 0x9e3779b1) ^ Math.imul(words[1]!, 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
  mixed = Math.imul(mixed ^ (mixed >>> 12), 0x297a2d39);
  return mixed ^ (mixed >>> 15);
}
