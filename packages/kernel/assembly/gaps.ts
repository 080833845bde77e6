import { epsilon, tiny } from "./rounding";

/**
 * What is safely left of the gap between the distances to the nearest and to the second-nearest centroid, from their
 * squares. The distance to the second is off by half of a squared distance's error now; and by the time the gap is used
 * up, the nearest may be as far, and the squares of both are off again: once and a half that error, of which twice is taken.
 */
// @ts-ignore: decorator
@inline
export function gapBetween<T>(nearest: v128, second: v128, columns: i32): v128 {
  const error = <T>(columns + 12) * epsilon<T>();
  const less = v128.splat<T>(<T>1 - <T>2 * error);
  const more = v128.splat<T>(<T>1 + <T>5 * error);
  const near = v128.add<T>(v128.mul<T>(v128.sqrt<T>(nearest), more), v128.splat<T>(tiny<T>()));
  const far = v128.mul<T>(v128.sqrt<T>(second), less);
  // Distances that are infinite leave none: a row is looked at again then.
  return v128.pmax<T>(v128.splat<T>(-<T>Infinity), v128.sub<T>(far, near));
}

/** The smallest of a vector's lanes. */
// @ts-ignore: decorator
@inline
export function leastOf<T>(values: v128): T {
  const half = v128.pmin<T>(values, v128.shuffle<i64>(values, values, 1, 0));
  if (sizeof<T>() == 8) return <T>f64x2.extract_lane(half, 0);
  return <T>f32x4.extract_lane(v128.pmin<T>(half, v128.shuffle<i32>(half, half, 1, 0, 3, 2)), 0);
}
