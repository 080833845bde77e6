import { moveRows } from "./assign";
import { gatherRows } from "./gather";
import { CHUNK_BLOCKS, STRIDE, lanes } from "./layout";
import { nearest } from "./nearest";

// A step on points rounded to 16-bit integers, the scalar quantization of nearest-neighbor search: one instruction takes
// eight products of them where float32 has four and float64 two. A row whose two nearest centroids are closer than
// rounding can tell is looked at again in full, so labels are those of `assign`, to the bit.
//
// For a row x and a centroid c, both less the means of the columns, s = |c|²/2 - x·c orders centroids as their distances
// do. In integers: x̂ = round(a x) column by column, ĉ = round(b c), where a b is the same for every column, and s the sum
// of the rounded |c|²/2 and of products of two columns at a time. See `quantized.ts` beside the loader for a, b and for
// how far off s may be.
//
//   a group of 8 rows      rows 0..3           rows 4..7
//   columns 0 and 1        01 01 01 01         01 01 01 01     16 bits each: 32 bytes
//   columns 2 and 3        23 23 23 23         23 23 23 23     an odd last column goes with zeros
//
// Centroids come in one of two forms. With few columns and few clusters they are multiples of a power of two, and below
// it s carries the centroid's index: the least s tells its label. Else labels are carried beside, as in `nearest`.
//
//   tagged   [k] of: |c|²/2 with the index, 4 bytes; then ĉ as pairs of columns, 4 bytes each
//   plain    [k / 4] of: four centroids' columns 0 and 1, then their columns 2 and 3, ...; behind all, |c|²/2 [k]
//            k is rounded up to a multiple of 4 by centroids that are far from everything

/** Rows of a group. */
export const GROUP_ROWS: i32 = 8;

/** More than any s: half of what 32 bits hold, so that differences fit. */
const FAR: i32 = 0x3fffffff;

/**
 * Chunks that are labeled before any of their rows is looked at in full or moved: such rows lie far apart in memory, and
 * the more of them are fetched at a time, the less each of them takes.
 */
export const SPAN_CHUNKS: i32 = 8;

// @ts-ignore: decorator
@inline
export function groupBytes(columns: i32): usize {
  return <usize>((columns + 1) >> 1) * STRIDE;
}

/**
 * Rounds rows to 16 bits, and notes of each chunk what is needed to tell how far off its rows may be.
 *
 * @param points     IN   T[blocks][columns][lanes], from the range's first block on
 * @param rows       IN   number of rows in the range
 * @param columns    IN   number of columns
 * @param frame      IN   f64[columns][2], mean and factor of each column: |(x - mean) * factor| < 32768
 * @param quantized  OUT  i16[groups][pairs][8][2], from the range's first group on
 * @param extents    OUT  f64[chunks][2], of each chunk the most of the sums of |x̂| and of (x - mean)² of a row
 */
