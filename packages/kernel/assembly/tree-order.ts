import { STRIDE, lanes } from "./layout";

// The order that the rows of a tree lie in: along a Hilbert curve, where neighbors in the order are neighbors in space.
// Each value falls in a bin of its column, and a table gives the bin's place with its bits spread out, so that
// those of all columns are or'ed together: a Morton key. A walk along the curve turns it into a Hilbert key, a few bits
// at a time (Hamilton 2006). Keys are then sorted by two passes of a radix sort.
//
//   Morton key, 4 columns   wzyx wzyx wzyx wzyx wzyx    highest bits first; each group is a step of the walk
//   walk   [states][2^bits] of: (next state) << bits | the bits of the Hilbert key
//   pairs  the key's higher digit, row: 8 bytes a row

/**
 * Gives the Hilbert key of each row of a range.
 *
 * @param points   IN   T[blocks][columns][lanes], from the range's first block on
 * @param rows     IN   number of rows in the range
 * @param columns  IN   number of columns
 * @param frame    IN   T[columns][2]: bin = (x - frame[0]) * frame[1]
 * @param spread   IN   i32[columns][bins]
 * @param bins     IN   bins of each column
 * @param walk     IN   i32[states][2^bits]
 * @param bits     IN   bits of a step of the walk
 * @param steps    IN   number of steps
 * @param keys     OUT  i32[rows], with room for full blocks, from the range's first row on
 */
export function treeKeys<T>(
  points: usize, rows: i32, columns: i32, frame: usize, spread: usize, bins: i32, walk: usize, bits: i32,
  steps: i32, keys: usize,
): void {
  const zero = i32x4.splat(0);
  const last = i32x4.splat(bins - 1);
  const mask = (1 << bits) - 1;
  const blocks = (rows + lanes<T>() - 1) / lanes<T>();
  for (let block = 0; block < blocks; ++block) {
    for (let half = points; half < points + STRIDE; half += 16) {
      let key0 = 0;
      let key1 = 0;
      let key2 = 0;
      let key3 = 0;
      let table = spread;
      for (let j = 0; j < columns; ++j) {
        const at = frame + ((<usize>j) << 1) * sizeof<T>();
        const x = v128.load(half + <usize>j * STRIDE);
        const place = v128.mul<T>(v128.sub<T>(x, v128.load_splat<T>(at)), v128.load_splat<T>(at, sizeof<T>()));
        let bin = sizeof<T>() == 4 ? i32x4.trunc_sat_f32x4_s(place) : i32x4.trunc_sat_f64x2_s_zero(place);
        bin = i32x4.shl(i32x4.min_s(i32x4.max_s(bin, zero), last), 2);
        key0 |= load<i32>(table + <usize>i32x4.extract_lane(bin, 0));
        key1 |= load<i32>(table + <usize>i32x4.extract_lane(bin, 1));
        if (sizeof<T>() == 4) {
          key2 |= load<i32>(table + <usize>i32x4.extract_lane(bin, 2));
          key3 |= load<i32>(table + <usize>i32x4.extract_lane(bin, 3));
        }
        table += (<usize>bins) << 2;
      }
      store<i32>(keys, alongCurve(key0, walk, bits, steps, mask));
      store<i32>(keys, alongCurve(key1, walk, bits, steps, mask), 4);
      if (sizeof<T>() == 4) {
        store<i32>(keys, alongCurve(key2, walk, bits, steps, mask), 8);
        store<i32>(keys, alongCurve(key3, walk, bits, steps, mask), 12);
      }
      keys += sizeof<i32>() * (16 / sizeof<T>());
    }
    points += <usize>columns * STRIDE;
  }
}

// @ts-ignore: decorator
@inline
function alongCurve(morton: i32, walk: usize, bits: i32, steps: i32, mask: i32): i32 {
  let key = 0;
  let state = 0;
  for (let shift = (steps - 1) * bits; shift >= 0; shift -= bits) {
    const step = load<i32>(walk + ((<usize>(state | ((morton >> shift) & mask))) << 2));
    key = (key << bits) | (step & mask);
    state = step & ~mask;
  }
  return key;
}

/**
 * Counts the keys of a range by their lower digit.
 *
 * @param keys    IN     i32[rows], from the range's first row on
 * @param rows    IN     number of rows in the range
 * @param digit   IN     bits of the lower digit
 * @param counts  INOUT  i32[2^digit]
 */
export function treeCountKeys(keys: usize, rows: i32, digit: i32, counts: usize): void {
  const mask = (1 << digit) - 1;
  for (const end = keys + ((<usize>rows) << 2); keys < end; keys += 4) count(counts, load<i32>(keys) & mask);
}

/**
 * Puts the rows of a range in the order of their lower digit.
 *
 * @param first    IN     the range's first row
 * @param offsets  INOUT  i32[2^digit], where the next row of each digit goes
 * @param pairs    OUT    i32[all rows][2]; all else as for `treeCountKeys`
 */
export function treeScatterKeys(keys: usize, first: i32, rows: i32, digit: i32, offsets: usize, pairs: usize): void {
  const mask = (1 << digit) - 1;
  for (let row = first; row < first + rows; ++row) {
    const key = load<i32>(keys);
    const at = pairs + ((<usize>count(offsets, key & mask)) << 3);
    store<i32>(at, key >>> digit);
    store<i32>(at, row, 4);
    keys += 4;
  }
}

/** Counts a range of pairs by their digit, as `treeCountKeys` does. IN `pairs` i32[rows][2], from the range's first on */
export function treeCountPairs(pairs: usize, rows: i32, counts: usize): void {
  for (const end = pairs + ((<usize>rows) << 3); pairs < end; pairs += 8) count(counts, load<i32>(pairs));
}

/** Puts the rows of a range of pairs in the order of their digit, as `treeScatterKeys` does. OUT `order` i32[all rows] */
export function treeScatterPairs(pairs: usize, rows: i32, offsets: usize, order: usize): void {
  for (const end = pairs + ((<usize>rows) << 3); pairs < end; pairs += 8) {
    store<i32>(order + ((<usize>count(offsets, load<i32>(pairs))) << 2), load<i32>(pairs, 4));
  }
}

/** Adds 1 to a digit's count, and says what it was. */
// @ts-ignore: decorator
@inline
function count(counts: usize, digit: i32): i32 {
  const at = counts + ((<usize>digit) << 2);
  const before = load<i32>(at);
  store<i32>(at, before + 1);
  return before;
}
