/** How the rows of a tree are put in order: see `assembly/tree-order.ts`. */
export interface TreeOrder {
  /** Of each column, `bin = (x - frame[0]) * frame[1]`: `columns x 2`. */
  readonly frame: Float64Array;
  /** The bits of each bin of each column, spread out: `columns x bins`. */
  readonly spread: Int32Array;
}

/** A Hilbert curve as a machine that takes a few bits of a Morton key at a time and gives as many of the Hilbert key. */
export interface Curve {
  readonly walk: Int32Array;
  /** Bits of a step. */
  readonly bits: number;
  readonly steps: number;
  /** Bits of the key's lower digit. */
  readonly lower: number;
}

/** Bits of each column that go into a key, by the number of columns. */
const LEVELS = [0, 20, 10, 7, 5];

/** Bits of each column that a step of the walk takes, by the number of columns. */
const LEVELS_AT_ONCE = [0, 4, 2, 1, 1];

/** Numbers that the higher digit of a key may be. */
export const HIGHER_DIGITS = 256;

/** Numbers that the lower digit of a key may be, at most. */
export const LOWER_DIGITS = 8192;

/** Bins of a column. With one column there are no others to tell rows apart. */
export function binsOf(columns: number): number {
  return columns === 1 ? 65_536 : 2048;
}

export function curveOf(columns: number): Curve {
  const atOnce = LEVELS_AT_ONCE[columns];
  const bits = columns * atOnce;
  const directions = columns;
  const walk = new Int32Array(directions << (columns + bits));
  for (let state = 0; state < directions << columns; state++) {
    for (let word = 0; word < 1 << bits; word++) {
      let at = state;
      let key = 0;
      for (let shift = bits - columns; shift >= 0; shift -= columns) {
        const step = stepOf(at, (word >> shift) & ((1 << columns) - 1), columns);
        at = step.state;
        key = (key << columns) | step.key;
      }
      walk[(state << bits) | word] = (at << bits) | key;
    }
  }
  const steps = LEVELS[columns] / atOnce;
  return { walk, bits, steps, lower: steps * bits - Math.log2(HIGHER_DIGITS) };
}

/** One step from a cell of the curve to one of its 2^columns parts (Hamilton 2006): where the curve enters, which way. */
function stepOf(state: number, word: number, columns: number): { readonly state: number; readonly key: number } {
  const mask = (1 << columns) - 1;
  const entry = Math.floor(state / columns);
  const direction = state % columns;
  const turn = (direction + 1) % columns;
  const flipped = word ^ entry;
  const turned = ((flipped >> turn) | (flipped << (columns - turn))) & mask;
  let key = turned;
  for (let shift = 1; shift < columns; shift++) key ^= turned >> shift;
  const before = key === 0 ? 0 : gray(2 * Math.floor((key - 1) / 2));
  const nextEntry = entry ^ (((before << turn) | (before >> (columns - turn))) & mask);
  const along = key === 0 ? 0 : trailingOnes(key % 2 === 0 ? key - 1 : key) % columns;
  return { state: nextEntry * columns + ((direction + along + 1) % columns), key };
}

function gray(value: number): number {
  return value ^ (value >> 1);
}

function trailingOnes(value: number): number {
  return 31 - Math.clz32(~value & -~value);
}

/** Groups of as many rows of a sample each, by which bins are told how dense a column is. */
const GROUPS = 64;

/** Groups at either end are no wider than this part of all others: a few far rows leave the rest their bits. */
const WIDEST_END = 0.25;

/**
 * How to order rows like those of a sample. Bins get bits by the cube root of their density: between equal widths, which
 * waste them where there are no rows, and equal numbers of rows, which leave too few where rows are sparse.
 *
 * @param sample `rows x columns`, at least one row
 */
export function treeOrderOf(sample: Float64Array, columns: number): TreeOrder {
  const bins = binsOf(columns);
  const rows = sample.length / columns;
  const frame = new Float64Array(columns * 2);
  const spread = new Int32Array(columns * bins);
  const places = 2 ** LEVELS[columns];
  for (let column = 0; column < columns; column++) {
    const values = Float64Array.from({ length: rows }, (_, row) => sample[row * columns + column]).sort();
    const edges = edgesOf(values);
    const low = edges[0];
    const width = edges[GROUPS] - low;
    frame[2 * column] = low;
    frame[2 * column + 1] = width > 0 ? bins / width : 0;
    const heights = new Float64Array(GROUPS + 1);
    for (let group = 0; group < GROUPS; group++) {
      heights[group + 1] = heights[group] + (width > 0 ? ((edges[group + 1] - edges[group]) / width) ** (2 / 3) : 0);
    }
    for (let bin = 0, group = 0; bin < bins; bin++) {
      const value = low + ((bin + 0.5) / bins) * width;
      while (group < GROUPS - 1 && value >= edges[group + 1]) group++;
      const part = (value - edges[group]) / (edges[group + 1] - edges[group]);
      const height = heights[group] + Math.min(1, part || 0) * (heights[group + 1] - heights[group]);
      const place = Math.min(places - 1, Math.floor((height / heights[GROUPS] || 0) * places));
      spread[column * bins + bin] = spreadOut(place, columns) << column;
    }
  }
  return { frame, spread };
}

function edgesOf(sorted: Float64Array): Float64Array {
  const edges = Float64Array.from({ length: GROUPS + 1 }, (_, group) => {
    return sorted[Math.round((group / GROUPS) * (sorted.length - 1))];
  });
  const widest = WIDEST_END * (edges[GROUPS - 1] - edges[1]);
  edges[0] = Math.max(edges[0], edges[1] - widest);
  edges[GROUPS] = Math.min(edges[GROUPS], edges[GROUPS - 1] + widest);
  return edges;
}

/** Bit `b` of a place at `b * columns`. */
function spreadOut(place: number, columns: number): number {
  let bits = 0;
  for (let b = 0; b * columns < 31; b++) bits |= ((place >> b) & 1) << (b * columns);
  return bits;
}
