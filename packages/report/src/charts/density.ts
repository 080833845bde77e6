import { fewest } from "../disclosure.ts";
import { isSampled } from "../sample.ts";

/** Customers counted in a grid over two columns. */
export interface Density {
  readonly xStep: number;
  readonly yStep: number;
  readonly xRange: readonly [number, number];
  readonly yRange: readonly [number, number];
  readonly cells: readonly DensityCell[];
  /** Customers beyond the grid's ends. */
  readonly outside: number;
}

/** A cell that holds at least one customer. */
export interface DensityCell {
  /** Lower ends. */
  readonly x: number;
  readonly y: number;
  /** The segment with most customers here; the lowest on a tie. */
  readonly segment: number;
  readonly customers: number;
}

/** Powers of ten end not far below. */
const smallestStep = 1e-300;

/** Rows looked at to find where a grid should end. */
const sampleSize = 100_000;

/**
 * Counts customers in a grid that is the finer the more there are, with round edges. The grid ends where the outermost half percent begins, if that is far from the rest.
 *
 * @param x one value a customer
 * @param y the same for the other column
 * @param labels the segment of each customer, -1 for one who is in none
 * @param segments the number of segments
 */
export function density(x: Float64Array, y: Float64Array, labels: Int32Array, segments: number): Density {
  let customers = 0;
  for (const label of labels) if (label >= 0) customers++;
  const bins = Math.min(40, Math.max(8, Math.round(Math.sqrt(customers))));
  const across = grid(x, labels, bins);
  const up = grid(y, labels, Math.max(6, Math.round(bins * 0.75)));
  const counts = new Int32Array(across.bins * up.bins * segments);
  let outside = 0;
  for (let row = 0; row < labels.length; row++) {
    const label = labels[row]!;
    if (label < 0) continue;
    const column = across.bin(x[row]!);
    const line = up.bin(y[row]!);
    if (column === null || line === null) outside++;
    else counts[(line * across.bins + column) * segments + label]!++;
  }
  const cells: DensityCell[] = [];
  for (let cell = 0; cell < across.bins * up.bins; cell++) {
    const inCell = counts.subarray(cell * segments, (cell + 1) * segments);
    const total = inCell.reduce((sum, value) => sum + value, 0);
    if (total === 0) continue;
    const segment = inCell.indexOf(Math.max(...inCell));
    const column = cell % across.bins;
    const line = (cell - column) / across.bins;
    cells.push({ x: across.edge(column), y: up.edge(line), segment, customers: total });
  }
  return {
    xStep: across.step,
    yStep: up.step,
    xRange: [across.edge(0), across.edge(across.bins)],
    yRange: [up.edge(0), up.edge(up.bins)],
    cells,
    outside,
  };
}

interface Grid {
  readonly step: number;
  readonly bins: number;
  edge(bin: number): number;
  bin(value: number): number | null;
}

function grid(values: Float64Array, labels: Int32Array, wanted: number): Grid {
  const [low, high] = frame(values, labels);
  const step = Math.max(roundStep(high / wanted - low / wanted || Math.abs(low) || 1), smallestStep);
  const first = Math.floor(low / step);
  const bins = Math.floor(high / step) - first + 1;
  return {
    step,
    bins,
    edge: (bin) => Number(((first + bin) * step).toPrecision(12)),
    bin: (value) => {
      const bin = Math.floor(value / step) - first;
      return bin >= 0 && bin < bins ? bin : null;
    },
  };
}

/** Where the values lie: all of them, or without the outermost half percent on a side that reaches far out. */
function frame(values: Float64Array, labels: Int32Array): [number, number] {
  const sample: number[] = [];
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (let row = 0; row < labels.length; row++) {
    if (labels[row]! < 0) continue;
    const value = values[row]!;
    low = Math.min(low, value);
    high = Math.max(high, value);
    if (isSampled(row, labels.length, sampleSize)) sample.push(value);
  }
  if (sample.length === 0) return [low, high];
  const sorted = Float64Array.from(sample).sort();
  const lower = sorted[Math.floor(0.005 * (sorted.length - 1))]!;
  const upper = sorted[Math.ceil(0.995 * (sorted.length - 1))]!;
  const margin = 0.15 * (upper - lower);
  return [low < lower - margin ? lower : low, high > upper + margin ? upper : high];
}

/** 1, 2 or 5 times a power of ten, whichever is nearest to `step` by ratio. */
function roundStep(step: number): number {
  const power = 10 ** Math.floor(Math.log10(step));
  const rest = step / power;
  const factor = rest < Math.SQRT2 ? 1 : rest < Math.sqrt(10) ? 2 : rest < Math.sqrt(50) ? 5 : 10;
  return factor * power;
}

/** How full a cell is, from 0, in words that tell no number under five. */
export function fullness(cells: readonly DensityCell[]): readonly { readonly from: number; readonly text: string }[] {
  const most = cells.reduce((most, cell) => Math.max(most, cell.customers), 0);
  const starts = [1];
  for (let next = fewest; next <= most && starts.length < 4; next *= ratio(most)) starts.push(Math.round(next));
  return starts.map((from, i) => {
    const end = starts[i + 1];
    if (i === 0) return { from, text: `fewer than ${fewest}` };
    return { from, text: end === undefined ? `${from} or more` : `${from} to ${end - 1}` };
  });
}

/** Three steps above the sparse cells reach the fullest one. */
function ratio(most: number): number {
  return Math.max(2, (most / fewest) ** (1 / 3));
}
