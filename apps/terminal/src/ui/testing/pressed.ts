import { press } from "../actions/press.ts";
import { withNeeds } from "../session.ts";
import type { Effect } from "../state/event.ts";
import type { State } from "../state/state.ts";
import { type Step, still } from "../state/step.ts";
import type { Job } from "../work/protocol.ts";

/** Presses keys one after the other: the last state, and everything that was asked for on the way. */
export function pressed(state: State, ...keys: readonly string[]): Step {
  let step = still(state);
  const effects: Effect[] = [];
  for (const key of keys) {
    step = withNeeds(press(step.state, key));
    effects.push(...step.effects);
  }
  return { state: step.state, effects };
}

/** The last request of a kind that was sent, null where there is none. */
export function sent<Type extends Job["type"]>({ effects }: Step, type: Type): Extract<Job, { type: Type }> | null {
  const requests = effects.flatMap((effect) => (effect.type === "send" ? [effect.request] : []));
  return requests.findLast((request): request is Extract<Job, { type: Type }> => request.type === type) ?? null;
}
