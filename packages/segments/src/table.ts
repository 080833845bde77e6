/** A cell that holds something, but no number or date. */
export interface BadCell {
  /** 0-based data row. */
  readonly row: number;
  /** The cell as the file has it. */
  readonly value: string;
}

/** Numbers, one a row. */
export interface NumericColumn {
  readonly name: string;
  readonly type: "numeric";
  /** NaN where the cell is empty or unreadable. */
  readonly values: Float64Array;
  readonly missing: number;
  /** The first unreadable cells in row order (a reader may cap the list). */
  readonly unreadable: readonly BadCell[];
  /** How many cells are unreadable, listed or not. */
  readonly unreadableCount: number;
}

/** Text with few enough different values to keep each once. */
export interface TextColumn {
  readonly name: string;
  readonly type: "text";
  /** Index into `categories`, one a row; -1 where the cell is empty. */
  readonly codes: Int32Array;
  /** The different values, in order of first appearance. */
  readonly categories: readonly string[];
  readonly missing: number;
}

/** Text with too many different values to hold. */
export interface IdentifierColumn {
  readonly name: string;
  readonly type: "identifier";
  readonly missing: number;
}

/** Dates, one a row. */
export interface DateColumn {
  readonly name: string;
  readonly type: "date";
  /** Days since 1970-01-01, the time of day as a fraction (the clock on the wall: no zone); NaN where there is none. */
  readonly values: Float64Array;
  readonly missing: number;
  /** The first cells that hold something else, in row order (a reader may cap the list). */
  readonly unreadable: readonly BadCell[];
  /** How many such cells there are in all. */
  readonly unreadableCount: number;
}

export type Column = NumericColumn | TextColumn | IdentifierColumn | DateColumn;

/** A table of customers: a row each, columns of equal length, no two of one name. What `@kentro/tables` reads. */
export interface Table {
  readonly rows: number;
  readonly columns: readonly Column[];
  /** What a reader found out or chose on the way, a sentence each: "income: numbers read with decimal commas." */
  readonly notes?: readonly string[];
  /** Rows left out because they do not meet the condition that was asked for; absent where none was. */
  readonly filtered?: number;
}
