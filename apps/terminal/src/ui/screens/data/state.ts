/** What the screen itself remembers. */
export interface DataState {
  /** Index of the column under the cursor. */
  readonly column: number;
}

export const INITIAL_DATA: DataState = { column: 0 };
