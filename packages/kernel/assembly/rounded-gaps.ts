import { epsilon, tiny } from "./rounding";

/**
 * Turns the two least s of rows (see `quantized.ts`) into what is safely left of the gap between their distances d to the
 * nearest and D to the second-nearest centroid, as `takeGaps` in `bounded.ts` does from the distances themselves: the
 * squares differ by twice the difference of s, and D - d is that over D + d, which is at most 2 D.
 *
 * @param bests    IN   i32[rows], the least s
 * @param seconds  IN   i32[rows], the second
 * @param rows     IN   number of rows, a multiple of 4
 * @param columns  IN   number of columns
 * @param doubt    IN   the difference that may be none
 * @param square   IN   the most of (x - mean)² of a row
 * @param rule     IN   f64[6]: of the centroids, [4] what |c| adds to the error of s; [5] units of s in half a
 *                 squared distance
 * @param gaps     OUT  T[rows], not above 0 for rows in doubt
 */
export function roundedGaps<T>(
  bests: usize, seconds: usize, rows: i32, columns: i32, doubt: i32, square: f64, rule: usize, gaps: usize,
): void {
  const unit = 1 / load<f64>(rule, 40);
  // Room for s that is rounded to 24 bits, too.
  const off = <f64>doubt + load<f64>(rule, 32) + 128;
  const perUnit = v128.splat<T>(<T>unit);
  const perTwo = v128.splat<T>(<T>(2 * unit));
  const beside = v128.splat<T>(<T>((square + 2 * unit * off) * 1.000001));
  const more = v128.splat<T>(<T>1 + <T>16 * epsilon<T>());
  const less = v128.splat<T>(<T>1 - <T>32 * epsilon<T>());
  const error = v128.splat<T>((<T>8 * <T>(columns + 12)) * epsilon<T>());
  const least = v128.splat<T>(tiny<T>());
  const zero = v128.splat<T>(<T>0);
  const lowest = v128.splat<T>(-<T>Infinity);
  const doubts = i32x4.splat(doubt);
  for (let row = 0; row < rows; row += 4) {
    const best = v128.load(bests + ((<usize>row) << 2));
    const second = v128.load(seconds + ((<usize>row) << 2));
    const rest = i32x4.sub(i32x4.sub(second, best), doubts);
    for (let half = 0; half < (sizeof<T>() == 4 ? 1 : 2); ++half) {
      const squared = v128.add<T>(v128.mul<T>(numbers<T>(second, half), perTwo), beside);
      const far = v128.mul<T>(v128.sqrt<T>(v128.mul<T>(v128.pmax<T>(zero, squared), more)), more);
      const gap = v128.mul<T>(v128.div<T>(v128.mul<T>(numbers<T>(rest, half), perUnit), far), less);
      v128.store(gaps, v128.pmax<T>(lowest, v128.sub<T>(gap, v128.add<T>(v128.mul<T>(far, error), least))));
      gaps += 16;
    }
  }
}

/** Integers as numbers: all four of a vector, or two of them. */
// @ts-ignore: decorator
@inline
function numbers<T>(integers: v128, half: i32): v128 {
  if (sizeof<T>() == 4) return f32x4.convert_i32x4_s(integers);
  return f64x2.convert_low_i32x4_s(half == 0 ? integers : v128.shuffle<i64>(integers, integers, 1, 0));
}
