import type { Pause } from "../../pause.ts";

const MERGED_AT_ONCE = 8192;

/** The items by `compare`, those that are equal in the order they came: merged from small to large, with pauses. */
export async function sorted(
  items: Int32Array,
  compare: (a: number, b: number) => number,
  pause: Pause,
): Promise<Int32Array> {
  const { length } = items;
  let from = items.slice();
  let to = new Int32Array(length);
  let merged = 0;
  for (let width = 1; width < length; width *= 2) {
    for (let start = 0; start < length; start += 2 * width) {
      const middle = Math.min(start + width, length);
      const end = Math.min(start + 2 * width, length);
      let left = start;
      let right = middle;
      for (let place = start; place < end; place++) {
        const takesLeft = left < middle && (right >= end || compare(from[left]!, from[right]!) <= 0);
        to[place] = takesLeft ? from[left++]! : from[right++]!;
        if (++merged % MERGED_AT_ONCE === 0) await pause();
      }
    }
    [from, to] = [to, from];
  }
  return from;
}