export function quantize<T>(
  points: usize, rows: i32, columns: i32, frame: usize, quantized: usize, extents: usize,
): void {
  const blockBytes = <usize>columns * STRIDE;
  const bytes = groupBytes(columns);
  for (; rows > 0; rows -= CHUNK_BLOCKS * lanes<T>()) {
    const count = min(rows, CHUNK_BLOCKS * lanes<T>());
    let length = i32x4.splat(0);
    let square = f64x2.splat(0);
    for (let row = 0; row < count; row += 4) {
      let x = points + <usize>(row / lanes<T>()) * blockBytes + <usize>(row & (lanes<T>() - 1)) * sizeof<T>();
      let to = quantized + <usize>(row / GROUP_ROWS) * bytes + ((<usize>(row & 4)) << 2);
      let lengths = i32x4.splat(0);
      let low = f64x2.splat(0);
      let high = f64x2.splat(0);
      for (let j = 0; j < columns; ++j) {
        const mean = v128.load64_splat(frame + ((<usize>j) << 4));
        const factor = v128.load64_splat(frame + ((<usize>j) << 4), 8);
        const x0 = f64x2.sub(firstTwo<T>(x), mean);
        const x1 = f64x2.sub(lastTwo<T>(x), mean);
        low = f64x2.add(low, f64x2.mul(x0, x0));
        high = f64x2.add(high, f64x2.mul(x1, x1));
        const r0 = i32x4.trunc_sat_f64x2_s_zero(f64x2.nearest(f64x2.mul(x0, factor)));
        const r1 = i32x4.trunc_sat_f64x2_s_zero(f64x2.nearest(f64x2.mul(x1, factor)));
        const rounded = v128.shuffle<i64>(r0, r1, 0, 2);
        lengths = i32x4.add(lengths, i32x4.abs(rounded));
        if (j & 1) {
          v128.store(to, v128.or(v128.load(to), i32x4.shl(rounded, 16)));
          to += STRIDE;
        } else {
          v128.store(to, v128.and(rounded, i32x4.splat(0xffff)));
        }
        x += STRIDE;
      }
      length = i32x4.max_s(length, lengths);
      square = f64x2.pmax(square, f64x2.pmax(low, high));
    }
    length = i32x4.max_s(length, v128.shuffle<i64>(length, length, 1, 0));
    length = i32x4.max_s(length, v128.shuffle<i32>(length, length, 1, 0, 3, 2));
    store<f64>(extents, <f64>i32x4.extract_lane(length, 0));
    store<f64>(extents, max(f64x2.extract_lane(square, 0), f64x2.extract_lane(square, 1)), 8);
    points += <usize>CHUNK_BLOCKS * blockBytes;
    quantized += <usize>(CHUNK_BLOCKS * lanes<T>() / GROUP_ROWS) * bytes;
    extents += 16;
  }
}

/** Two rows of a column, from the address of the first of four on. */
// @ts-ignore: decorator
@inline
function firstTwo<T>(x: usize): v128 {
  return sizeof<T>() == 4 ? f64x2.promote_low_f32x4(v128.load64_zero(x)) : v128.load(x);
}

// @ts-ignore: decorator
@inline
function lastTwo<T>(x: usize): v128 {
  return sizeof<T>() == 4 ? f64x2.promote_low_f32x4(v128.load64_zero(x, 8)) : v128.load(x, 16);
}

/**
 * Assigns rows to their nearest centroid, as `assign` does. Inertia is not taken: rounded points have none.
 *
 * @param points     IN     T[blocks][columns][lanes], from the range's first block on
 * @param rows       IN     number of rows in the range
 * @param columns    IN     number of columns
 * @param centroids  IN     T[k][columns]
 * @param k          IN     number of centroids
 * @param labels     INOUT  i32[rows], from the range's first row on; -1 where there is none yet
 * @param sums       INOUT  f64[k][2][width]
 * @param counts     INOUT  i32[k]
 * @param quantized  IN     as `quantize` wrote it, from the range's first group on
 * @param extents    IN     f64[chunks][2], as `quantize` wrote it, from the range's first chunk on
 * @param rounded    IN     the centroids in their form, which the number of `tags` tells
 * @param tags       IN     the power of two below which s carries the index, or 0 where it does not
 * @param rule       IN     f64[6]: a row is in doubt where its two least s differ by at most
 *                          rule[0] + rule[1] * extents[0] + rule[2] * (extents[1] + rule[3])
 * @param doubted    INOUT  i32[1], grows by the number of rows in doubt
 * @param scratch    OUT    room for CHUNK_BLOCKS blocks of: i32[SPAN_CHUNKS], i32[SPAN_CHUNKS], i32, T, and points
 * @returns number of rows whose label changed
 */
