import type { NeededColumns } from "../batches/needed-columns.ts";
import type { Batch } from "../batches/read-batches.ts";
import type { Opened } from "../source/with-source.ts";
import type { Label } from "../table.ts";

/** What comes after the columns of a file, found out a batch at a time. */
export interface Labelling {
  /** What each batch holds. */
  readonly columns: NeededColumns;
  readonly added: readonly Label[];
  /** A code for each row of the batch, an array of them for each added column (the same array may serve several). */
  codes(batch: Batch): Promise<readonly Int32Array[]>;
  /** Throws where there were not the rows to expect, before the file appears. */
  checkRows(rows: number, opened: Opened): void;
}

/** How the rows are gone through. */
export interface Way {
  /** Replace an existing file. */
  readonly overwrite: boolean;
  readonly signal?: AbortSignal | undefined;
  /** Rows done so far; at most ten times a second, and once at the end. */
  readonly onProgress?: ((progress: { readonly rows: number }) => void) | undefined;
}

/** How a column of numbers was read, over all rows. */
export interface NumericReading {
  readonly name: string;
  readonly missing: number;
  /** The first 1,000 cells that hold something else than a finite number; rows are 0-based and of the whole file. */
  readonly unreadable: readonly { readonly row: number; readonly value: string }[];
  readonly unreadableCount: number;
}

/** What came of labelling a file. */
export interface Labelled {
  readonly rows: number;
  /** Rows left out because they do not meet the condition; null where there is none. */
  readonly filtered: number | null;
  /** The numeric columns that were asked for, in that order. */
  readonly numeric: readonly NumericReading[];
  /** What was found out or chosen on the way, a sentence each, as in `readTable`. */
  readonly notes: readonly string[];
}
