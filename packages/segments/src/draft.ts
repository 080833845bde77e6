import type { KMeansModel } from "@kentro/core";
import type { Ground } from "./ground.ts";
import { called, type Earlier, SAME, type Said } from "./matching/inherit.ts";
import { matchByOverlap } from "./matching/overlap.ts";
import { type Name, nameSegments } from "./naming/names.ts";
import type { Pace } from "./pace.ts";
import type { Prepared } from "./prepared.ts";
import { countCategories, withMissing } from "./profile/categories.ts";
import { showingOrder } from "./profile/order.ts";
import { type Profiles, profile } from "./profile/profiles.ts";
import type { RuleColumn } from "./rules/condition.ts";

/** Clusters of the rows used. */
export interface Clusters {
  readonly kmeans: KMeansModel;
  /** The cluster of each row used. */
  readonly clusters: Int32Array;
}

/** Clusters as segments: in their order, with what they are called. */
export interface Grouping extends Clusters {
  /** For each segment its cluster. */
  readonly order: readonly number[];
  /** For each row read its segment; -1 for a row left out. */
  readonly labels: Int32Array;
  readonly said: readonly Said[];
}

/** Segments of which profiles and names are known, and no more yet. */
export interface Draft extends Grouping {
  /** The segment of each row used. */
  readonly usedLabels: Int32Array;
  readonly profiles: Profiles;
  readonly names: readonly Name[];
}

/**
 * Puts clusters in showing order and calls them by names.
 * @param edited the segments before the edit that made these; null where none did
 */
export async function drafted(
  { prepared, clusteredBy, before }: Ground,
  { kmeans, clusters }: Clusters,
  edited: Grouping | null,
  pace: Pace,
): Promise<Draft> {
  const { table, features, categories, choice, rows } = prepared;
  const { k } = kmeans;
  const order = await showingOrder(features, categories, rows, clusters, k, pace);
  const place = new Int32Array(k);
  for (const [id, cluster] of order.entries()) place[cluster] = id;
  const usedLabels = clusters.map((cluster) => place[cluster]!);
  const labels = new Int32Array(table.rows).fill(-1);
  for (let i = 0; i < rows.length; i++) labels[rows[i]!] = usedLabels[i]!;
  const profiles = await profile(table, choice, rows, usedLabels, k, pace);
  const names = namesOf(clusteredBy, prepared, profiles, usedLabels, k);
  const among = <T>(segments: readonly T[], others: Int32Array): Earlier<T> => {
    return { segments, matches: matchByOverlap(labels, k, others, segments.length, SAME) };
  };
  const said = called(
    names.map(({ name }) => name),
    before && among(before.segments, before.labels),
    edited && among(edited.said, edited.labels),
  );
  return { kmeans, clusters, order, labels, said, usedLabels, profiles, names };
}

/** Names by numbers, and by the texts and categories that are clustered by: yes and no are spoken of as text. */
function namesOf(
  clusteredBy: readonly RuleColumn[],
  { features, categories, recipe, rows }: Prepared,
  { summaries }: Profiles,
  labels: Int32Array,
  k: number,
): readonly Name[] {
  const texts = clusteredBy.filter((column) => column.type === "text");
  const isText = ({ name }: { readonly name: string }) => texts.some((column) => column.name === name);
  const numbers = features.filter((feature) => !isText(feature));
  const apart = new Set(recipe.flatMap((each) => (each.type === "category" && each.missing ? [each.name] : [])));
  return nameSegments(
    numbers.map(({ name }) => name),
    numbers.map((feature) => summaries.get(feature)!),
    k,
    [...texts, ...categories.filter((column) => !isText(column))].map((column) => {
      const values = apart.has(column.name) ? withMissing(column) : column;
      return { column: column.name, counts: countCategories(values, rows, labels, k) };
    }),
  );
}
