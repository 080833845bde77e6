import type { Pace } from "../pace.ts";

/** Sorted at once: a few milliseconds of comparing. */
const RUN = 8192;

/**
 * The numbers in the order of a comparison, equal ones as they came, so that the event loop gets its turn on the way: runs
 * are sorted, then merged.
 */
export async function sorted(
  numbers: Int32Array,
  compare: (a: number, b: number) => number,
  pace: Pace,
): Promise<Int32Array> {
  let from = numbers.slice();
  let to = new Int32Array(numbers.length);
  for (let start = 0; start < from.length; start += RUN) {
    from.subarray(start, start + RUN).sort(compare);
    await pace.breathe();
  }
  for (let width = RUN; width < from.length; width *= 2) {
    for (let start = 0; start < from.length; start += 2 * width) {
      const middle = Math.min(start + width, from.length);
      const end = Math.min(middle + width, from.length);
      let [left, right] = [start, middle];
      for (let at = start; at < end; at++) {
        const takesLeft = right === end || (left < middle && compare(from[left]!, from[right]!) <= 0);
        to[at] = takesLeft ? from[left++]! : from[right++]!;
        if (at % RUN === 0) await pace.breathe();
      }
    }
    [from, to] = [to, from];
  }
  return from;
}
