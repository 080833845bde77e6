import type { Matrix } from "@kentro/core";

/** How many different rows there are, counted no further than `enough`. */
export function distinctRows({ data, rows, columns }: Matrix, enough: number): number {
  const found = new Set<string>();
  for (let row = 0; row < rows && found.size < enough; row++) {
    found.add(data.subarray(row * columns, (row + 1) * columns).join());
  }
  return found.size;
}
