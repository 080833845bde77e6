import { isRegrouping } from "@kentro/segments";
import { counted } from "../../text/number.ts";
import { quotedName } from "../../text/visible.ts";
import { layoutOf } from "../layout.ts";
import { runWords } from "../screens/compare/words.ts";
import { pendingChanges } from "../screens/data/asked/pending.ts";
import { canRun, isBehind } from "../state/run.ts";
import type { State } from "../state/state.ts";
import type { Result } from "../work/protocol.ts";

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
  if (!isBehind(state)) return isToldBelow(state, result) ? sizeOf(result) : result.segmentation.headline;
  const shown = `Result of ${runWords(result)}`;
  const asked = askedChanges(state);
  if (canRun(state)) return `${shown}; r runs: ${asked}.`;
  return work.kind === "computing" ? `${shown}; running: ${asked} ...` : `${shown}.`;
}

/** Whether the screen Elbow says itself that there is no clear structure, right below. */
function isToldBelow({ screen, size, look, curve }: State, { settings, segmentation }: Result): boolean {
  const layout = layoutOf(size);
  const hasWords = layout.kind === "screen" && layout.panes !== "one" && !look.reader;
  if (screen !== "elbow" || !hasWords) return false;
  const isSearched = settings.k === "auto" && !segmentation.edits.some(isRegrouping);
  return isSearched && curve?.howMany?.votes.elbow === null;
}

function sizeOf({ segmentation: { k, rows } }: Result): string {
  return `${counted(k, "segment")} of ${counted(rows, "customer")}.`;
}

/** What is asked for otherwise than what is shown, the first few parts of it; the screen Data has all. */
function askedChanges(state: State): string {
  const changes = pendingChanges(state);
  const more = changes.length - MOST_CHANGES;
  return [...changes.slice(0, MOST_CHANGES), ...(more > 0 ? [`${more} more`] : [])].join(", ");
}
