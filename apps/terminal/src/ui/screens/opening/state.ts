/** What the screen itself remembers. */
export interface OpeningState {
  readonly cursor: number;
}

export const INITIAL_OPENING: OpeningState = { cursor: 0 };
