import { STRIDE, lanes } from "./layout";

/**
 * Copies some rows into blocks of their own.
 *
 * @param points    IN   T[blocks][columns][lanes]
 * @param columns   IN   number of columns
 * @param list      IN   i32[count], indices of rows in `points`
 * @param count     IN   how many
 * @param gathered  OUT  T[blocks of count][columns][lanes]; lanes beyond the last keep what they held
 */
export function gatherRows<T>(points: usize, columns: i32, list: usize, count: i32, gathered: usize): void {
  const bytes = <usize>columns * STRIDE;
  for (let i = 0; i < count; ++i) {
    const from = pointAt<T>(points, columns, load<i32>(list + ((<usize>i) << 2)));
    const to = pointAt<T>(gathered, columns, i);
    for (let offset: usize = 0; offset < bytes; offset += STRIDE) store<T>(to + offset, load<T>(from + offset));
  }
}

/** Where a row has its first column. */
// @ts-ignore: decorator
@inline
export function pointAt<T>(points: usize, columns: i32, row: i32): usize {
  const block = row / lanes<T>();
  return points + <usize>block * (<usize>columns * STRIDE) + <usize>(row - block * lanes<T>()) * sizeof<T>();
}
