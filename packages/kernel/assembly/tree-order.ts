import { STRIDE, lanes } from "./layout";

// The order that the rows of a tree lie in: along a Hilbert curve, where neighbors in the order are neighbors in space.
// Each value falls in a bin of its column, and a table gives the bin's place with its bits spread out, so that
// those of all columns are or'ed together: a Morton key. A walk along the curve turns it into a Hilbert key, a few bits
// at a time (Hamilton 2006). Rows themselves then go where the higher digit of their key says, in one pass that reads and
// writes along streams, and are sorted by the lower one a range at a time, in the cache.
//
//   Morton key, 4 columns   wzyx wzyx wzyx wzyx wzyx    highest bits first; each group is a step of the walk
//   walk   [states][2^bits] of: (next state) << bits | the bits of the Hilbert key
//   rows   T[columns] one after the other, until they are put into the blocks of the tree (see `tree-nodes.ts`)

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
 * Counts the keys of a range by their higher digit.
 *
 * @param keys    IN     i32[rows], from the range's first row on
 * @param rows    IN     number of rows in the range
 * @param lower   IN     bits of the lower digit
 * @param counts  INOUT  i32[digits]
 */
export function treeCount(keys: usize, rows: i32, lower: i32, counts: usize): void {
  for (const end = keys + ((<usize>rows) << 2); keys < end; keys += 4) countOne(counts, load<i32>(keys) >>> lower);
}

/**
 * Puts the rows of a range where the higher digit of their key says.
 *
 * @param points     IN     T[blocks][columns][lanes], from the range's first block on
 * @param keys       IN     i32[rows], from the range's first row on
 * @param first      IN     the range's first row
 * @param rows       IN     number of rows in the range
 * @param columns    IN     number of columns
 * @param lower      IN     bits of the lower digit
 * @param offsets    INOUT  i32[digits], where the next row of each digit goes
 * @param scattered  OUT    T[all rows][columns]
 * @param order      OUT    i32[all rows], the row that came to each place
 * @param digits     OUT    u16[all rows], its lower digit
 */
export function treeScatter<T>(
  points: usize, keys: usize, first: i32, rows: i32, columns: i32, lower: i32, offsets: usize, scattered: usize,
  order: usize, digits: usize,
): void {
  const mask = (1 << lower) - 1;
  const rowBytes = <usize>columns * sizeof<T>();
  for (let row = 0; row < rows; ++row) {
    const key = load<i32>(keys + ((<usize>row) << 2));
    const place = <usize>countOne(offsets, key >>> lower);
    const lane = row & (lanes<T>() - 1);
    const from = points + <usize>(row - lane) * rowBytes + <usize>lane * sizeof<T>();
    const to = scattered + place * rowBytes;
    store<T>(to, load<T>(from));
    if (columns > 1) store<T>(to, load<T>(from, STRIDE), sizeof<T>());
    if (columns > 2) store<T>(to, load<T>(from, 2 * STRIDE), 2 * sizeof<T>());
    if (columns > 3) store<T>(to, load<T>(from, 3 * STRIDE), 3 * sizeof<T>());
    store<i32>(order + (place << 2), first + row);
    store<u16>(digits + (place << 1), <u16>(key & mask));
  }
}

/** Adds 1 to a digit's count, and says what it was. */
// @ts-ignore: decorator
@inline
function countOne(counts: usize, digit: i32): i32 {
  const at = counts + ((<usize>digit) << 2);
  const before = load<i32>(at);
  store<i32>(at, before + 1);
  return before;
}

/** Fewer rows of one digit stay as they are. */
const FEW: i32 = 8;

/**
 * Sorts the rows of a range by the lower digit of their key, among those with the same higher one.
 *
 * @param scattered  INOUT  T[all rows][columns]
 * @param order      INOUT  i32[all rows]
 * @param digits     IN     u16[all rows]
 * @param first      IN     the range's first row
 * @param rows       IN     number of rows in the range
 * @param columns    IN     number of columns
 * @param lower      IN     bits of the lower digit
 * @param ends       IN     i32[digits], where the rows of each higher digit end
 * @param scratch    OUT    i32[2^lower], then i32[most], then T[most][columns]
 * @param most       IN     rows that are sorted together at most, a multiple of 4
 */
export function treeSort<T>(
  scattered: usize, order: usize, digits: usize, first: i32, rows: i32, columns: i32, lower: i32, ends: usize,
  scratch: usize, most: i32,
): void {
  const rowBytes = <usize>columns * sizeof<T>();
  const countBytes = (<usize>4) << lower;
  const sortedOrder = scratch + countBytes;
  const sorted = sortedOrder + ((<usize>most) << 2);
  const last = first + rows;
  let start = first;
  let digit = 0;
  while (start < last) {
    while (load<i32>(ends + ((<usize>digit) << 2)) <= start) ++digit;
    const end = min(min(last, start + most), load<i32>(ends + ((<usize>digit) << 2)));
    if (end - start > FEW) {
      memory.fill(scratch, 0, countBytes);
      for (let row = start; row < end; ++row) countOne(scratch, load<u16>(digits + ((<usize>row) << 1)));
      let sum = 0;
      for (let at = scratch; at < sortedOrder; at += 4) {
        const count = load<i32>(at);
        store<i32>(at, sum);
        sum += count;
      }
      for (let row = start; row < end; ++row) {
        const place = <usize>countOne(scratch, load<u16>(digits + ((<usize>row) << 1)));
        store<i32>(sortedOrder + (place << 2), load<i32>(order + ((<usize>row) << 2)));
        const from = scattered + <usize>row * rowBytes;
        const to = sorted + place * rowBytes;
        for (let at: usize = 0; at < rowBytes; at += sizeof<T>()) store<T>(to + at, load<T>(from + at));
      }
      memory.copy(order + ((<usize>start) << 2), sortedOrder, (<usize>(end - start)) << 2);
      memory.copy(scattered + <usize>start * rowBytes, sorted, <usize>(end - start) * rowBytes);
    }
    start = end;
  }
}
