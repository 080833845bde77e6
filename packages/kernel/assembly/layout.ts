// How points lie in memory. A block holds as many points as two 128-bit vectors have lanes (8 of float32, 4 of
// float64), column by column, so that one lane is one point and any number of columns runs at full width:
//
//            vector 0         vector 1
//   block 0  x0 x0 x0 x0      x0 x0 x0 x0       column 0 of points 0..7   (32 bytes)
//            x1 x1 x1 x1      x1 x1 x1 x1       column 1 of points 0..7
//            ...
//   block 1  x0 x0 x0 x0      x0 x0 x0 x0       column 0 of points 8..15
//
// The last block is padded with zeros; its lanes beyond the last row are computed and never counted.
// Centroids are row-major, `k x columns`, in the precision of the points, without padding.
// Labels are i32, one a row, with room for a full last block. Every pointer is a multiple of 16.

/** Bytes of one column of one block: two vectors. */
export const STRIDE: usize = 32;

/** Blocks that one assignment works on at a time, so that labels and distances stay in the first-level cache. */
export const CHUNK_BLOCKS: i32 = 64;

/** Points in a block. */
// @ts-ignore: decorator
@inline
export function lanes<T>(): i32 {
  return <i32>(STRIDE / sizeof<T>());
}
