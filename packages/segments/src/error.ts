/** Every way in which a table, an option or a saved model is refused; codes are stable, messages are for people. */
export type SegmentsErrorCode =
  /** Columns of unequal length, two columns of one name, a code without category. */
  | "INVALID_TABLE"
  /** An option is not what it may be. */
  | "INVALID_OPTION"
  /** An edit of segments names none, or is one that cannot be done. */
  | "INVALID_EDIT"
  /** There is no such column. */
  | "UNKNOWN_COLUMN"
  /** Several columns could be meant. */
  | "AMBIGUOUS_COLUMN"
  /** A column asked for holds text. */
  | "NOT_NUMERIC"
  /** A column asked for holds no dates. */
  | "NOT_DATES"
  /** A column asked for cannot tell rows apart: it holds dates, or was read without its values. */
  | "NOT_IDS"
  /** A column asked for holds nothing. */
  | "EMPTY_COLUMN"
  /** A category that the model does not know, or a column that can be no category. */
  | "UNKNOWN_CATEGORY"
  /** No column can be clustered by. */
  | "NO_FEATURES"
  /** No row has a number in every feature. */
  | "NO_ROWS"
  /** There are fewer different rows than segments. */
  | "TOO_FEW_DISTINCT_ROWS"
  /** A feature does not vary, so it cannot be scaled. */
  | "NO_SPREAD"
  /** A value is too large to be squared and added up. */
  | "OUT_OF_RANGE"
  /** More segments or features, or longer names, than a saved model may hold. */
  | "TOO_MANY"
  /** A saved segmentation is not one of ours, or is damaged. */
  | "INVALID_MODEL"
  /** A list of plays is not what `readPlays` reads. */
  | "INVALID_PLAYS"
  /** A saved segmentation was written by a newer version. */
  | "NEWER_MODEL";

/** The one error that this package throws: what is wrong, in a sentence for the person who brought it. */
export class SegmentsError extends Error {
  override readonly name: string = "SegmentsError";

  /** Which rule was broken: stable between versions. */
  readonly code: SegmentsErrorCode;

  /** The data row at fault, where there is one, counted as people do: the first row after the header is 1. */
  readonly row: number | undefined;

  /** The column at fault, where there is one, by its name. */
  readonly column: string | undefined;

  constructor(code: SegmentsErrorCode, message: string, at: { row?: number; column?: string; cause?: unknown } = {}) {
    super(message, "cause" in at ? { cause: at.cause } : undefined);
    this.code = code;
    this.row = at.row;
    this.column = at.column;
  }
}
