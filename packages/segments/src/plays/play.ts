import type { Level } from "../naming/levels.ts";

/** What a segment must be like for a play to be suggested, on one column. */
export interface Trait {
  /**
   * What the column is known by: "spending", "basket", "income", "age", "recency", "frequency" or "tenure", which are
   * found by their names (`roleOf`); or else a column's name.
   */
  readonly of: string;
  /** The segment against the rest of the customers. "high" is "very high" too, and "low" is "very low". */
  readonly is: readonly Level[];
}

/** A marketing suggestion and when it is made. */
export interface Play {
  readonly title: string;
  readonly advice: string;
  /** All of them must hold. */
  readonly when: readonly Trait[];
  /**
   * Whether it goes with another play, and is not suggested alone: of channel and tone. Default false. Age may only be a
   * trait of an addition, so that it never decides who is offered what; gender of none.
   */
  readonly addition?: boolean;
}
