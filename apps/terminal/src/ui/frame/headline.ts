import { quotedName } from "../../text/visible.ts";
import { runWords } from "../screens/compare/words.ts";
import { pendingChanges } from "../screens/data/asked/pending.ts";
import { canRun, isBehind } from "../state/run.ts";
import type { State } from "../state/state.ts";

/** So many of the changes that wait are named. */
const MOST_CHANGES = 3;

/** What the screen shows, in a sentence: the segmentation's own, or that what is shown is older than what was asked for. */
export function headline(state: State): string {
  const { result, work } = state;
  if (state.source === null) return "Kentro finds customer segments: choose a table of customers.";
  if (state.screen === "opening" && result !== null) return "Choose another table of customers; Esc goes back.";
  if (result === null) {
    if (state.failure !== null) return "There is nothing to show yet.";
    if (work.kind === "computing") return "Looking for segments ...";
    if (work.kind === "reading") return `Reading ${quotedName(state.source)} ...`;
    const { points } = state;
    return points.length === 0
      ? "Stopped: there is nothing to show yet."
      : `Stopped: no segments yet, but the curve up to k = ${points.at(-1)?.k}.`;
  }
  if (!isBehind(state)) return result.segmentation.headline;
  const shown = `Result of ${runWords(result)}`;
  const asked = askedChanges(state);
  if (canRun(state)) return `${shown}; r runs: ${asked}.`;
  return work.kind === "computing" ? `${shown}; running: ${asked} ...` : `${shown}.`;
}

/** What is asked for otherwise than what is shown, the first few parts of it; the screen Data has all. */
function askedChanges(state: State): string {
  const changes = pendingChanges(state);
  const more = changes.length - MOST_CHANGES;
  return [...changes.slice(0, MOST_CHANGES), ...(more > 0 ? [`${more} more`] : [])].join(", ");
}
