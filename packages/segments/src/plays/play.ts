import type { Level } from "../naming/levels.ts";

/** What a segment must be like for a play to be suggested. */
export interface Trait {
  /** A role that a column is known by: "spending", "income", "age", "recency", "frequency" ..., or a column's name. */
  readonly of: string;
  readonly is: readonly Level[];
}

/** A marketing suggestion and when it is made. */
export interface Play {
  readonly title: string;
  readonly advice: string;
  /** All of them must hold. */
  readonly when: readonly Trait[];
}