export function assignQuantized<T>(
  points: usize, rows: i32, columns: i32, centroids: usize, k: i32, labels: usize, sums: usize, counts: usize,
  quantized: usize, extents: usize, rounded: usize, tags: i32, rule: usize, doubted: usize, scratch: usize,
): i32 {
  const width = CHUNK_BLOCKS * lanes<T>();
  const next = scratch;
  const list = next + ((<usize>(SPAN_CHUNKS * width)) << 2);
  const exact = list + ((<usize>(SPAN_CHUNKS * width)) << 2);
  const distances = exact + ((<usize>width) << 2);
  const gathered = distances + <usize>width * sizeof<T>();
  const bytes = groupBytes(columns);
  let moved = 0;
  while (rows > 0) {
    const span = min(rows, SPAN_CHUNKS * width);
    let doubtful = 0;
    for (let first = 0; first < span; first += width) {
      const groups = (min(span - first, width) + GROUP_ROWS - 1) / GROUP_ROWS;
      const doubt = doubtOf(rule, extents);
      doubtful = labelRounded(
        quantized, groups, columns, rounded, k, tags, doubt, next, first, list, doubtful, 0, 0,
      );
      quantized += <usize>groups * bytes;
      extents += 16;
    }
    doubtful = listedBefore(span, list, doubtful);
    store<i32>(doubted, load<i32>(doubted) + doubtful);
    for (let first = 0; first < doubtful; first += width) {
      const count = min(doubtful - first, width);
      const piece = list + ((<usize>first) << 2);
      gatherRows<T>(points, columns, piece, count, gathered);
      nearest<T>(gathered, (count + lanes<T>() - 1) / lanes<T>(), columns, centroids, k, exact, distances);
      for (let i: usize = 0; i < (<usize>count) << 2; i += 4) {
        store<i32>(next + ((<usize>load<i32>(piece + i)) << 2), load<i32>(exact + i));
      }
    }
    moved += moveRows<T>(points, span, columns, next, labels, sums, counts, 0, 0, list, gathered);
    points += <usize>(span / lanes<T>()) * <usize>columns * STRIDE;
    labels += (<usize>span) << 2;
    rows -= span;
  }
  return moved;
}

/** How many rows of an ascending list are real: those beyond the last, which fill its group, come last. */
// @ts-ignore: decorator
@inline
export function listedBefore(rows: i32, list: usize, count: i32): i32 {
  while (count > 0 && load<i32>(list + ((<usize>(count - 1)) << 2)) >= rows) --count;
  return count;
}

/** The difference of a row's two least s that leaves it in doubt. IN `rule`, `extents`: as for `assignQuantized` */
export function doubtOf(rule: usize, extents: usize): i32 {
  const doubt = load<f64>(rule) + load<f64>(rule, 8) * load<f64>(extents)
    + load<f64>(rule, 16) * (load<f64>(extents, 8) + load<f64>(rule, 24));
  return doubt < <f64>i32.MAX_VALUE ? <i32>doubt : i32.MAX_VALUE;
}

/**
 * Labels some groups by rounded centroids, and lists their rows in doubt.
 *
 * @param quantized  IN     from the first of the groups on
 * @param groups     IN     number of groups
 * @param doubt      IN     the difference of the two least s that leaves a row in doubt
 * @param next       OUT    i32[rows]
 * @param first      IN     the first row in `next`
 * @param list       INOUT  i32[doubtful], indices in `next`
 * @param doubtful   IN     length of the list so far
 * @param bests      OUT    i32[rows], the least s of each row, from the first group on; or 0
 * @param seconds    OUT    i32[rows], the second; or 0
 * @returns length of the list
 */
export function labelRounded(
  quantized: usize, groups: i32, columns: i32, rounded: usize, k: i32, tags: i32, doubt: i32, next: usize, first: i32,
  list: usize, doubtful: i32, bests: usize, seconds: usize,
): i32 {
  if (tags == 0) {
    return plain(quantized, groups, columns, rounded, k, doubt, next, first, list, doubtful, bests, seconds);
  }
  if (columns > 2) {
    return tagged(quantized, groups, 2, rounded, k, tags, doubt, next, first, list, doubtful, bests, seconds);
  }
  return tagged(quantized, groups, 1, rounded, k, tags, doubt, next, first, list, doubtful, bests, seconds);
}

