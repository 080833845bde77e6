/** One threshold of a rule. */
export type RuleCondition =
  | { readonly column: string; readonly type: "over" | "under"; readonly threshold: number }
  | { readonly column: string; readonly type: "is"; readonly values: readonly string[] };

/** A segment against the rest in at most three thresholds. */
export interface RuleCard {
  readonly conditions: readonly RuleCondition[];
  /** "income over 70 and spending score under 40" */
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
