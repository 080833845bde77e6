import type { ElbowCurve, Settings } from "../work/protocol.ts";
import type { State } from "./state.ts";
import { type Step, saying, still } from "./step.ts";

/** Starts reading the source: the first thing that happens. */
export function open(state: State): Step {
  const id = state.lastId + 1;
  return {
    state: { ...state, lastId: id, failure: null, work: { kind: "reading", id, progress: null } },
    effects: [{ type: "send", request: { type: "open", id, source: state.source } }],
  };
}

/** Starts a run with these settings; one that is under way gives way. The last result stays. */
export function run(state: State, settings: Settings = state.settings): Step {
  if (state.opened === null) return open({ ...state, settings });
  const id = state.lastId + 1;
  const curve = state.curve === null || !sameData(state.curve.settings, settings);
  return {
    state: {
      ...state,
      settings,
      lastId: id,
      failure: null,
      curve: curve ? null : state.curve,
      work: { kind: "computing", id, part: "segments", progress: null },
    },
    effects: [{ type: "send", request: { type: "run", id, settings, curve } }],
  };
}

/** Gives up what the worker is doing, if anything. */
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
    case "saving":
      return stopped(state, "Saving stopped: nothing was written.");
    default:
      return work satisfies never;
  }
}

function stopped(state: State, text: string): Step {
  const idle: State = { ...state, work: { kind: "idle" } };
  return { state: saying(idle, text), effects: [{ type: "send", request: { type: "cancel" } }] };
}

/** True where `r` has something to do: nothing was read yet, or what is asked for is not what is shown. */
export function canRerun({ work, opened, result, curve, settings }: State): boolean {
  if (work.kind !== "idle") return false;
  return opened === null || result === null || curve === null || !sameSettings(result.settings, settings);
}

/** Whether two settings ask for the same run. */
export function sameSettings(a: Settings, b: Settings): boolean {
  return a.k === b.k && sameData(a, b);
}

/** Whether two settings cluster the same points, for whatever k: they share an elbow curve. */
function sameData(a: Settings, b: Settings): boolean {
  if (a.scale !== b.scale) return false;
  if (a.features === "default" || b.features === "default") return a.features === b.features;
  const [one, other] = [a.features, b.features];
  return one.length === other.length && one.every((name, index) => name === other[index]);
}

/** The k that the elbow curve is asked about: the one under the cursor. */
export function kAt(curve: ElbowCurve | null, point: number): number | null {
  return curve?.points[point]?.k ?? null;
}
