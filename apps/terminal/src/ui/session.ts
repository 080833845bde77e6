import type { KeyName } from "./actions/keys.ts";
import { paste, press } from "./actions/press.ts";
import { SCREENS } from "./screens/screens.ts";
import type { Effect, Event } from "./state/event.ts";
import { reduce } from "./state/reduce.ts";
import type { State } from "./state/state.ts";
import type { Step } from "./state/step.ts";

/** The state as it is now, and the ways to change it. */
export interface Session {
  state(): State;
  /** Takes keys in the order they were pressed. */
  press(keys: readonly KeyName[]): void;
  paste(text: string): void;
  dispatch(event: Event): void;
  /** Calls `listener` after each change; returns the way to stop that. */
  subscribe(listener: () => void): () => void;
}

/** A session that begins with a step; whatever is to be done outside the state is done by `perform`. */
export function sessionOf(first: Step, perform: (effect: Effect) => void): Session {
  const { effects, ...begun } = withNeeds(first);
  let { state } = begun;
  const listeners = new Set<() => void>();
  const take = (step: Step): void => {
    const changed = step.state !== state;
    state = step.state;
    for (const effect of step.effects) perform(effect);
    if (changed) for (const listener of listeners) listener();
  };
  for (const effect of effects) perform(effect);
  return {
    state: () => state,
    press: (keys) => {
      for (const key of keys) take(withNeeds(press(state, key)));
    },
    paste: (text) => take(withNeeds(paste(state, text))),
    dispatch: (event) => take(withNeeds(reduce(state, event))),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}

/** The step, and what the screen that it leads to has to be told. */
export function withNeeds({ state, effects }: Step): Step {
  const { needs } = SCREENS[state.screen];
  if (needs === undefined) return { state, effects };
  const asked = needs(state);
  return { state: asked.state, effects: [...effects, ...asked.effects] };
}
