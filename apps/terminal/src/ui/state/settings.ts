import type { Scale } from "@kentro/segments";
import { quotedName } from "../../text/visible.ts";
import type { Settings } from "../work/protocol.ts";
import { run } from "./run.ts";
import type { State } from "./state.ts";
import { type Step, saying, still } from "./step.ts";

const SCALES: readonly Scale[] = ["standard", "robust", "minmax", "none"];

/** The settings with the next way of scaling. */
export function nextScale(settings: Settings): Settings {
  const scale = SCALES[(SCALES.indexOf(settings.scale) + 1) % SCALES.length]!;
  return { ...settings, scale };
}

/** One segment more or fewer than now, and a run with it. */
export function withK(state: State, by: 1 | -1): Step {
  const { settings, result } = state;
  const now = settings.k === "auto" ? result?.segmentation.k : settings.k;
  if (now === undefined) return still(state);
  const most = result?.segmentation.rows ?? Number.POSITIVE_INFINITY;
  if (now + by < 1) return still(saying(state, "One segment is the fewest."));
  if (now + by > most) return still(saying(state, "There are no more segments than customers."));
  return run(state, { ...settings, k: now + by });
}

/** The column under the cursor taken or left, and a run with what is taken then. */
export function toggled(state: State): Step {
  const column = state.opened?.table.columns[state.column];
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
  if (without.length < taken.length) return run(state, { ...state.settings, features: without });
  const both = new Set([...taken, column.name]);
  const features = state.opened.table.columns.map((each) => each.name).filter((each) => both.has(each));
  return run(state, { ...state.settings, features });
}

/** The features that the next run takes: none where the default found none, null while they are not known yet. */
export function featuresOf({ settings, result, failure }: State): readonly string[] | null {
  if (settings.features !== "default") return settings.features;
  if (result !== null) return result.segmentation.features;
  return failure === null ? null : [];
}
