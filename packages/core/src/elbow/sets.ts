import type { Divisible } from "@kentro/kernel";
import { load, type Prepared, reload } from "../engine/prepare.ts";
import type { Settings } from "../options.ts";
import type { Pace } from "../pace.ts";
import { WHOLE } from "../progress.ts";
import { Random } from "../random.ts";
import { effortAlong, SLIGHT } from "../search/effort.ts";
import { type Reference, uniformInBox, unimodal } from "./references.ts";
import type { Sample } from "./sample.ts";
import { sweep } from "./sweep.ts";

/** Reference sets of each kind. */
export const SETS = 40;

/** Reference sets of both kinds together. */
export const REFERENCE_SETS: number = 2 * SETS;

/** Inertia below this part of that of one cluster is rounding: logarithms stop there. */
const NOTHING = 1e-12;

/** Streams of random numbers: each set has its own. */
const STREAM = 0x656c626f;

/** Steps of a search for each k, of which each compares with half of the centroids that there are in the end. */
const STEPS = 20;

/**
 * Work of about half a second. Less is not worth threads in the first elbow of a process: what is new to them they do
 * several times slower, and it would be over before.
 */
const WORTH_BEGINNERS = 2 ** 27;

let madeBefore = 0;

/** A sample, and how its curve is searched. */
export interface Measured {
  readonly sample: Sample;
  /** 2 at least. */
  readonly kMax: number;
  readonly settings: Settings;
}

/** What a thread needs to search sets beside another. */
export interface SetsSeat {
  readonly kind: "sets";
  /** Which of the threads it is. */
  readonly index: number;
  readonly measured: Measured;
  /** Room for the falls of all sets. */
  readonly results: SharedArrayBuffer;
}

const UNHEARD = (): void => {};

/**
 * A sample and its reference sets, as work that threads can share: a "row" is one of them, the sample itself the first,
 * then those of either kind. Each is made from a stream of its own and searched by one thread, for the falls of its
 * inertia, ln(I(k - 1) / I(k)), from k = 2 to `kMax`.
 */
export class SampleAndSets implements Divisible<"falls", SetsSeat> {
  readonly rows: number = 1 + REFERENCE_SETS;
  readonly partitionRows = 1;
  readonly operations: readonly "falls"[] = ["falls"];
  readonly state: readonly number[] = [];
  readonly #measured: Measured;
  readonly #pace: Pace;
  readonly #results: SharedArrayBuffer | null;
  readonly #onSet: (set: number) => void;
  readonly #references: readonly Reference[];
  readonly #values: Float64Array;
  /** The set that was searched last: others take its place. */
  #prepared: Prepared | null = null;

  /**
   * @param canShare whether there may be other threads
   * @param onSet    told of each set that this thread begins
   */
  static create(measured: Measured, canShare: boolean, pace: Pace, onSet: (set: number) => void): SampleAndSets {
    const isShared = canShare && (madeBefore++ > 0 || workOf(measured) >= WORTH_BEGINNERS);
    const numbers = (1 + REFERENCE_SETS) * (measured.kMax - 1);
    return new SampleAndSets(measured, isShared ? new SharedArrayBuffer(numbers * 8) : null, pace, onSet);
  }

  /** The sets of another thread, for this one to take part. */
  static join({ measured, results }: SetsSeat, pace: Pace): SampleAndSets {
    return new SampleAndSets(measured, results, pace, UNHEARD);
  }

  private constructor(measured: Measured, results: SharedArrayBuffer | null, pace: Pace, onSet: (set: number) => void) {
    this.#measured = measured;
    this.#pace = pace;
    this.#results = results;
    this.#onSet = onSet;
    this.#references = [uniformInBox(measured.sample), unimodal(measured.sample)];
    this.#values = measured.sample.data.slice();
  }

  follow(): void {}

  resultsOf(): number {
    return this.#measured.kMax - 1;
  }

  results(count: number): Float64Array {
    return this.#results === null ? new Float64Array(count) : new Float64Array(this.#results, 0, count);
  }

  workOf(): number {
    return workOf(this.#measured);
  }

  seat(index: number): SetsSeat | null {
    return this.#results && { kind: "sets", index, measured: this.#measured, results: this.#results };
  }

  async perform(_operation: "falls", set: number, _sets: number, into: Float64Array, at: number): Promise<void> {
    this.#onSet(set);
    const { restarts } = this.#measured.settings;
    // One poor k of the sample would pass for a bend beside it; of so many sets, it is lost in the mean.
    const effort = set === 0 ? (k: number) => effortAlong(k, restarts) : () => SLIGHT;
    const { kMax, settings } = this.#measured;
    const inertias: number[] = [];
    const quiet = { share: WHOLE, onProgress: undefined };
    for await (const { run } of sweep(await this.#load(set), { kMin: 1, kMax }, settings, effort, this.#pace, quiet)) {
      inertias.push(run.inertia);
    }
    into.set(fallsOf(inertias), at);
  }

  async #load(set: number): Promise<Prepared> {
    const { sample, settings } = this.#measured;
    const matrix = { data: this.#values, rows: sample.rows, columns: sample.columns };
    if (set === 0) matrix.data.set(sample.data);
    else {
      const [kind, own] = [Math.floor((set - 1) / SETS), (set - 1) % SETS];
      this.#references[kind](new Random(settings.seed, STREAM, kind, own), matrix.data);
    }
    this.#prepared = await (this.#prepared === null
      ? load(matrix, sample.weights, this.#pace)
      : reload(this.#prepared, matrix, this.#pace));
    return this.#prepared;
  }
}

function workOf({ sample, kMax }: Measured): number {
  return (1 + REFERENCE_SETS) * sample.data.length * kMax * kMax * (STEPS / 2);
}

/** ln(I(k - 1) / I(k)) from the second k on. */
function fallsOf(inertias: readonly number[]): readonly number[] {
  const least = inertias[0] * NOTHING;
  return inertias.slice(1).map((inertia, i) => {
    return least === 0 ? 0 : Math.log(Math.max(inertias[i], least) / Math.max(inertia, least));
  });
}
