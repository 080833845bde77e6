import type { Pace } from "../../pace.ts";
import type { DistinctValues } from "./distinct-values.ts";
import { addValue, type Moments, type Sums } from "./moments.ts";
import type { Window } from "./windows.ts";

/** Ends between two that are looked at first: those inside are then found one after the other. */
const GROUP = 8;

/** A run is summed once for a group where it is so much longer than the group, and than the cuts in question are apart. */
const REACH = 4;

/** Cuts that are tried between two questions whether it is time to breathe: about a millisecond. */
const TRIES_AT_ONCE = 1 << 18;

/**
 * The least inertias of the first i values in k runs for all ends i of a window, from those in k - 1 runs. The best cut
 * never moves down as the end goes up, so a cut found for one end bounds those of all others: with the ends farthest apart
 * first, a layer of n ends takes O(n log n) (Grønlund et al. 2017).
 */
export class Layer {
  readonly #values: Float64Array;
  readonly #weights: Float64Array;
  readonly #moments: Moments;
  readonly #window: Window;
  readonly #before: Layer | null;
  /** By end, the first of the window at 0. */
  readonly #inertias: Float64Array;
  readonly #cuts: Int32Array;
  readonly #run: Sums = new Float64Array(3);
  readonly #shared: Sums = new Float64Array(3);
  #tries = 0;

  /** @param before the layer of one run less, or null for that of one run */
  constructor({ values, weights }: DistinctValues, moments: Moments, window: Window, before: Layer | null) {
    this.#values = values;
    this.#weights = weights;
    this.#moments = moments;
    this.#window = window;
    this.#before = before;
    this.#inertias = new Float64Array(window.high - window.low + 1);
    this.#cuts = new Int32Array(window.high - window.low + 1);
  }

  /** Where the last run begins of the best runs up to `end`. */
  cut(end: number): number {
    return this.#cuts[end - this.#window.low];
  }

  async fill(pace: Pace): Promise<void> {
    const before = this.#before;
    if (before === null) return await this.#fillFirst(pace);
    const { low, high } = this.#window;
    const least = before.#window.low;
    // By its place in the window, counted from 1, where the cut of an end is, or must be where it is not yet known.
    const last = high - low + 1;
    const cutAt = (place: number) => (place === 0 ? least : this.#cuts[Math.min(place, last) - 1]);
    this.#findCut(before, high, least, Math.min(before.#window.high, high - 1));
    const groups = Math.floor((last - 1) / GROUP);
    for (let stride = highestPower(groups); stride >= 1; stride /= 2) {
      for (let group = stride; group <= groups; group += 2 * stride) {
        const above = group + stride > groups ? last : (group + stride) * GROUP;
        this.#findCut(before, low - 1 + group * GROUP, cutAt((group - stride) * GROUP), cutAt(above));
        if (this.#isBreathDue(pace)) await pace.breathe();
      }
    }
    for (let place = 0; place < last; place += GROUP) {
      const above = Math.min(place + GROUP, last);
      this.#findCuts(before, low + place, low - 1 + above, cutAt(place), cutAt(above));
      if (this.#isBreathDue(pace)) await pace.breathe();
    }
  }

  async #fillFirst(pace: Pace): Promise<void> {
    const { low, high } = this.#window;
    for (let end = low; end <= high; end++) {
      this.#inertias[end - low] = this.#moments.inertia(0, end);
      this.#tries += GROUP;
      if (this.#isBreathDue(pace)) await pace.breathe();
    }
  }

  #isBreathDue(pace: Pace): boolean {
    if (this.#tries < TRIES_AT_ONCE) return false;
    this.#tries = 0;
    return pace.due();
  }

  /** Finds the best cut for one end between two, both included. */
  #findCut(before: Layer, end: number, low: number, high: number): void {
    const place = end - this.#window.low;
    this.#inertias[place] = Number.POSITIVE_INFINITY;
    // Sums about one value lose digits for runs far wider than those it was chosen for: whenever the run has doubled, a
    // value from its middle takes the place.
    for (let from = Math.min(high, end - 1); from >= low; ) {
      const to = Math.max(low, from - (end - from));
      const center = this.#values[(from + end) >> 1];
      this.#moments.about(center, from, end, this.#run);
      this.#try(before, place, center, from, to);
      from = to - 1;
    }
  }

  /** Finds the best cuts for the ends from `first` up to `above`, all between two, both included. */
  #findCuts(before: Layer, first: number, above: number, low: number, high: number): void {
    let least = low;
    if (first - high < REACH * Math.max(GROUP, high - low)) {
      for (let end = first; end < above; end++) {
        this.#findCut(before, end, least, high);
        least = this.cut(end);
      }
      return;
    }
    const center = this.#values[(high + first) >> 1];
    this.#moments.about(center, high, first, this.#shared);
    for (let end = first; end < above; end++) {
      const place = end - this.#window.low;
      this.#run.set(this.#shared);
      this.#inertias[place] = Number.POSITIVE_INFINITY;
      this.#try(before, place, center, high, least);
      least = this.#cuts[place];
      addValue(this.#weights[end], this.#values[end] - center, this.#shared);
    }
  }

  /** Tries the cuts from `from` down to `to` for the end at a place: the run from the first of them has the sums `#run`. */
  #try(layer: Layer, place: number, center: number, from: number, to: number): void {
    const values = this.#values;
    const weights = this.#weights;
    const inertias = layer.#inertias;
    const low = layer.#window.low;
    let weight = this.#run[0];
    let distance = this.#run[1];
    let square = this.#run[2];
    let best = this.#inertias[place];
    let cut = this.#cuts[place];
    for (let at = from; ; at--) {
      const inertia = inertias[at - low] + (square - (distance * distance) / weight);
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
    this.#inertias[place] = best;
    this.#cuts[place] = cut;
    this.#tries += from - to + GROUP;
  }
}

/** The highest power of two that is not above a count, 0 for none. */
function highestPower(count: number): number {
  return count === 0 ? 0 : 2 ** Math.floor(Math.log2(count));
}
