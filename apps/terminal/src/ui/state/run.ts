import type { Edit } from "@kentro/segments";
import type { Settings } from "../work/protocol.ts";
import { sameCurve, sameSettings } from "../work/settings.ts";
import { followed } from "./follow.ts";
import { hasRun, withRun } from "./runs.ts";
import type { Moment, State } from "./state.ts";
import { type Step, saying, still } from "./step.ts";

/** So many steps back are kept. Results are large, and most of them share theirs. */
const MOST_MOMENTS = 50;

/** Starts reading the source: the first thing that happens to it. */
export function open(state: State): Step {
  const { source } = state;
  if (source === null) return still(state);
  const id = state.lastId + 1;
  const screen = state.screen === "opening" ? "segments" : state.screen;
  return {
    state: { ...state, lastId: id, screen, failure: null, work: { kind: "reading", id, progress: null } },
    effects: [{ type: "send", request: { type: "open", id, source } }],
  };
}

/** Starts a run with the settings as they are; one that is under way gives way. The last result stays. */
export function run(state: State): Step {
  const { opened, settings, curve } = state;
  if (opened === null) return open(state);
  const id = state.lastId + 1;
  const fresh = curve === null || !sameCurve(curve.settings, settings);
  const carry = settings.edits.length === 0 ? saidIn(state) : [];
  const wanted = state.runs.map((each) => each.run);
  return {
    state: {
      ...state,
      lastId: id,
      failure: null,
      curve: fresh ? null : curve,
      points: [],
      work: { kind: "computing", id, part: "segments", progress: null, settings },
    },
    effects: [{ type: "send", request: { type: "run", id, settings, carry, wanted, curve: fresh } }],
  };
}

/**
 * The runs whose names and notes are kept, the latest first. Edits are of the run that they were made on; others keep what
 * is left of them, and so do those after them: a segment that was not there for a while comes back with its name. What was
 * undone says nothing.
 */
function saidIn({ result, past }: State): readonly number[] {
  const results = [...past.map((moment) => moment.result), result].filter((each) => each !== null);
  return [...new Set(results.map(({ run }) => run).toReversed())];
}

/** What is asked of a run, changed. `words` say how, for `u`: "scaling robust". It runs now, or when `r` is pressed. */
export function changed(
  state: State,
  change: Partial<Omit<Settings, "edits">>,
  words: string,
  when: "now" | "later",
): Step {
  const asked: Settings = { ...state.settings, ...change, edits: [] };
  // A change taken back by hand leads to what is shown, edits and all.
  const { result } = state;
  const isBack = when === "later" && result !== null && sameSettings({ ...result.settings, edits: [] }, asked);
  const settings = isBack ? result.settings : asked;
  const next: State = { ...remembered(state, words), settings };
  return when === "now" ? run(next) : still(next);
}

/** An edit of the segments that are shown, and the run that makes it. Assumes that they are those of the settings. */
export function edited(state: State, edit: Edit, words: string): Step {
  const { settings } = state;
  return run({ ...remembered(state, words), settings: { ...settings, edits: [...settings.edits, edit] } });
}

function remembered(state: State, change: string): State {
  const { settings, result, curve, past } = state;
  const moment: Moment = { change, settings, result, curve };
  return { ...state, past: [...past.slice(1 - MOST_MOMENTS), moment] };
}

/**
 * Back to how it was before the last change, or before those that were run together: nothing is computed for it, and what
 * is under way for other settings stops. Segments of so long ago that they are not kept any more are found again.
 */
export function undo(state: State): Step {
  const together = runTogether(state);
  const [moment] = together;
  if (moment === undefined) return still(saying(state, "There is nothing to undo."));
  const past = state.past.slice(0, -together.length);
  const before = withWhatCame(moment, state);
  const said = `Undone: ${together.map(({ change }) => change).join(", ")}.`;
  if (before.result !== null && !hasRun(state.runs, before.result)) {
    return run(saying({ ...state, settings: before.settings, past }, said));
  }
  const { work } = state;
  const isOther = work.kind === "computing" && !sameSettings(work.settings, moment.settings);
  const { state: idle, effects } = isOther ? cancel(state) : still(state);
  const segment = followed(state.result, before.result, state.segment);
  const runs = before.result === null ? state.runs : withRun(state.runs, before.result);
  return {
    state: saying({ ...idle, ...before, segment, runs, past }, said),
    effects,
  };
}

/** The changes that go at once: the last, or all that lead from segments of their own settings to those that are shown. */
function runTogether(state: State): readonly Moment[] {
  const { past } = state;
  if (isBehind(state)) return past.slice(-1);
  const start = past.findLastIndex((moment) => !isBehind(moment));
  return past.slice(Math.min(start, past.length - 1));
}

/**
 * The moment, with the result that came for its settings since: a change made while it was computed is all that goes. The
 * curve gives way as soon as a run with another begins, and comes back where that run has not come to an end.
 */
function withWhatCame({ settings, ...moment }: Moment, state: State): Pick<State, "settings" | "result" | "curve"> {
  const { result } = state;
  const came = result !== null && (moment.result === null || sameSettings(result.settings, settings));
  if (!came) return { settings, result: moment.result, curve: moment.curve };
  const curve = [state.curve, moment.curve].find((each) => each !== null && sameCurve(each.settings, settings));
  return { settings, result, curve: curve ?? null };
}

/** Gives up the reading or the run that is under way, if any. What is finished of it stays. */
export function cancel(state: State): Step {
  const { work } = state;
  switch (work.kind) {
    case "idle":
      return still(state);
    case "reading":
      return stopped(state, "Reading stopped: r reads again.");
    case "computing":
      return stopped(
        state,
        work.part === "curve" ? "Stopped: r goes on with the elbow curve." : "Stopped: r runs it again.",
      );
    default:
      return work satisfies never;
  }
}

function stopped(state: State, text: string): Step {
  const idle: State = { ...state, work: { kind: "idle" } };
  return { state: saying(idle, text), effects: [{ type: "send", request: { type: "cancel", lane: "run" } }] };
}

/** True where `r` has something to do: nothing was read yet, or what is asked for is not what is shown or under way. */
export function canRun({ source, work, opened, result, curve, settings }: State): boolean {
  if (work.kind === "computing") return !sameSettings(work.settings, settings);
  if (work.kind === "reading" || source === null) return false;
  return opened === null || result === null || curve === null || !sameSettings(result.settings, settings);
}

/** True where the segments shown are not those of the settings. */
export function isBehind({ result, settings }: Pick<State, "result" | "settings">): boolean {
  return result !== null && !sameSettings(result.settings, settings);
}
