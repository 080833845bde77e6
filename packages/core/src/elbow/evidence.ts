import { Crew } from "../engine/crew.ts";
import type { Pace } from "../pace.ts";
import { type OnProgress, partOf, type Share } from "../progress.ts";
import type { Team } from "../threads/team.ts";
import { type Measured, REFERENCE_SETS, SampleAndSets, SETS } from "./sets.ts";

/** How much more the inertia falls at a k than it would without clusters. */
export interface Evidence {
  /** ln(I(k - 1) / I(k)) less its mean over reference sets. */
  readonly excess: number;
  /** The excess in standard deviations of the reference sets. */
  readonly z: number;
}

/** Fresh starts for each k at most, whatever is asked for. */
const MOST_RESTARTS = 10;

/** A spread of the reference sets below this is rounding too. */
const NO_SPREAD = 1e-9;

/**
 * Measures the curve of a sample against that of structureless sets of two kinds; the kind that explains more of it counts.
 *
 * @returns for k = 2 to `kMax`, by k
 */
export async function gatherEvidence(
  { sample, kMax, settings }: Measured,
  pace: Pace,
  team: Team,
  { share, onProgress }: { readonly share: Share; readonly onProgress: OnProgress | undefined },
): Promise<ReadonlyMap<number, Evidence>> {
  if (kMax < 2) return new Map();
  const measured = { sample, kMax, settings: { ...settings, restarts: Math.min(settings.restarts, MOST_RESTARTS) } };
  const sets = SampleAndSets.create(measured, team.threads > 1, pace, (set) => {
    onProgress?.({ stage: "references", fraction: partOf(share, set, 1 + REFERENCE_SETS).start });
  });
  const numbers = await new Crew(sets, team).run("falls", 1, pace);
  const falls = Array.from({ length: sets.rows }, (_, set) =>
    numbers.subarray(set * (kMax - 1), (set + 1) * (kMax - 1)),
  );
  const [own, ...others] = falls.map((each) => Array.from(each));
  const kinds = [others.slice(0, SETS), others.slice(SETS)].map((each) => against(own, each));
  return new Map(own.map((_, i) => [i + 2, smaller(kinds.map((kind) => kind[i]))]));
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
