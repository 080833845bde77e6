/** What the screen itself remembers. */
export interface WatchState {
  readonly cursor: number;
}

export const INITIAL_WATCH: WatchState = { cursor: 0 };
