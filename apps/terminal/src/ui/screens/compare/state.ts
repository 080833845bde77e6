/** What the screen itself remembers. */
export interface CompareState {
  readonly cursor: number;
}

export const INITIAL_COMPARE: CompareState = { cursor: 0 };
