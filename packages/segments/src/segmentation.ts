import type { Elbow, KMeansModel } from "@kentro/core";
import type { FeatureChoice } from "./columns/choice.ts";
import type { LeftOut } from "./columns/left-out.ts";
import type { Edit } from "./edits/edit.ts";
import type { HowMany } from "./many/how-many.ts";
import type { SegmentationModel } from "./model/segmentation-model.ts";
import type { Evidence } from "./naming/names.ts";
import type { DataNotes } from "./notes/notes.ts";
import type { Suggestion } from "./plays/suggestion.ts";
import type { CategoryProfile } from "./profile/categories.ts";
import type { NumericProfile } from "./profile/numeric.ts";
import type { SegmentValue } from "./profile/value.ts";
import type { RuleCard } from "./rules/rule-card.ts";
import type { Border } from "./stability/borders.ts";
import type { SegmentStability, Stability } from "./stability/stability.ts";
import type { Scale } from "./statistics/scale.ts";
import type { Structure } from "./structure.ts";

/** Customers in segments: what `segment` finds. All but `model` can be structured-cloned; the model has `toJSON`. */
export interface Segmentation {
  /** Rows of the table, and of them those used. */
  readonly rowsRead: number;
  readonly rows: number;
  /** The columns clustered by: numbers, then categories, each in the order asked for (numbers by default in the table's). */
  readonly features: readonly string[];
  /** Which columns were taken, which left, and why. */
  readonly choice: FeatureChoice;
  readonly scale: Scale;
  readonly k: number;
  readonly structure: Structure;
  readonly seed: number;
  /** Sum of squared distances to the nearest centroid, in the scaled space. */
  readonly inertia: number;
  /** Mean silhouette; null for one segment, and where every customer is one. */
  readonly silhouette: number | null;
  /** How many rows the silhouette was taken on, null where on all of them. */
  readonly silhouetteSampled: number | null;
  /** The first thing to say: how many segments of how many customers, and what is uncertain about it. */
  readonly headline: string;
  /** Null where k was given. Its models belong to the scaled features. */
  readonly elbow: Elbow<KMeansModel> | null;
  /** The largest first; equal sizes by their means, feature by feature, ascending. */
  readonly segments: readonly Segment[];
  /** For each row read, an index into `segments`; -1 for a row left out. */
  readonly labels: Int32Array;
  readonly leftOut: LeftOut;
  readonly notes: DataNotes;
  /** The column that says what a customer is worth, and its sum and mean over all customers used; null without one. */
  readonly value: { readonly column: string; readonly total: number; readonly mean: number } | null;
  /** Elbow, silhouette and stability for each k; null where k was given. */
  readonly howMany: HowMany | null;
  /** What was changed by hand after the search, in order. `structure`, `elbow` and `howMany` are those of the search. */
  readonly edits: readonly Edit[];
  /** Null where it was not asked for, and for one segment. */
  readonly stability: Stability | null;
  readonly model: SegmentationModel;
}

/** A group of like customers: how many, and what they are like. */
export interface Segment {
  /** Its index in `segments`. */
  readonly id: number;
  /** A to Z, then AA, AB, ... */
  readonly letter: string;
  /** Plain words, no two segments alike: "high income, low spending"; or as it was renamed. */
  readonly name: string;
  /** What the analyst noted of it, on one line. */
  readonly note: string | null;
  readonly size: number;
  /** Of the rows used, 0 to 1. */
  readonly share: number;
  /**
   * The mean of every numeric column, identifiers too, in the file's units, over the cells that are there; a column
   * empty for the whole segment is absent. Without prototype: any column name is safe.
   */
  readonly means: Readonly<Record<string, number>>;
  /** Every numeric column but identifiers, in the table's order; a column empty for the whole segment is absent. */
  readonly numeric: readonly NumericProfile[];
  /** Every text column with 2 to 50 different values, in the table's order; absent where empty for the whole segment. */
  readonly categories: readonly CategoryProfile[];
  /**
   * The centroid in the file's units: a number for each numeric feature, in the order of `features`, where they come first
   * (with a logarithm, the number whose logarithm the centroid is). Shares of categories are in `categories`.
   */
  readonly centroid: readonly number[];
  /**
   * What the name rests on: an entry for each feature in it. Where the name is that of an earlier segmentation, or by hand, what its own
   * name would rest on now. Empty where one segment holds everybody.
   */
  readonly evidence: readonly Evidence[];
  /** Null without a value column, or where it is empty for the whole segment. */
  readonly value: SegmentValue | null;
  /** The rows (0-based, of those read) of the three customers closest to the centroid, the closest first. */
  readonly typical: readonly number[];
  /** Null for one segment, and for an empty rule. */
  readonly rule: RuleCard | null;
  readonly suggestions: readonly Suggestion[];
  /** Null where stability was not asked for, and for one segment. */
  readonly stability: SegmentStability | null;
  /** Customers about as close to another segment; null for one segment. */
  readonly border: Border | null;
}

/** What `elbowOf` finds: the curve of inertia over k, and what it was computed on. */
export interface FeatureElbow {
  readonly rowsRead: number;
  readonly rows: number;
  readonly features: readonly string[];
  readonly choice: FeatureChoice;
  readonly scale: Scale;
  readonly elbow: Elbow<KMeansModel>;
  readonly leftOut: LeftOut;
  readonly notes: DataNotes;
}
