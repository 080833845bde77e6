import { load, reload } from "../engine/prepare.ts";
import type { Settings } from "../options.ts";
import type { Pace } from "../pace.ts";
import { type OnProgress, partOf, type Share } from "../progress.ts";
import { Random } from "../random.ts";
import { type Effort, effortAlong, SLIGHT } from "../search/effort.ts";
import { type Reference, uniformInBox, unimodal } from "./references.ts";
import type { Sample } from "./sample.ts";
import { sweep } from "./sweep.ts";

/** How much more the inertia falls at a k than it would without clusters. */
export interface Evidence {
  /** ln(I(k - 1) / I(k)) less its mean over reference sets. */
  readonly excess: number;
  /** The excess in standard deviations of the reference sets. */
  readonly z: number;
}

/** Reference sets of each kind. */
const SETS = 40;

/** Reference sets of both kinds together. */
export const REFERENCE_SETS: number = 2 * SETS;

/** Fresh starts for each k at most, whatever is asked for. */
const MOST_RESTARTS = 10;

/** Inertia below this part of that of one cluster is rounding: logarithms stop there. */
const NOTHING = 1e-12;

/** A spread of the reference sets below this is rounding too. */
const NO_SPREAD = 1e-9;

/** Streams of random numbers: each set has its own. */
const STREAM = 0x656c626f;

/**
 * Measures the curve of a sample against that of structureless sets of two kinds; the kind that explains more of it counts.
 *
 * @returns for k = 2 to `kMax`, by k
 */
export async function gatherEvidence(
  sample: Sample,
  kMax: number,
  settings: Settings,
  pace: Pace,
  { share, onProgress }: { readonly share: Share; readonly onProgress: OnProgress | undefined },
): Promise<ReadonlyMap<number, Evidence>> {
  if (kMax < 2) return new Map();
  const matrix = { data: sample.data.slice(), rows: sample.rows, columns: sample.columns };
  let prepared = await load(matrix, sample.weights, pace);
  const searched = { ...settings, restarts: Math.min(settings.restarts, MOST_RESTARTS) };
  // One poor k of the sample would pass for a bend beside it; of so many sets, it is lost in the mean.
  const own = await falls((k) => effortAlong(k, searched.restarts));
  const kinds: readonly Reference[] = [uniformInBox(sample), unimodal(sample)];
  const measured: (readonly Evidence[])[] = [];
  for (const [kind, reference] of kinds.entries()) {
    const sets: (readonly number[])[] = [];
    for (let set = 0; set < SETS; set++) {
      const { start: fraction } = partOf(share, kind * SETS + set, kinds.length * SETS);
      onProgress?.({ stage: "references", fraction });
      reference(new Random(settings.seed, STREAM, kind, set), matrix.data);
      prepared = await reload(prepared, matrix, pace);
      sets.push(await falls(() => SLIGHT));
    }
    measured.push(against(own, sets));
  }
  return new Map(own.map((_, i) => [i + 2, smaller(measured.map((each) => each[i]))]));

  async function falls(effort: (k: number) => Effort): Promise<readonly number[]> {
    const inertias: number[] = [];
    const quiet = { share, onProgress: undefined };
    for await (const { run } of sweep(prepared, { kMin: 1, kMax }, searched, effort, pace, quiet)) {
      inertias.push(run.inertia);
    }
    const least = inertias[0] * NOTHING;
    return inertias.slice(1).map((inertia, i) => {
      return least === 0 ? 0 : Math.log(Math.max(inertias[i], least) / Math.max(inertia, least));
    });
  }
}

/** What the falls are beyond those of the reference sets. */
function against(own: readonly number[], sets: readonly (readonly number[])[]): readonly Evidence[] {
  const means = own.map((_, i) => sets.reduce((sum, falls) => sum + falls[i], 0) / sets.length);
  const variances = means.map((mean, i) => {
    return sets.reduce((sum, falls) => sum + (falls[i] - mean) ** 2, 0) / (sets.length - 1);
  });
  return own.map((fall, i) => {
    const excess = fall - means[i];
    return { excess, z: excess / Math.max(Math.sqrt(smoothed(variances, i)), NO_SPREAD) };
  });
}

/** A variance of forty sets is a rough guess, and changes little from k to k: the neighbors on both sides help. */
function smoothed(variances: readonly number[], i: number): number {
  const before = variances[i - 1] ?? variances[i];
  const after = variances[i + 1] ?? variances[i];
  return (before + 2 * variances[i] + after) / 4;
}

function smaller(kinds: readonly Evidence[]): Evidence {
  return {
    excess: Math.min(...kinds.map(({ excess }) => excess)),
    z: Math.min(...kinds.map(({ z }) => z)),
  };
}
