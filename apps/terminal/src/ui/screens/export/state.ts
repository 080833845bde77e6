/** What the screen itself remembers. */
export interface ExportState {
  readonly cursor: number;
}

export const INITIAL_EXPORT: ExportState = { cursor: 0 };
