import type { Comparison } from "../../work/compare/protocol.ts";

/** What the screen itself remembers. */
export interface CompareState {
  /** The run that was chosen to compare with, by its id; null for the one before what is shown. */
  readonly chosen: number | null;
  /** The comparison that is waited for, or has failed; `tells` where it is to be said in the message line too. */
  readonly asked: {
    readonly id: number;
    readonly before: number;
    readonly after: number;
    readonly tells: boolean;
    /** Why it will not come, in a sentence. */
    readonly failure: string | null;
  } | null;
  /** What was found last. */
  readonly found: Comparison | null;
  /** Where up and down move. */
  readonly pane: Pane;
  /** The row of the cross table that the cursor stands on, and the first column that is seen. */
  readonly row: number;
  readonly left: number;
  /** The flow that the cursor stands on. */
  readonly flow: number;
}

export const PANES = ["runs", "table", "flows"] as const;
export type Pane = (typeof PANES)[number];

export const INITIAL_COMPARE: CompareState = {
  ...{ chosen: null, asked: null, found: null, pane: "runs", row: 0, left: 0, flow: 0 },
};
