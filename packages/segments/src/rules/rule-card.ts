/** One threshold of a rule. It is strict: nobody whose value is the threshold itself is over or under it. */
export type RuleCondition =
  | { readonly column: string; readonly type: "over" | "under"; readonly threshold: number }
  | { readonly column: string; readonly type: "is"; readonly values: readonly string[] };

/**
 * A segment against the rest in at most three thresholds, all of which must hold. Nobody with a missing value is named by
 * a threshold on it.
 */
export interface RuleCard {
  readonly conditions: readonly RuleCondition[];
  /** "income over 70 k$ and spending score under 40" */
  readonly words: string;
  /** The same as an SQL condition (standard SQL: names in double quotes). */
  readonly sql: string;
  /** Of the customers for whom it holds, the share that is in the segment. */
  readonly precision: number;
  /** Of the segment's customers, the share for whom it holds. */
  readonly recall: number;
  /** Whether three thresholds do: precision and recall of at least 0.75 each. */
  readonly sufficient: boolean;
}
