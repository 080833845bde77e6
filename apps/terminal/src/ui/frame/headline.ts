import { quotedName } from "../../text/visible.ts";
import { canRun, isBehind } from "../state/run.ts";
import type { State } from "../state/state.ts";
import type { Result, Settings } from "../work/protocol.ts";

/** What the screen shows, in a sentence: the segmentation's own, or that what is shown is older than what was asked for. */
export function headline(state: State): string {
  const { result, settings, work } = state;
  if (state.source === null) return "Kentro finds customer segments: choose a table of customers.";
  if (state.screen === "opening" && result !== null) return "Choose another table of customers; Esc goes back.";
  if (result === null) {
    if (state.failure !== null) return "There is nothing to show yet.";
    if (work.kind === "computing") return "Looking for segments ...";
    return work.kind === "reading"
      ? `Reading ${quotedName(state.source)} ...`
      : "Stopped: there is nothing to show yet.";
  }
  if (!isBehind(state)) return result.segmentation.headline;
  const shown = `Result of ${shownSettings(result)}`;
  const asked = askedSettings(settings);
  if (work.kind === "computing") return `${shown}; working on ${asked} ...`;
  return canRun(state) ? `${shown}; r runs ${asked}.` : `${shown}.`;
}

function shownSettings({ segmentation }: Result): string {
  const { features, k, scale } = segmentation;
  return `k ${k}, ${scale}, ${features.length} ${features.length === 1 ? "column" : "columns"}`;
}

function askedSettings({ features, k, scale }: Settings): string {
  const columns = features === "default" ? "" : `, ${features.length} ${features.length === 1 ? "column" : "columns"}`;
  return `${k === "auto" ? "automatic k" : `k ${k}`}, ${scale}${columns}`;
}
