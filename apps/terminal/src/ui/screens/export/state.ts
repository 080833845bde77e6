import type { OutputOption, Place } from "../../work/export/protocol.ts";

/** What was chosen for one thing that can be written. */
export interface Choice {
  readonly ticked: boolean;
  /** Where to, as typed; null: where it is suggested. */
  readonly path: string | null;
}

/** What the screen itself remembers. */
export interface ExportState {
  readonly cursor: number;
  readonly choices: Readonly<Record<OutputOption, Choice>>;
  /** The last look at the places: its id, and what was looked at. */
  readonly look: { readonly id: number; readonly at: string } | null;
  /** What was seen there. */
  readonly places: readonly Place[];
  /** How often something was written, or failed to be: what was seen before is old then. */
  readonly attempts: number;
}

const TICKED: Choice = { ticked: true, path: null };
const LEFT: Choice = { ticked: false, path: null };

export const INITIAL_EXPORT: ExportState = {
  ...{ cursor: 0, look: null, places: [], attempts: 0 },
  choices: { "--out": TICKED, "--model": LEFT, "--report": TICKED, "--charts": LEFT },
};
