import { readFileSync } from "node:fs";

/** Plain Lloyd by scikit-learn 1.2.1 in float64 at tolerance 0, from the rows named. */
interface ReferenceCase {
  readonly k: number;
  readonly init_rows: readonly number[];
  readonly inertia: number;
  readonly labels: readonly number[];
  readonly centroids: readonly (readonly number[])[];
  readonly sizes: readonly number[];
  readonly silhouette?: number;
  readonly calinski_harabasz?: number;
  readonly davies_bouldin?: number;
}

export interface ReferenceSet {
  readonly name: string;
  readonly points: readonly (readonly number[])[];
  readonly cases: readonly ReferenceCase[];
  /** The least inertia seen in thousands of starts. */
  readonly best: readonly { readonly k: number; readonly best_known_inertia: number }[];
}

export interface WeightedReference {
  readonly init_rows: readonly number[];
  readonly weights: readonly number[];
  readonly inertia: number;
  readonly centroids: readonly (readonly number[])[];
  readonly labels: readonly number[];
}

/** In the file of the digits a row of pixels, and the labels, are a word with a base 36 digit for each value. */
type Packed = string | readonly number[];

interface ReferenceFile {
  readonly X: readonly Packed[];
  readonly fixed_init: readonly (Omit<ReferenceCase, "labels"> & { readonly labels: Packed })[];
  readonly best_of_many_restarts: ReferenceSet["best"];
}

const NAMES = [
  "mall-income-score",
  "mall-age-income-score",
  "mall-standardised",
  "iris",
  "wine-standardised",
  "digits",
] as const;

export function referenceSet(name: (typeof NAMES)[number]): ReferenceSet {
  const file: ReferenceFile = JSON.parse(textOf(name));
  return {
    name,
    points: file.X.map(unpacked),
    cases: file.fixed_init.map((each) => ({ ...each, labels: unpacked(each.labels) })),
    best: file.best_of_many_restarts,
  };
}

export function referenceSets(): readonly ReferenceSet[] {
  return NAMES.map(referenceSet);
}

/** On the mall's income and score. */
export function weightedReference(): WeightedReference {
  return JSON.parse(textOf("mall-weighted"));
}

function textOf(name: string): string {
  return readFileSync(new URL(`./reference/${name}.json`, import.meta.url), "utf8");
}

function unpacked(packed: Packed): readonly number[] {
  return typeof packed === "string" ? Array.from(packed, (digit) => Number.parseInt(digit, 36)) : packed;
}
