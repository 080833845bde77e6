import type { Pace } from "../../pace.ts";
import type { DistinctValues } from "./distinct-values.ts";
import { Layer } from "./layer.ts";
import { Moments } from "./moments.ts";
import { type Window, windowsOf } from "./windows.ts";

/** So many entries of the table, k x values, are filled without a look at where cuts can be: a tenth of a second. */
const SMALL_TABLE = 2 ** 20;

/** No more entries than these are filled: a few seconds, and 256 MiB of cuts. */
const LARGEST_TABLE = 2 ** 26;

/** More cuts than this are too close to each other for windows around them. */
const MOST_WINDOWS = 128;

/**
 * The best partitions of ascending values into runs (Wang and Song 2011). With D(k, i) the least inertia of the first i
 * values in k runs, D(k, i) is the least of D(k - 1, j) + inertia of the values from j up to i, over all cuts j. Of equally
 * good cuts the lowest is taken. Where values are many, cuts are looked for only where bounds leave them room.
 *
 * @param kLeast the least k that is wanted, at least 1
 * @param kMost  the largest, at most the number of values
 * @returns for each k where its runs begin, k ascending indices of which the first is 0; null where that is too much work
 */
export async function bestCuts(
  values: DistinctValues,
  kLeast: number,
  kMost: number,
  pace: Pace,
): Promise<readonly Int32Array[] | null> {
  const n = values.values.length;
  const moments = await Moments.over(values, pace);
  const all = n * kMost;
  const windows = all <= SMALL_TABLE || kMost > MOST_WINDOWS ? null : await windowsOf(values, moments, kMost, pace);
  const wanted = windows?.slice(kLeast - 1) ?? [];
  const within = wanted.flat().reduce((sum, { low, high }) => sum + high - low + 1, 0);
  if (windows === null || within > all) {
    if (all > LARGEST_TABLE) return null;
    // Filled for all ends, the layers of the largest k are those of the smaller ones too.
    const everywhere = Array.from({ length: kMost }, (_, cut) => ({ low: cut + 1, high: n }));
    const layers = await fill(values, moments, everywhere, pace);
    return Array.from({ length: kMost - kLeast + 1 }, (_, index) => backtrack(layers.slice(0, kLeast + index), n));
  }
  if (within > LARGEST_TABLE) return null;
  const partitions: Int32Array[] = [];
  for (const each of wanted) partitions.push(backtrack(await fill(values, moments, each, pace), n));
  return partitions;
}

/** The layers of the table, a window of ends each. */
async function fill(
  values: DistinctValues,
  moments: Moments,
  windows: readonly Window[],
  pace: Pace,
): Promise<readonly Layer[]> {
  const layers: Layer[] = [];
  for (const [index, window] of windows.entries()) {
    const layer = new Layer(values, moments, window, index === 0 ? null : layers[index - 1]);
    await layer.fill(pace);
    layers.push(layer);
  }
  return layers;
}

function backtrack(layers: readonly Layer[], n: number): Int32Array {
  const begins = new Int32Array(layers.length);
  for (let run = layers.length - 1, end = n; run > 0; run--) {
    end = layers[run].cut(end);
    begins[run] = end;
  }
  return begins;
}
