import type { Matrix } from "@kentro/core";
import { bestSilhouette, type Clustering } from "./clustering.ts";
import { distinctRows } from "./columns/distinct.ts";
import { describe } from "./described.ts";
import type { Draft } from "./draft.ts";
import type { Edit } from "./edits/edit.ts";
import type { Ground } from "./ground.ts";
import { type Finding, headline } from "./headline.ts";
import type { Pace } from "./pace.ts";
import type { Segmentation } from "./segmentation.ts";
import type { HowSure } from "./stability/how-sure.ts";

/** What the search found, whatever was edited after it. */
export interface Search extends Pick<Clustering, "structure" | "elbow"> {
  /** How many clusters. */
  readonly k: number;
}

/** The segments to tell of, and how good they are. */
export interface Finished extends Pick<Clustering, "silhouette" | "silhouetteSampled"> {
  readonly draft: Draft;
  readonly sure: HowSure;
  /** The edits that made them of what was found. */
  readonly edits: readonly Edit[];
}

/** Everything that is told of segments. */
export async function outcome(
  ground: Ground,
  { k: found, structure, elbow }: Search,
  { draft, sure, edits, silhouette, silhouetteSampled }: Finished,
  pace: Pace,
): Promise<Segmentation> {
  const { given, prepared, seed } = ground;
  const { recipe, choice, scale, leftOut, notes, points, rows } = prepared;
  const { k, inertia } = draft.kmeans;
  const described = await describe(ground, draft, sure, pace);
  return {
    rowsRead: given.rows,
    rows: rows.length,
    features: recipe.map(({ name }) => name),
    choice,
    scale,
    k,
    structure,
    seed,
    inertia,
    silhouette,
    silhouetteSampled,
    headline: headline({
      ...{ k, found, edits, rows: rows.length, structure, silhouette },
      search: elbow && (await searchOf(elbow, points, pace)),
    }),
    elbow,
    leftOut,
    notes,
    howMany: sure.howMany,
    edits,
    ...described,
  };
}

async function searchOf(
  elbow: NonNullable<Clustering["elbow"]>,
  points: Matrix,
  pace: Pace,
): Promise<NonNullable<Finding["search"]>> {
  const kMin = elbow.curve[0]!.k;
  const kMax = elbow.curve.at(-1)!.k;
  const unfinished = elbow.k === kMax && (await distinctRows(points, kMax + 1, pace)) > kMax;
  return { kMin, kMax, elbow: elbow.k, unfinished, best: bestSilhouette(elbow) };
}
