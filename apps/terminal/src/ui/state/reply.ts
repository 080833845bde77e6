import { compareReplied } from "../screens/compare/replied.ts";
import { telling } from "../screens/compare/telling.ts";
import { customersReplied } from "../screens/customers/replied.ts";
import { atK } from "../screens/elbow/reducer.ts";
import { exportReplied } from "../screens/export/replied.ts";
import { unread } from "../screens/opening/reducer.ts";
import { openingReplied } from "../screens/opening/replied.ts";
import { segmentsReplied } from "../screens/segments/replied.ts";
import { watchReplied } from "../screens/watch/replied.ts";
import type { CurvePoint, ElbowCurve, Reply, Result } from "../work/protocol.ts";
import { run } from "./run.ts";
import type { State } from "./state.ts";
import { type Step, saying, still } from "./step.ts";

/** So many results can be compared and gone back to. The worker keeps a few more. */
export const MOST_RUNS = 8;

/** What the worker's answer changes. Answers to work that was given up change nothing. */
export function replied(state: State, reply: Reply): Step {
  switch (reply.type) {
    case "progress":
    case "opened":
    case "segmented":
    case "point":
    case "curve":
      return ofWork(state, reply);
    case "written":
    case "exists":
      return still(exportReplied(state, reply));
    case "customers":
      return still(customersReplied(state, reply));
    case "compared":
      return still(compareReplied(state, reply));
    case "components":
      return still(segmentsReplied(state, reply));
    case "filmed":
      return still(watchReplied(state, reply));
    case "files":
      return openingReplied(state, reply);
    case "failed":
      return failing(state, reply.id, reply.message);
    default:
      return reply satisfies never;
  }
}

type OfWork = Extract<Reply, { type: "progress" | "opened" | "segmented" | "point" | "curve" }>;

function ofWork(state: State, reply: OfWork): Step {
  const { work } = state;
  if (work.kind === "idle" || work.id !== reply.id) return still(state);
  const idle: State = { ...state, work: { kind: "idle" } };
  switch (reply.type) {
    case "progress":
      return still({ ...state, work: { ...work, progress: reply.progress } });
    case "opened":
      return run({
        ...{ ...idle, opened: { table: reply.table, facts: reply.facts } },
        opening: { ...idle.opening, left: null },
      });
    case "segmented":
      return telling(state.result, segmented(state, reply.result));
    case "point":
      return still({ ...state, points: withPoint(state.points, reply.point) });
    case "curve":
      return still(withCurve(idle, reply.curve));
    default:
      return reply satisfies never;
  }
}

// What was given up says nothing any more: other failures are of work beside the run.
function failing(state: State, id: number, text: string): Step {
  if (state.writing?.id === id) return still(saying({ ...state, writing: null }, text, "error"));
  if (state.work.kind !== "idle" && state.work.id === id) {
    const idle: State = { ...state, work: { kind: "idle" } };
    return state.work.kind === "reading" ? unread(idle, text) : still(failed(idle, text));
  }
  return still(saying(state, text, "error"));
}

/** With a result on the screen an error is a message beside it; without one it is all there is to show. */
export function failed(state: State, text: string): State {
  return state.result === null ? { ...state, failure: text } : saying(state, text, "error");
}

function segmented(state: State, result: Result): State {
  const last = result.segmentation.segments.length - 1;
  const { curve } = state;
  const shown: State = {
    ...state,
    result,
    settings: result.settings,
    runs: [...state.runs.filter(({ run: known }) => known !== result.run), result].slice(-MOST_RUNS),
    work:
      curve === null && state.work.kind === "computing"
        ? { ...state.work, part: "curve", progress: null }
        : { kind: "idle" },
    segment: state.result === null ? 0 : Math.min(state.segment, last),
    segments: sameFeatures(state.result, result) ? state.segments : { ...state.segments, axes: null },
  };
  return atK(shown, curve, result.segmentation.k);
}

function withCurve(state: State, curve: ElbowCurve): State {
  return atK({ ...state, curve, points: [] }, curve, state.result?.segmentation.k ?? curve.k);
}

function withPoint(points: readonly CurvePoint[], point: CurvePoint): readonly CurvePoint[] {
  return [...points.filter(({ k }) => k !== point.k), point].sort((a, b) => a.k - b.k);
}

function sameFeatures(before: Result | null, after: Result): boolean {
  return before?.segmentation.features.join("\n") === after.segmentation.features.join("\n");
}