/** By centroids that carry their index; `pairs` of columns, 1 or 2, are a literal that inlining folds away. */
// @ts-ignore: decorator
@inline
function tagged(
  quantized: usize, groups: i32, pairs: i32, rounded: usize, k: i32, tags: i32, doubt: i32, next: usize, first: i32,
  list: usize, doubtful: i32, bests: usize, seconds: usize,
): i32 {
  const stride = ((<usize>pairs) << 2) + 4;
  const end = rounded + <usize>k * stride;
  const far = i32x4.splat(FAR);
  const mask = i32x4.splat(tags - 1);
  const least = i32x4.splat(doubt);
  let labels = next + ((<usize>first) << 2);
  const rowsEnd = first + groups * GROUP_ROWS;
  for (let row = first; row < rowsEnd; row += GROUP_ROWS) {
    const x0 = v128.load(quantized);
    const x1 = v128.load(quantized, 16);
    const y0 = pairs > 1 ? v128.load(quantized, 32) : far;
    const y1 = pairs > 1 ? v128.load(quantized, 48) : far;
    let best0 = far;
    let best1 = far;
    let second0 = far;
    let second1 = far;
    for (let c = rounded; c < end; c += stride) {
      const half = v128.load32_splat(c);
      const p = v128.load32_splat(c, 4);
      let s0 = i32x4.add(half, i32x4.dot_i16x8_s(x0, p));
      let s1 = i32x4.add(half, i32x4.dot_i16x8_s(x1, p));
      if (pairs > 1) {
        const q = v128.load32_splat(c, 8);
        s0 = i32x4.add(s0, i32x4.dot_i16x8_s(y0, q));
        s1 = i32x4.add(s1, i32x4.dot_i16x8_s(y1, q));
      }
      second0 = i32x4.min_s(second0, i32x4.max_s(best0, s0));
      second1 = i32x4.min_s(second1, i32x4.max_s(best1, s1));
      best0 = i32x4.min_s(best0, s0);
      best1 = i32x4.min_s(best1, s1);
    }
    v128.store(labels, v128.and(best0, mask));
    v128.store(labels, v128.and(best1, mask), 16);
    doubtful = listDoubtful(best0, best1, second0, second1, least, row, list, doubtful);
    if (bests != 0) {
      v128.store(bests, best0);
      v128.store(bests, best1, 16);
      v128.store(seconds, second0);
      v128.store(seconds, second1, 16);
      bests += 32;
      seconds += 32;
    }
    quantized += ((<usize>pairs) << 5);
    labels += 32;
  }
  return doubtful;
}

