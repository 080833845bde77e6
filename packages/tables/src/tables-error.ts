/** What can be wrong with a file, one stable code each. */
export type TablesErrorCode =
  // the file to read
  | "NOT_FOUND"
  | "IS_DIRECTORY"
  | "NOT_A_FILE"
  | "NO_PERMISSION"
  | "EMPTY_FILE"
  | "NO_ROWS"
  | "NO_COLUMNS"
  | "NO_HEADER"
  | "TOO_MANY_COLUMNS"
  | "DUPLICATE_COLUMN"
  | "NO_SUCH_COLUMN"
  | "OTHER_KIND"
  | "BAD_CONDITION"
  | "BINARY_FILE"
  | "SPREADSHEET"
  | "JSON_ARRAY"
  | "BAD_ENCODING"
  | "DAMAGED_FILE"
  | "RAGGED_ROW"
  | "UNCLOSED_QUOTE"
  | "BAD_QUOTE"
  | "ROW_TOO_LONG"
  | "MIXED_LINE_ENDS"
  | "BAD_JSON_LINE"
  | "UNREADABLE_FILE"
  | "READER_MISSING"
  | "AMBIGUOUS_COLUMN"
  | "NOT_NUMERIC"
  // the file to write
  | "EXISTS"
  | "SAME_FILE"
  | "OUTPUT_TYPE"
  | "NO_FOLDER"
  | "DISK_FULL"
  | "WRITE_FAILED"
  | "ROWS_CHANGED"
  | "NOT_HELD";

/** Where in the table an error lies; `row` is 0-based, as in a column's arrays (messages count from 1). */
export interface TablesErrorPlace {
  readonly row?: number;
  readonly column?: string;
  readonly value?: string;
}

/** The one error of this package: a stable `code` and one sentence for people, naming the file and the place in it. */
export class TablesError extends Error {
  override readonly name = "TablesError";
  readonly code: TablesErrorCode;
  readonly row?: number;
  readonly column?: string;
  readonly value?: string;

  constructor(code: TablesErrorCode, message: string, place: TablesErrorPlace = {}) {
    super(message);
    this.code = code;
    if (place.row !== undefined) this.row = place.row;
    if (place.column !== undefined) this.column = place.column;
    if (place.value !== undefined) this.value = place.value;
  }
}

const LONGEST_SHOWN = 60;

/** A path made safe to stand in a sentence: one line, no control characters. */
export function shownPath(path: string): string {
  return path.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, "\ufffd");
}

/** Text from a file made safe to stand in a sentence, and cut to 60 characters. */
export function shown(text: string): string {
  const line = shownPath(text);
  const characters = [...line];
  return characters.length <= LONGEST_SHOWN ? line : `${characters.slice(0, LONGEST_SHOWN - 1).join("")}…`;
}
