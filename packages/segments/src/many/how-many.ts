import type { Elbow, KMeansModel } from "@kentro/core";
import { STABLE, stabilityLevel } from "../stability/stability.ts";
import { WEAK_SILHOUETTE } from "../structure.ts";

/** What speaks for a number of segments. */
export interface Candidate {
  readonly k: number;
  readonly inertia: number;
  readonly silhouette: number | null;
  /** Mean Jaccard similarity of the segments over resamples, weighted by size; null where it was not computed (k = 1). */
  readonly stability: number | null;
  /** Customers of the smallest segment. */
  readonly smallest: number;
}

/** How the stability of candidates was found. That of the suggestion is `Segmentation.stability`, of more and larger resamples. */
export interface CandidateResampling {
  readonly resamples: number;
  /** Rows of a resample. */
  readonly resampleRows: number;
  readonly comparedRows: number;
  /** As the option `restarts`: a short search, for there are many. */
  readonly restarts: number;
  readonly seed: number;
}

/** Elbow, silhouette and stability side by side, what each votes for, and one suggestion. */
export interface HowMany {
  readonly candidates: readonly Candidate[];
  readonly votes: {
    /** Null where the curve has no clear elbow. */
    readonly elbow: number | null;
    /** The best silhouette; null where none is at least 0.25. */
    readonly silhouette: number | null;
    /** The largest k whose mean stability is at least 0.75; null where none is. It never votes for structure by itself. */
    readonly stability: number | null;
  };
  readonly suggestion: number;
  /** A sentence: why this k. It opens with "No clear structure" where the curve has no clear elbow, whatever the others say. */
  readonly reason: string;
  /** A sentence where the votes differ, else null. */
  readonly disagreement: string | null;
  /** Null where stability was not asked for. */
  readonly resampling: CandidateResampling | null;
}

/**
 * Which number of segments each of elbow, silhouette and stability speaks for, and what follows.
 * @param suggestion the k taken: the elbow's, else the best silhouette's
 * @param stability the mean stability by k
 * @param resampling null where there is no stability
 */
export function howMany(
  { curve, models, k: elbow }: Elbow<KMeansModel>,
  suggestion: number,
  stability: ReadonlyMap<number, number>,
  resampling: CandidateResampling | null,
): HowMany {
  const candidates = curve.map(({ k, inertia, silhouette }, i): Candidate => {
    const smallest = Math.min(...models[i]!.sizes);
    return { k, inertia, silhouette, stability: stability.get(k) ?? null, smallest };
  });
  const votes = { elbow, silhouette: bySilhouette(candidates), stability: byStability(candidates) };
  const taken = candidates.find(({ k }) => k === suggestion)!;
  return {
    candidates,
    votes,
    suggestion,
    reason: elbow === null ? withoutElbow(taken) : withElbow(taken),
    disagreement: disagreementOf(votes, stability.size > 0),
    resampling,
  };
}

function bySilhouette(candidates: readonly Candidate[]): number | null {
  let best: number | null = null;
  let most = Number.NEGATIVE_INFINITY;
  for (const { k, silhouette } of candidates) {
    if (silhouette !== null && silhouette >= WEAK_SILHOUETTE && silhouette > most) [best, most] = [k, silhouette];
  }
  return best;
}

function byStability(candidates: readonly Candidate[]): number | null {
  return candidates.findLast(({ stability }) => stability !== null && stability >= STABLE)?.k ?? null;
}

function withElbow({ k, stability }: Candidate): string {
  const bend = `${segments(k)}: the curve of inertia bends there more than it does in data without groups`;
  if (stability === null) return `${bend}.`;
  const found = `${stabilityLevel(stability)} (${stability.toFixed(2)})`;
  return stability >= STABLE
    ? `${bend}, and drawing the customers again finds the same segments: they are ${found}.`
    : `${bend}, but drawing the customers again does not always find the same segments: they are ${found}.`;
}

function withoutElbow({ k, silhouette, stability }: Candidate): string {
  const opening = "No clear structure: the curve of inertia bends no more than it does in data without groups";
  if (silhouette === null) return `${opening}, so that all customers are one segment.`;
  const cut = `${opening}; ${segments(k)}, the best by silhouette (${silhouette.toFixed(2)}), are a convenient cut`;
  if (stability === null || stability < STABLE) return `${cut}.`;
  const found = `${stabilityLevel(stability)} (${stability.toFixed(2)})`;
  return `${cut}, and that they are ${found} makes no groups of them, for the halves of one long group are stable too.`;
}

/** What each says, the elbow first; null where all say the same. */
function disagreementOf({ elbow, silhouette, stability }: HowMany["votes"], resampled: boolean): string | null {
  const votes = resampled ? [elbow, silhouette, stability] : [elbow, silhouette];
  if (votes.every((vote) => vote === elbow)) return null;
  const parts: string[] = [];
  if (elbow !== null && elbow === silhouette) parts.push(`the elbow and the silhouette say ${elbow}`);
  else {
    parts.push(elbow === null ? "the curve has no clear elbow" : `the elbow says ${elbow}`);
    parts.push(silhouette === null ? "no silhouette is 0.25 or more" : `the silhouette says ${silhouette}`);
  }
  if (resampled) {
    parts.push(stability === null ? "no number of segments is stable" : `as many as ${segments(stability)} are stable`);
  }
  const sentence = parts.join("; ");
  return `${sentence[0]!.toUpperCase()}${sentence.slice(1)}.`;
}

function segments(k: number): string {
  return k === 1 ? "1 segment" : `${k} segments`;
}
