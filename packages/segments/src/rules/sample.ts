import type { Pace } from "../pace.ts";
import { inChunks } from "../preparation/chunks.ts";

/** Customers that rules are looked for on. */
export interface Sample {
  /** Places among the rows used, ascending. */
  readonly places: Int32Array;
  /** The segment of each. */
  readonly labels: Int32Array;
  /** How many customers each of them stands for. */
  readonly weights: Float64Array;
}

/** Up to so many customers are all looked at. */
const MOST = 20_000;
/** Of a small segment at least so many are drawn, or all, where segments are few. */
const FEWEST = 200;

/**
 * A seeded sample, drawn segment by segment (Knuth's algorithm S in each), so that small segments are seen too. Where
 * there are no more than 20,000 customers it is all of them.
 */
export async function sampleOf(labels: Int32Array, segments: number, seed: number, pace: Pace): Promise<Sample> {
  const sizes = new Float64Array(segments);
  for (const label of labels) sizes[label]!++;
  const rows = labels.length;
  const fewest = Math.min(FEWEST, Math.ceil(MOST / segments));
  const wanted = sizes.map((size) =>
    rows <= MOST ? size : Math.min(size, Math.max(Math.ceil((MOST * size) / rows), fewest)),
  );
  const weights = sizes.map((size, segment) => (size === 0 ? 0 : size / wanted[segment]!));
  const places = new Int32Array(wanted.reduce((a, b) => a + b, 0));
  const left = sizes.slice();
  let taken = 0;
  await inChunks(rows, pace, (from, to) => {
    for (let i = from; i < to; i++) {
      const segment = labels[i]!;
      if (uniform(seed, i) * left[segment]!-- < wanted[segment]!) {
        wanted[segment]!--;
        places[taken++] = i;
      }
    }
  });
  const drawn = Int32Array.from(places, (i) => labels[i]!);
  return { places, labels: drawn, weights: Float64Array.from(drawn, (segment) => weights[segment]!) };
}

/** A sample as one segment needs it: all of its own customers, and one in so many of the rest, drawn by the seed. */
export function thinned({ places, labels, weights }: Sample, segment: number, oneIn: number, seed: number): Sample {
  const kept = Int32Array.from(places.keys()).filter((i) => {
    return labels[i] === segment || uniform(seed + segment + 1, places[i]!) * oneIn < 1;
  });
  return {
    places: Int32Array.from(kept, (i) => places[i]!),
    labels: Int32Array.from(kept, (i) => labels[i]!),
    weights: Float64Array.from(kept, (i) => weights[i]! * (labels[i] === segment ? 1 : oneIn)),
  };
}

/** Uniform in [0, 1), from the seed and a number: the finalizer of MurmurHash3 over both. */
function uniform(seed: number, i: number): number {
  let z = Math.imul(i, 0x9e3779b9) ^ mixed(seed ^ Math.floor(seed / 0x1_0000_0000));
  z = mixed(z);
  return (mixed(z + 0x9e3779b9) >>> 0) / 0x1_0000_0000;
}

function mixed(word: number): number {
  let z = word | 0;
  z = Math.imul(z ^ (z >>> 16), 0x85ebca6b);
  z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35);
  return z ^ (z >>> 16);
}
