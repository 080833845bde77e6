// Compiles as TypeScript and as AssemblyScript. Rounds the cases of the table for the kernel on rounded rows, in the
// plainest way that serves their values of -8 to 8 in up to 9 columns.

/** Of each value of a row and of a centroid, less the mean. */
export const FACTOR: number = 1024;

/** Of every column. */
export const MEAN: number = 0.5;

/** Centroids of which most columns and most clusters carry their index. */
const TAGGED_COLUMNS: i32 = 4;
const TAGGED_CLUSTERS: i32 = 16;

/** As the kernel has it: more than any sum. */
const FAR: i32 = 0x3fffffff;

/** Centroids as the kernel on rounded rows wants them: `k x columns` in words, and its rule. */
export class Rounding {
  readonly words: Int32Array;
  readonly tags: i32;
  readonly rule: Float64Array;

  constructor(centroids: Float64Array, k: i32, columns: i32, single: boolean) {
    const pairs: i32 = (columns + 1) >> 1;
    const padded: i32 = (k + 3) & ~3;
    const tagged = columns <= TAGGED_COLUMNS && k <= TAGGED_CLUSTERS;
    let tags: i32 = tagged ? 1 : 0;
    while (tagged && tags < k) tags *= 2;
    const unit: i32 = tagged ? tags : 1;
    const words = new Int32Array((tagged ? k : padded) * (1 + pairs));
    if (!tagged) words.fill(FAR, padded * pairs);
    let least: number = Infinity;
    let most: number = 0;
    for (let c = 0; c < k; c++) {
      const first: i32 = tagged ? c * (1 + pairs) + 1 : (c >> 2) * pairs * 4 + (c & 3);
      const stride: i32 = tagged ? 1 : 4;
      let square: number = 0;
      for (let column = 0; column < columns; column++) {
        const value = centroids[c * columns + column] - MEAN;
        square += value * value;
        most = Math.max(most, Math.abs(value));
        const rounded: i32 = -nearestMultiple(value * FACTOR, unit);
        words[first + (column >> 1) * stride] |= (column & 1) === 1 ? rounded << 16 : rounded & 0xffff;
      }
      least = Math.min(least, square);
      const half: i32 = nearestMultiple((square * FACTOR * FACTOR) / 2, unit);
      words[tagged ? first - 1 : padded * pairs + c] = tagged ? half + c : half;
    }
    const rule = new Float64Array(4);
    rule[0] = 2 * unit + 2 + columns * most * FACTOR;
    rule[1] = unit;
    rule[2] = 2.1 * (columns + 3) * FACTOR * FACTOR * (single ? 1 / 16777216 : 1 / 9007199254740992);
    rule[3] = least;
    this.words = words;
    this.tags = tags;
    this.rule = rule;
  }
}

function nearestMultiple(value: number, unit: i32): i32 {
  return (Math.floor(value / unit + 0.5) as i32) * unit;
}
