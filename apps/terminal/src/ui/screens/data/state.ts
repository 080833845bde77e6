/** What the screen itself remembers. */
export interface DataState {
  /** Index of the column under the cursor. */
  readonly column: number;
  /** What the arrows move in: the list of columns, what is said beside it, or the page of one column. */
  readonly pane: "columns" | "notes" | "page";
  /** The first line shown of what is said, or of the page. */
  readonly top: number;
}

export const INITIAL_DATA: DataState = { column: 0, pane: "columns", top: 0 };
