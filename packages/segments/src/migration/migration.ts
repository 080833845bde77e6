import type { Matched } from "./same-segments.ts";

/** The worth of some customers in each table; null where none of them has a value there, or the table has no such column. */
export interface Worth {
  readonly before: number | null;
  readonly after: number | null;
}

/** A segment of one of the two tables. */
export interface MigrationSegment {
  readonly letter: string;
  /** Null where the table has no names. */
  readonly name: string | null;
  /** All its customers in this table. */
  readonly customers: number;
  /** The letter of the same segment in the other table; null where it has none there. */
  readonly same: string | null;
}

/** The customers of one segment before and one after. */
export interface MigrationCell {
  readonly from: string;
  readonly to: string;
  readonly customers: number;
  /** Of the customers of `from` who have a segment in both tables, 0 to 1; 0 where there are none. */
  readonly share: number;
  /** Whether to go from the one to the other is to move: they are not the same segment. */
  readonly moved: boolean;
  /** Null without a value column. */
  readonly value: Worth | null;
}

/** A customer who moved. */
export interface Move {
  readonly id: string | number;
  readonly from: string;
  readonly to: string;
  /** Null without a value column. */
  readonly value: Worth | null;
}

/** One of the two tables. */
export interface MigrationTable {
  readonly segments: readonly MigrationSegment[];
  /** Different ids. */
  readonly customers: number;
  /** Customers without a segment. */
  readonly unlabelled: number;
  /** Rows without id, and rows whose id an earlier row has: both are left out. */
  readonly withoutId: number;
  readonly repeatedIds: number;
}

/** Customers counted, and what they are worth. */
export interface Counted {
  readonly customers: number;
  /** Null without a value column. */
  readonly value: Worth | null;
}

/** Who moved from which segment to which between two labelled tables. */
export interface Migration {
  readonly matched: Matched;
  readonly before: MigrationTable;
  readonly after: MigrationTable;
  /** A row for each segment before, a column for each after, in the order of their letters. */
  readonly matrix: readonly (readonly MigrationCell[])[];
  /** Customers with a segment in both tables, and of them those who stayed in the same and those who moved. */
  readonly both: Counted;
  readonly stayed: Counted;
  readonly moved: Counted;
  /** Customers in the first table alone, and in the second alone. */
  readonly gone: Counted;
  readonly arrived: Counted;
  /** Customers in both tables who have no segment in one of them. */
  readonly unlabelled: Counted;
  /** By segment before, then after, then id: numbers ascending, texts by their UTF-16 code units. */
  readonly moves: readonly Move[];
  /** All of this for people, most important first. */
  readonly sentences: readonly string[];
}
