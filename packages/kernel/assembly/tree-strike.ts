import { leastOf } from "./gaps";
import { squared } from "./nearest";
import { tiny as tooNear } from "./rounding";
import { boxOf, firstOf } from "./tree-nodes";
import { Visit, distancesOf, endList, indicesOf } from "./tree-visit";

// Which centroids may be nearest to a row in a box.

/** The relative error of one operation. */
// @ts-ignore: decorator
@inline
export function epsilon<T>(): T {
  return sizeof<T>() == 4 ? <T>5.960464477539063e-8 : <T>1.1102230246251565e-16;
}

/** More than what operations lose to underflow. */
// @ts-ignore: decorator
@inline
function tiny<T>(): T {
  return sizeof<T>() == 4 ? <T>7.52316384526264e-37 : <T>9.332636185032189e-302;
}

/** Where squared distances are less than this, no corner of the box is too far for its distance to be told. */
// @ts-ignore: decorator
@inline
function tellable<T>(): T {
  return sizeof<T>() == 4 ? <T>8.507059173023462e37 : <T>1.1235582092889474e307;
}

/** Lists those of the listed centroids that may be nearest to a row in the box of a node; returns how many they are. */
export function strikeOut<T>(visit: Visit, node: usize, list: usize, count: i32, next: usize): i32 {
  const columns = visit.columns;
  if (columns == 1) return strikeOutOf<T>(visit, node, 1, list, count, next);
  if (columns == 2) return strikeOutOf<T>(visit, node, 2, list, count, next);
  if (columns == 3) return strikeOutOf<T>(visit, node, 3, list, count, next);
  return strikeOutOf<T>(visit, node, 4, list, count, next);
}

/**
 * For a row x in a box with middle m and half widths h, |x - z|² - |x - y|² is at least
 * |m - z|² - |m - y|² - 2 Σ h |z - y|, and where that is positive z is struck out for y, the centroid nearest to m.
 * With u for epsilon, the test is off by at most (4 columns + 14) u (|m - z|² + |h|²), and so are the two distances
 * together by (4 columns + 8) u times the same.
 */
