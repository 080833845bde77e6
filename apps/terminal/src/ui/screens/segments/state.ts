import type { Settings } from "../../work/protocol.ts";
import type { ComponentsReply } from "../../work/segments/protocol.ts";
import type { Axes } from "./picture/axes.ts";

/** What the screen itself remembers. */
export interface SegmentsState {
  /** What lies along the sides of the scatter, null for the first two features. */
  readonly axes: Axes | null;
  /** Whether the scatter is of two columns, or of the two principal components. */
  readonly along: "columns" | "components";
  /** The components asked for last; they are those of every run that clusters the same points. */
  readonly components: Components | null;
  /** How often Tab was pressed: which page of the card is shown, counted round and round. */
  readonly page: number;
  /** What an edit costs, as it was asked for: the answer is heard while these words still stand in the message line. */
  readonly cost: { readonly id: number; readonly words: string } | null;
}

/** The principal components of a run: null while they are awaited, and where they could not be had, with the reason. */
interface Components {
  readonly id: number;
  readonly settings: Settings;
  readonly reply: ComponentsReply | null;
  readonly failure: string | null;
}

export const INITIAL_SEGMENTS: SegmentsState = {
  axes: null,
  along: "columns",
  components: null,
  page: 0,
  cost: null,
};
