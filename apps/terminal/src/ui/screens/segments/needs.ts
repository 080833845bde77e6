import type { State } from "../../state/state.ts";
import { type Step, still } from "../../state/step.ts";
import { sameCurve } from "../../work/settings.ts";

/** Asks the worker for the principal components where the picture is of them: once for the same points. */
export function segmentsNeeds(state: State): Step {
  const { result, segments } = state;
  if (result === null || segments.along !== "components") return still(state);
  const { components } = segments;
  if (components !== null && sameCurve(components.settings, result.settings)) return still(state);
  const id = state.lastId + 1;
  const asked = { id, settings: result.settings, reply: null, failure: null };
  return {
    state: { ...state, lastId: id, segments: { ...segments, components: asked } },
    effects: [{ type: "send", request: { type: "components", id, run: result.run } }],
  };
}