// @ts-ignore: decorator
@inline
function strikeOutOf<T>(visit: Visit, node: usize, columns: i32, list: usize, count: i32, next: usize): i32 {
  const column = visit.capacity * sizeof<T>();
  const distances = distancesOf<T>(visit, list);
  const indices = indicesOf<T>(visit, list);
  const low = boxOf(node, columns);
  const high = low + <usize>columns * sizeof<T>();
  const end = <usize>count * sizeof<T>();
  const m0 = middle<T>(low, high);
  const m1 = columns > 1 ? middle<T>(low + sizeof<T>(), high + sizeof<T>()) : <T>0;
  const m2 = columns > 2 ? middle<T>(low + 2 * sizeof<T>(), high + 2 * sizeof<T>()) : <T>0;
  const m3 = columns > 3 ? middle<T>(low + 3 * sizeof<T>(), high + 3 * sizeof<T>()) : <T>0;
  const x = v128.splat<T>(m0);
  const y = v128.splat<T>(m1);
  const z = v128.splat<T>(m2);
  const w = v128.splat<T>(m3);
  let best = v128.splat<T>(<T>Infinity);
  for (let at: usize = 0; at < end; at += 16) {
    let d = squared<T>(x, v128.load(list + at));
    if (columns > 1) d = v128.add<T>(d, squared<T>(y, v128.load(list + column + at)));
    if (columns > 2) d = v128.add<T>(d, squared<T>(z, v128.load(list + 2 * column + at)));
    if (columns > 3) d = v128.add<T>(d, squared<T>(w, v128.load(list + 3 * column + at)));
    v128.store(distances + at, d);
    best = v128.pmin<T>(best, d);
  }
  best = v128.pmin<T>(best, v128.shuffle<i64>(best, best, 1, 0));
  if (sizeof<T>() == 4) best = v128.pmin<T>(best, v128.shuffle<i32>(best, best, 1, 0, 3, 2));
  let nearest: usize = 0;
  for (let at: usize = 0; at < end; at += 16) {
    const bits = bitmask<T>(v128.eq<T>(best, v128.load(distances + at)));
    if (bits == 0) continue;
    nearest = at + <usize>ctz(bits) * sizeof<T>();
    break;
  }

  const h0 = halfWidth<T>(low, high, m0);
  const h1 = columns > 1 ? halfWidth<T>(low + sizeof<T>(), high + sizeof<T>(), m1) : <T>0;
  const h2 = columns > 2 ? halfWidth<T>(low + 2 * sizeof<T>(), high + 2 * sizeof<T>(), m2) : <T>0;
  const h3 = columns > 3 ? halfWidth<T>(low + 3 * sizeof<T>(), high + 3 * sizeof<T>(), m3) : <T>0;
  const extent = h0 * h0 + h1 * h1 + h2 * h2 + h3 * h3;
  const reach = v128.splat<T>(extent);
  const p0 = v128.splat<T>(h0 + h0);
  const p1 = v128.splat<T>(h1 + h1);
  const p2 = v128.splat<T>(h2 + h2);
  const p3 = v128.splat<T>(h3 + h3);
  const c0 = v128.load_splat<T>(list + nearest);
  const c1 = v128.load_splat<T>(list + column + nearest);
  const c2 = v128.load_splat<T>(list + 2 * column + nearest);
  const c3 = v128.load_splat<T>(list + 3 * column + nearest);
  const factor = v128.splat<T>((<T>8 * <T>columns + <T>32) * epsilon<T>());
  const isTellable = firstOf<T>(best) + extent < tellable<T>();
  const least = v128.splat<T>(isTellable ? tiny<T>() : <T>Infinity);
  const radius = v128.splat<T>(sqrt<T>(extent));
  const more = v128.splat<T>(<T>1 + <T>16 * epsilon<T>());
  const less = v128.splat<T>(<T>0.5 - <T>32 * epsilon<T>());
  const error = v128.splat<T>(<T>8 * <T>(columns + 12) * epsilon<T>());
  const near = v128.splat<T>(tooNear<T>());
  const infinity = v128.splat<T>(<T>Infinity);
  let struck = infinity;
  const nextIndices = indicesOf<T>(visit, next);
  let left = 0;
  for (let at: usize = 0; at < end; at += 16) {
    const d = v128.load(distances + at);
    let p = v128.mul<T>(p0, v128.abs<T>(v128.sub<T>(v128.load(list + at), c0)));
    if (columns > 1) p = v128.add<T>(p, v128.mul<T>(p1, v128.abs<T>(v128.sub<T>(v128.load(list + column + at), c1))));
    if (columns > 2) p = v128.add<T>(p, v128.mul<T>(p2, v128.abs<T>(v128.sub<T>(v128.load(list + 2 * column + at), c2))));
    if (columns > 3) p = v128.add<T>(p, v128.mul<T>(p3, v128.abs<T>(v128.sub<T>(v128.load(list + 3 * column + at), c3))));
    const gap = v128.sub<T>(v128.sub<T>(d, best), p);
    const margin = v128.add<T>(v128.mul<T>(v128.add<T>(d, reach), factor), least);
    const isStruck = v128.gt<T>(gap, margin);
    if (visit.keeps) {
      // The difference of two distances is that of their squares over their sum, which is at most twice the larger.
      const far = v128.mul<T>(v128.add<T>(v128.sqrt<T>(d), radius), more);
      const apart = v128.mul<T>(v128.div<T>(v128.sub<T>(gap, margin), far), less);
      const rest = v128.sub<T>(apart, v128.add<T>(v128.mul<T>(far, error), near));
      struck = v128.pmin<T>(struck, v128.bitselect(rest, infinity, isStruck));
    }
    // What cannot be compared stays.
    let bits = bitmask<T>(v128.not(isStruck));
    const rest = count - <i32>(at / sizeof<T>());
    if (rest < <i32>(16 / sizeof<T>())) bits &= (1 << rest) - 1;
    for (; bits != 0; bits &= bits - 1) {
      const from = list + at + <usize>ctz(bits) * sizeof<T>();
      const to = next + <usize>left * sizeof<T>();
      store<T>(to, load<T>(from));
      if (columns > 1) store<T>(to + column, load<T>(from + column));
      if (columns > 2) store<T>(to + 2 * column, load<T>(from + 2 * column));
      if (columns > 3) store<T>(to + 3 * column, load<T>(from + 3 * column));
      const index = at / sizeof<T>() + <usize>ctz(bits);
      store<i32>(nextIndices + ((<usize>left) << 2), load<i32>(indices + (index << 2)));
      ++left;
    }
  }
  endList<T>(next, left);
  if (visit.keeps) visit.struck = <f64>leastOf<T>(struck);
  return left;
}

// @ts-ignore: decorator
@inline
function middle<T>(low: usize, high: usize): T {
  return load<T>(low) * <T>0.5 + load<T>(high) * <T>0.5;
}

/** Not less than how far any value lies from the middle. */
// @ts-ignore: decorator
@inline
function halfWidth<T>(low: usize, high: usize, middle: T): T {
  return max(load<T>(high) - middle, middle - load<T>(low)) * (<T>1 + <T>4 * epsilon<T>());
}

/** A bit for each lane of a comparison. */
// @ts-ignore: decorator
@inline
export function bitmask<T>(compared: v128): i32 {
  return sizeof<T>() == 4 ? i32x4.bitmask(compared) : i64x2.bitmask(compared);
}