/** With labels carried beside s, four centroids at a time, for any number of columns and of centroids. */
function plain(
  quantized: usize, groups: i32, columns: i32, rounded: usize, k: i32, doubt: i32, next: usize, first: i32, list: usize,
  doubtful: i32, bests: usize, seconds: usize,
): i32 {
  const pairs = (columns + 1) >> 1;
  const bytes = ((<usize>pairs) << 5);
  const fours = (k + 3) >> 2;
  const halves = rounded + ((<usize>(fours * pairs)) << 4);
  const halvesEnd = halves + ((<usize>fours) << 4);
  const one = i32x4.splat(1);
  const far = i32x4.splat(FAR);
  const least = i32x4.splat(doubt);
  let labels = next + ((<usize>first) << 2);
  const rowsEnd = first + groups * GROUP_ROWS;
  for (let row = first; row < rowsEnd; row += GROUP_ROWS) {
    const end = quantized + bytes;
    let best0 = far;
    let best1 = far;
    let second0 = far;
    let second1 = far;
    let label0 = i32x4.splat(0);
    let label1 = label0;
    let index = label0;
    let c = rounded;
    for (let half = halves; half < halvesEnd; half += 16) {
      let s00 = v128.load32_splat(half);
      let s10 = v128.load32_splat(half, 4);
      let s20 = v128.load32_splat(half, 8);
      let s30 = v128.load32_splat(half, 12);
      let s01 = s00;
      let s11 = s10;
      let s21 = s20;
      let s31 = s30;
      for (let x = quantized; x < end; x += STRIDE) {
        const x0 = v128.load(x);
        const x1 = v128.load(x, 16);
        let p = v128.load32_splat(c);
        s00 = i32x4.add(s00, i32x4.dot_i16x8_s(x0, p));
        s01 = i32x4.add(s01, i32x4.dot_i16x8_s(x1, p));
        p = v128.load32_splat(c, 4);
        s10 = i32x4.add(s10, i32x4.dot_i16x8_s(x0, p));
        s11 = i32x4.add(s11, i32x4.dot_i16x8_s(x1, p));
        p = v128.load32_splat(c, 8);
        s20 = i32x4.add(s20, i32x4.dot_i16x8_s(x0, p));
        s21 = i32x4.add(s21, i32x4.dot_i16x8_s(x1, p));
        p = v128.load32_splat(c, 12);
        s30 = i32x4.add(s30, i32x4.dot_i16x8_s(x0, p));
        s31 = i32x4.add(s31, i32x4.dot_i16x8_s(x1, p));
        c += 16;
      }
      label0 = i32x4.max_s(label0, v128.and(i32x4.lt_s(s00, best0), index));
      label1 = i32x4.max_s(label1, v128.and(i32x4.lt_s(s01, best1), index));
      second0 = i32x4.min_s(second0, i32x4.max_s(best0, s00));
      second1 = i32x4.min_s(second1, i32x4.max_s(best1, s01));
      best0 = i32x4.min_s(best0, s00);
      best1 = i32x4.min_s(best1, s01);
      index = i32x4.add(index, one);
      label0 = i32x4.max_s(label0, v128.and(i32x4.lt_s(s10, best0), index));
      label1 = i32x4.max_s(label1, v128.and(i32x4.lt_s(s11, best1), index));
      second0 = i32x4.min_s(second0, i32x4.max_s(best0, s10));
      second1 = i32x4.min_s(second1, i32x4.max_s(best1, s11));
      best0 = i32x4.min_s(best0, s10);
      best1 = i32x4.min_s(best1, s11);
      index = i32x4.add(index, one);
      label0 = i32x4.max_s(label0, v128.and(i32x4.lt_s(s20, best0), index));
      label1 = i32x4.max_s(label1, v128.and(i32x4.lt_s(s21, best1), index));
      second0 = i32x4.min_s(second0, i32x4.max_s(best0, s20));
      second1 = i32x4.min_s(second1, i32x4.max_s(best1, s21));
      best0 = i32x4.min_s(best0, s20);
      best1 = i32x4.min_s(best1, s21);
      index = i32x4.add(index, one);
      label0 = i32x4.max_s(label0, v128.and(i32x4.lt_s(s30, best0), index));
      label1 = i32x4.max_s(label1, v128.and(i32x4.lt_s(s31, best1), index));
      second0 = i32x4.min_s(second0, i32x4.max_s(best0, s30));
      second1 = i32x4.min_s(second1, i32x4.max_s(best1, s31));
      best0 = i32x4.min_s(best0, s30);
      best1 = i32x4.min_s(best1, s31);
      index = i32x4.add(index, one);
    }
    v128.store(labels, label0);
    v128.store(labels, label1, 16);
    doubtful = listDoubtful(best0, best1, second0, second1, least, row, list, doubtful);
    if (bests != 0) {
      v128.store(bests, best0);
      v128.store(bests, best1, 16);
      v128.store(seconds, second0);
      v128.store(seconds, second1, 16);
      bests += 32;
      seconds += 32;
    }
    quantized += bytes;
    labels += 32;
  }
  return doubtful;
}

/** Adds the rows in doubt of the group that begins with `row` to the list, which has `doubtful` already; returns its length. */
// @ts-ignore: decorator
@inline
function listDoubtful(
  best0: v128, best1: v128, second0: v128, second1: v128, least: v128, row: i32, list: usize, doubtful: i32,
): i32 {
  const doubt0 = i32x4.le_s(i32x4.sub(second0, best0), least);
  const doubt1 = i32x4.le_s(i32x4.sub(second1, best1), least);
  if (!v128.any_true(v128.or(doubt0, doubt1))) return doubtful;
  let bits = i32x4.bitmask(doubt0) | (i32x4.bitmask(doubt1) << 4);
  for (; bits != 0; bits &= bits - 1) {
    store<i32>(list + ((<usize>doubtful) << 2), row + ctz(bits));
    ++doubtful;
  }
  return doubtful;
}
