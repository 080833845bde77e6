import type { Pace } from "../../pace.ts";
import type { DistinctValues } from "./distinct-values.ts";
import { Moments, type Sums } from "./moments.ts";

/** Ends between two that are looked at first: those inside are then found one after the other. */
const GROUP = 8;

/** How much farther than a group is wide, and than the cuts in question are apart, a run must reach to be begun once for a group. */
const REACH = 4;

/** Cuts that are tried between two questions whether it is time to breathe: about a millisecond. */
const TRIES_AT_ONCE = 1 << 18;

/**
 * The best partitions of ascending values into runs (Wang and Song 2011). With D(k, i) the least inertia of the first i
 * values in k runs, D(k, i) is the least of D(k - 1, j) + inertia of the values from j up to i, over all cuts j; and the
 * best cut never moves down as i goes up, so that a cut found for one end bounds those of all others, and a layer of all
 * i takes O(n log n) (Grønlund et al. 2017). Of equally good cuts the lowest is taken.
 *
 * @param kMax at most the number of values
 * @returns for each k from 1 to `kMax` where its runs begin: k ascending indices, of which the first is 0
 */
export async function bestCuts(values: DistinctValues, kMax: number, pace: Pace): Promise<readonly Int32Array[]> {
  const n = values.values.length;
  const layers = new Layers(values);
  const cuts: Int32Array[] = [];
  const partitions = [Int32Array.of(0)];
  for (let k = 2; k <= kMax; k++) {
    await fillLayer(layers, k, k === kMax ? n : k, pace);
    cuts.push(layers.cuts);
    const partition = new Int32Array(k);
    for (let run = k - 1, end = n; run > 0; run--) {
      end = cuts[run - 1][end];
      partition[run] = end;
    }
    partitions.push(partition);
  }
  return partitions;
}

/** Finds the best last cut for each end from `least` on: first for the last of all, then ever closer, then for those between. */
async function fillLayer(layers: Layers, k: number, least: number, pace: Pace): Promise<void> {
  const { n } = layers;
  layers.begin(k);
  let tries = layers.findCut(n, k - 1, n - 1);
  const groups = Math.floor((n - 1) / GROUP);
  const low = (end: number) => (end < k ? k - 1 : layers.cuts[end]);
  const high = (end: number) => layers.cuts[Math.min(end, n)];
  for (let stride = 2 ** Math.floor(Math.log2(Math.max(1, groups))); stride >= 1; stride /= 2) {
    for (let group = stride; group <= groups; group += 2 * stride) {
      const end = group * GROUP;
      if (end < least) continue;
      const above = group + stride > groups ? n : end + stride * GROUP;
      tries += layers.findCut(end, low(end - stride * GROUP), high(above));
      if (tries < TRIES_AT_ONCE) continue;
      tries = 0;
      if (pace.due()) await pace.breathe();
    }
  }
  for (let group = Math.floor(least / GROUP); group <= groups; group++) {
    const first = Math.max(group * GROUP + 1, least);
    const above = Math.min((group + 1) * GROUP, n);
    tries += layers.findCuts(first, above, low(first - 1), high(above));
    if (tries < TRIES_AT_ONCE) continue;
    tries = 0;
    if (pace.due()) await pace.breathe();
  }
}

/** Two layers of the table: what is known of k - 1 runs, and what is being found for k. */
class Layers {
  readonly n: number;
  /** The last cut of the best partition of the first i values, by i. */
  cuts: Int32Array<ArrayBuffer> = new Int32Array(0);
  readonly #values: Float64Array;
  readonly #weights: Float64Array;
  readonly #moments: Moments;
  /** D(k - 1, i) and D(k, i), by i. */
  #before: Float64Array<ArrayBuffer>;
  #inertias: Float64Array<ArrayBuffer>;
  readonly #run: Sums = { weight: 0, distance: 0, square: 0 };
  readonly #shared: Sums = { weight: 0, distance: 0, square: 0 };
  #best = 0;
  #cut = 0;

  constructor(distinct: DistinctValues) {
    const { values, weights } = distinct;
    this.n = values.length;
    this.#values = values;
    this.#weights = weights;
    this.#moments = new Moments(distinct);
    this.#before = new Float64Array(this.n + 1);
    this.#inertias = new Float64Array(this.n + 1);
    for (let end = 1; end <= this.n; end++) {
      const center = values[end >> 1];
      this.#moments.about(center, 0, end, this.#run);
      this.#inertias[end] = inertiaOf(this.#run);
    }
  }

  /** Turns to the layer after the one that is filled. */
  begin(k: number): void {
    const inertias = this.#before;
    this.#before = this.#inertias;
    this.#inertias = inertias;
    this.cuts = new Int32Array(this.n + 1);
    this.cuts[k] = k - 1;
  }

  /** Finds the best cut for one end between two, ends included; returns how many were tried. */
  findCut(end: number, low: number, high: number): number {
    this.#best = Number.POSITIVE_INFINITY;
    // A sum of squares about one value loses digits for runs far wider than those it was chosen for: whenever the run
    // has doubled, one from its middle takes its place.
    for (let from = Math.min(high, end - 1); from >= low; ) {
      const to = Math.max(low, from - (end - from));
      const center = this.#values[(from + end) >> 1];
      this.#moments.about(center, from, end, this.#run);
      this.#try(center, from, to);
      from = to - 1;
    }
    this.#inertias[end] = this.#best;
    this.cuts[end] = this.#cut;
    return high - low + 1;
  }

  /** Finds the best cuts for the ends from `first` up to `above`, all between two; returns how many were tried. */
  findCuts(first: number, above: number, low: number, high: number): number {
    let least = low;
    let tries = 0;
    if (first - high < REACH * Math.max(GROUP, high - low)) {
      for (let end = first; end < above; end++) {
        tries += this.findCut(end, least, high);
        least = this.cuts[end];
      }
      return tries;
    }
    // Where runs are long beside what they differ in, one sum is begun for all ends, and goes on from each to the next.
    const center = this.#values[(high + first) >> 1];
    const shared = this.#shared;
    this.#moments.about(center, high, first - 1, shared);
    for (let end = first; end < above; end++) {
      const away = this.#values[end - 1] - center;
      const weight = this.#weights[end - 1];
      shared.weight += weight;
      shared.distance += weight * away;
      shared.square += weight * away * away;
      this.#run.weight = shared.weight;
      this.#run.distance = shared.distance;
      this.#run.square = shared.square;
      this.#best = Number.POSITIVE_INFINITY;
      this.#try(center, high, least);
      this.#inertias[end] = this.#best;
      this.cuts[end] = this.#cut;
      tries += high - least + 1;
      least = this.#cut;
    }
    return tries;
  }

  /** Tries the cuts from `from` down to `to`, the sums of the first of them being those of the run. */
  #try(center: number, from: number, to: number): void {
    const values = this.#values;
    const weights = this.#weights;
    const before = this.#before;
    let { weight, distance, square } = this.#run;
    let best = this.#best;
    let cut = this.#cut;
    for (let at = from; ; at--) {
      const inertia = before[at] + (square - (distance * distance) / weight);
      if (inertia <= best) {
        best = inertia;
        cut = at;
      }
      if (at === to) break;
      const away = values[at - 1] - center;
      const weighted = weights[at - 1] * away;
      weight += weights[at - 1];
      distance += weighted;
      square += weighted * away;
    }
    this.#best = best;
    this.#cut = cut;
  }
}

function inertiaOf({ weight, distance, square }: Sums): number {
  return square - (distance * distance) / weight;
}
