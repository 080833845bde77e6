import type { Random } from "../random.ts";

/**
 * About `count` rows, ascending, of each cluster in proportion to its size, but at least two of each where it has them:
 * a cluster of one has no silhouette.
 */
export function stratifiedSample(codes: Int32Array, sizes: Int32Array, count: number, random: Random): Int32Array {
  const wanted = sizes.map((size) => Math.min(size, Math.max(2, Math.round((size * count) / codes.length))));
  const left = sizes.slice();
  const chosen = new Int32Array(wanted.reduce((total, each) => total + each, 0));
  // Knuth's algorithm S, one for each cluster, in one pass over the rows.
  for (let row = 0, taken = 0; row < codes.length; row++) {
    const code = codes[row];
    if (left[code] * random.uniform() < wanted[code]) {
      chosen[taken++] = row;
      wanted[code]--;
    }
    left[code]--;
  }
  return chosen;
}
