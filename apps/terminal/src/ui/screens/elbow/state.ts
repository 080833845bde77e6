/** What the screen itself remembers. */
export interface ElbowState {
  /** Index of the point under the cursor on the curve. */
  readonly point: number;
}

export const INITIAL_ELBOW: ElbowState = { point: 0 };
