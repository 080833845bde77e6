import { along, type Motion, target } from "../../state/move.ts";
import type { State } from "../../state/state.ts";
import { type Step, still } from "../../state/step.ts";
import { NOTHING_RECORDED, type WatchState } from "./state.ts";
import { stepsOf } from "./steps.ts";

/** To the film from whatever screen. */
export function watch(state: State): Step {
  return still(withWatch({ ...state, screen: "watch" }, { from: state.screen }));
}

/** Back to the screen that it was opened from; what is not recorded yet is given up. */
export function leave(state: State): Step {
  const { from, asked, shown } = state.watch;
  const back: State = { ...state, screen: from };
  if (asked === null || shown.kind !== "recording") return still(back);
  return {
    state: withWatch(back, { asked: null, shown: NOTHING_RECORDED }),
    effects: [{ type: "send", request: { type: "cancel", lane: "film" } }],
  };
}

/** The state after the film was moved by hand, which holds it. */
export function movedWatch(state: State, motion: Motion, _page: number): State {
  const { at } = state.watch;
  const to = target(along(motion), at, lastStep(state) + 1, STEPS_OF_A_PAGE);
  return withWatch(state, { at: to, playing: false });
}

const STEPS_OF_A_PAGE = 10;

/** Holds the film, or lets it go on; from its end it begins again. */
export function togglePlaying(state: State): Step {
  const { at, playing } = state.watch;
  if (playing) return still(withWatch(state, { playing: false }));
  return still(withWatch(state, { playing: true, at: at >= lastStep(state) ? 0 : at }));
}

/** The film of another start. */
export function anotherStart(state: State): Step {
  const { asked } = state.watch;
  if (asked === null) return still(state);
  const { run, seed } = asked;
  return filmed(state, run, seed + 1);
}

/** Asks for the film of a start of a run. */
export function filmed(state: State, run: number, seed: number): Step {
  const id = state.lastId + 1;
  const asked = { id, run, seed };
  const begun = { asked, shown: NOTHING_RECORDED, at: 0, playing: true };
  const ends = state.watch.ends.filter((end) => end.run === run);
  const next = withWatch({ ...state, lastId: id }, { ...begun, ends });
  return { state: next, effects: [{ type: "send", request: { type: "film", ...asked } }] };
}

/** The state after a timer has rung: the film goes on where it is being watched. */
export function rang(state: State, timer: number): State {
  if (timer !== state.watch.timer) return state;
  const quiet = withWatch(state, { timer: null });
  if (!isRolling(state)) return quiet;
  const at = Math.min(lastStep(state), state.watch.at + 1);
  return withWatch(quiet, { at, playing: at < lastStep(state) });
}

/** Whether the film moves by itself now: one that is read out does not. */
export function isRolling({ screen, dialog, look, watch: { playing, shown } }: State): boolean {
  return playing && shown.kind === "film" && screen === "watch" && dialog.kind === "none" && !look.reader;
}

/** The state where the film that was asked for will not come, and why; one that came already stays. */
export function withoutFilm(state: State, words: string): State {
  const { asked, shown } = state.watch;
  return asked === null || shown.kind !== "recording" ? state : withWatch(state, { shown: { kind: "failed", words } });
}

/** The state with a change to what the screen remembers. */
export function withWatch(state: State, change: Partial<WatchState>): State {
  return { ...state, watch: { ...state.watch, ...change } };
}

/** A film that is read out has a sentence for each frame, one before them and one after. */
function lastStep({ look, watch: { shown } }: State): number {
  if (shown.kind !== "film") return 0;
  return look.reader ? shown.film.frames.length + 1 : stepsOf(shown.film) - 1;
}
