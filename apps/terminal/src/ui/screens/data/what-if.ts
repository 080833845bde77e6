import type { Scale } from "@kentro/segments";
import { quotedName } from "../../../text/visible.ts";
import { changed } from "../../state/run.ts";
import type { State } from "../../state/state.ts";
import { type Step, saying, still } from "../../state/step.ts";

const SCALES: readonly Scale[] = ["standard", "robust", "minmax", "none"];

/** The next way of scaling, for the next run. */
export function nextScale(state: State): Step {
  const scale = SCALES[(SCALES.indexOf(state.settings.scale) + 1) % SCALES.length]!;
  return changed(state, { scale }, `scaling ${scale}`, "later");
}

/** The column under the cursor taken or left, for the next run. */
export function toggled(state: State): Step {
  const column = state.opened?.table.columns[state.data.column];
  const taken = featuresOf(state);
  if (column === undefined || taken === null || state.opened === null) return still(state);
  const name = quotedName(column.name);
  if (column.type !== "numeric") {
    return still(
      saying(state, `${name} holds text: segments are found by numbers, and text is kept for their profiles.`),
    );
  }
  const without = taken.filter((each) => each !== column.name);
  if (without.length === 0 && taken.length > 0)
    return still(saying(state, `${name} is the only column taken: take another one first.`));
  if (without.length < taken.length) return changed(state, { features: without }, `${name} left out`, "later");
  const both = new Set([...taken, column.name]);
  const features = state.opened.table.columns.map((each) => each.name).filter((each) => both.has(each));
  return changed(state, { features }, `${name} taken`, "later");
}

/** The features that the next run takes: none where the default found none, null while they are not known yet. */
export function featuresOf({ settings, result, failure }: State): readonly string[] | null {
  if (settings.features !== "default") return settings.features;
  if (result !== null) return result.segmentation.features;
  return failure === null ? null : [];
}
