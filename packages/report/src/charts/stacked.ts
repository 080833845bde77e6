/**
 * How far up or down each of some marks in a row moves, so that those that would hide one another stand in a stack.
 *
 * @param places where the marks are along the row
 * @param apart marks that are nearer to the next than this are stacked
 * @param room how far the outermost of a stack may be from one another
 * @returns for each mark, in their order
 */
export function stackedOffsets(places: readonly number[], apart: number, room: number): readonly number[] {
  const offsets = places.map(() => 0);
  const order = [...places.keys()].sort((a, b) => places[a]! - places[b]!);
  for (let first = 0, end = 1; first < order.length; first = end++) {
    while (end < order.length && places[order[end]!]! - places[order[end - 1]!]! < apart) end++;
    const step = Math.min(apart, room / Math.max(1, end - first - 1));
    for (let i = first; i < end; i++) offsets[order[i]!] = (i - (first + end - 1) / 2) * step;
  }
  return offsets;
}
