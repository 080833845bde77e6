/** A column whose cells are mostly numbers. */
export interface NumericColumn {
  readonly name: string;
  readonly type: "numeric";
  /** One number a row; NaN where the cell is missing or unreadable, otherwise always finite. */
  readonly values: Float64Array;
  readonly missing: number;
  /** The first 1,000 cells that hold something else than a finite number, in row order. */
  readonly unreadable: readonly BadCell[];
  /** How many such cells there are in all. */
  readonly unreadableCount: number;
}

/** A cell of a numeric column that is no finite number. */
export interface BadCell {
  /** 0-based. */
  readonly row: number;
  /** As it stands in the file. */
  readonly value: string;
}

/** A column of text with at most 65,536 different values, or one that was to be kept whole. */
export interface TextColumn {
  readonly name: string;
  readonly type: "text";
  /** One index into `categories` a row; -1 where the cell is missing. */
  readonly codes: Int32Array;
  /** The different values, surrounding spaces trimmed, in order of first appearance. */
  readonly categories: readonly string[];
  readonly missing: number;
}

/** A column of text with so many different values that they are not held: names, addresses, keys. */
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

/** A table in memory, column by column, rows in the order of the file. */
export interface Table {
  readonly rows: number;
  readonly columns: readonly Column[];
  /** What a reader found out or chose on the way, a sentence each: "income: numbers read with decimal commas." */
  readonly notes?: readonly string[];
  /** Rows left out because they do not meet the condition that was asked for; absent where none was. */
  readonly filtered?: number;
}

/** A column to write after those of a file or table: its name, and the values that a code can stand for. */
export interface Label {
  readonly name: string;
  readonly categories: readonly string[];
}

/** A column to add and its rows: row i holds `categories[codes[i]]`, or nothing where the code is -1. */
export interface AddedColumn extends Label {
  readonly codes: Int32Array;
}
