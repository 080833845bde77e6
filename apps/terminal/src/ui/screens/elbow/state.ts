/** What the screen itself remembers. */
export interface ElbowState {
  /** Index of the point under the cursor on the curve. */
  readonly point: number;
  /** What is shown where only one thing fits. */
  readonly pane: "table" | "curve" | "words";
  /** The first line shown of the words, where they alone are shown. */
  readonly top: number;
}

export const INITIAL_ELBOW: ElbowState = { point: 0, pane: "table", top: 0 };
