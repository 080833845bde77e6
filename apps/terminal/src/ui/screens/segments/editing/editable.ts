import type { Segment } from "@kentro/segments";
import { isBehind } from "../../../state/run.ts";
import type { State } from "../../../state/state.ts";
import { type Step, saying, still } from "../../../state/step.ts";
import type { Result } from "../../../work/protocol.ts";

/** What there is to edit. */
export interface Editable {
  readonly result: Result;
  readonly segments: readonly Segment[];
  /** The selected one. */
  readonly segment: Segment;
}

/** Edits the segments shown; where they are not those that are asked for, says what comes first. */
export function editing(state: State, edit: (editable: Editable) => Step): Step {
  const { result } = state;
  const segment = result?.segmentation.segments[state.segment];
  if (result === null || segment === undefined) return still(state);
  if (!isBehind(state)) return edit({ result, segments: result.segmentation.segments, segment });
  if (state.work.kind !== "idle") return still(waiting(state));
  const first = "The settings were changed: r runs them, or u takes the change back; then segments can be edited.";
  return still(saying(state, first));
}

/** What is typed ahead, a name say, is for no other key to take: it goes nowhere until this is read. */
function waiting(state: State): State {
  const question = "Segments can be edited when the run that is under way has ended. Enter goes on.";
  return { ...state, dialog: { kind: "confirming", question, yes: "go on", take: still } };
}
