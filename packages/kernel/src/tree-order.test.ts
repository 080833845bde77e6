import { describe, expect, it } from "vitest";
import { binsOf, curveOf, treeOrderOf } from "./tree-order.ts";

const COLUMNS = [1, 2, 3, 4];

/** The keys of all cells of a grid as fine as so many steps of the walk tell apart, by their Morton key. */
function keysOf(columns: number, steps: number): Int32Array {
  const { walk, bits } = curveOf(columns);
  const mask = (1 << bits) - 1;
  return Int32Array.from({ length: 1 << (bits * steps) }, (_, morton) => {
    let key = 0;
    let state = 0;
    for (let shift = (steps - 1) * bits; shift >= 0; shift -= bits) {
      const step = walk[state | ((morton >> shift) & mask)];
      key = (key << bits) | (step & mask);
      state = step & ~mask;
    }
    return key;
  });
}

/** Where a cell lies in a column. */
function placeOf(morton: number, column: number, columns: number): number {
  let place = 0;
  for (let b = 0; b * columns + column < 31; b++) place |= ((morton >> (b * columns + column)) & 1) << b;
  return place;
}

describe("the order of a tree", () => {
  it.each(COLUMNS)("visits every cell once, each beside the one before: %i columns", (columns) => {
    const keys = keysOf(columns, columns === 3 ? 4 : 3);
    const cells = new Int32Array(keys.length).fill(-1);
    keys.forEach((key, morton) => {
      cells[key] = morton;
    });
    expect(cells.includes(-1)).toBe(false);
    let farthest = 0;
    for (let at = 1; at < cells.length; at++) {
      let distance = 0;
      for (let column = 0; column < columns; column++) {
        distance += Math.abs(placeOf(cells[at], column, columns) - placeOf(cells[at - 1], column, columns));
      }
      farthest = Math.max(farthest, distance);
    }
    expect(farthest).toBe(1);
  });

  it.each(COLUMNS)("gives larger values no lower place, and bits of its own to each of %i columns", (columns) => {
    const sample = Float64Array.from({ length: 1000 * columns }, (_, at) => Math.exp((at % 700) / 100));
    const { spread } = treeOrderOf(sample, columns);
    const bins = binsOf(columns);
    const seen = new Int32Array(columns);
    for (let column = 0; column < columns; column++) {
      for (let bin = 1; bin < bins; bin++) {
        const before = spread[column * bins + bin - 1];
        const here = spread[column * bins + bin];
        expect(here >= before).toBe(true);
        seen[column] |= here;
      }
    }
    for (let column = 1; column < columns; column++) expect(seen[column] & seen[column - 1]).toBe(0);
    const { bits, steps } = curveOf(columns);
    expect(seen.reduce((all, each) => all | each, 0)).toBe(2 ** (bits * steps) - 1);
  });

  it("leaves most bits to most rows, however far a few lie", () => {
    const sample = Float64Array.from({ length: 4096 }, (_, row) => (row % 1000 === 0 ? 1e9 : row / 4096));
    const { frame } = treeOrderOf(sample, 1);
    expect(frame[1]).toBeGreaterThan(binsOf(1) / 2);
  });

  it("puts all rows in one place where they are all the same", () => {
    const { frame, spread } = treeOrderOf(new Float64Array(30).fill(7), 3);
    expect([...frame]).toEqual([7, 0, 7, 0, 7, 0]);
    expect(spread[0]).toBe(0);
  });
});
