import { compareFailed, compareReplied } from "../screens/compare/replied.ts";
import { telling } from "../screens/compare/telling.ts";
import { customersFailed, customersReplied } from "../screens/customers/replied.ts";
import { atK } from "../screens/elbow/reducer.ts";
import { exportReplied, writingFailed } from "../screens/export/replied.ts";
import { unread } from "../screens/opening/reducer.ts";
import { openingReplied } from "../screens/opening/replied.ts";
import { becameWords } from "../screens/segments/editing/became.ts";
import { componentsFailed, segmentsReplied } from "../screens/segments/replied.ts";
import { withoutFilm } from "../screens/watch/reducer.ts";
import { watchReplied } from "../screens/watch/replied.ts";
import type { CurvePoint, ElbowCurve, Reply, Result } from "../work/protocol.ts";
import { leadsTo, sameSettings } from "../work/settings.ts";
import { withoutAnswers } from "./begin.ts";
import { followed } from "./follow.ts";
import { run } from "./run.ts";
import { withRun } from "./runs.ts";
import type { State } from "./state.ts";
import { type Step, saying, still } from "./step.ts";

/** What the worker's answer changes. Answers to work that was given up change nothing. */
export function replied(state: State, reply: Reply): Step {
  switch (reply.type) {
    case "progress":
    case "opened":
    case "segmented":
    case "point":
    case "curve":
      return ofWork(state, reply);
    case "writing":
    case "written":
    case "exists":
    case "allWritten":
    case "looked":
      return still(exportReplied(state, reply));
    case "customers":
    case "placed":
    case "texts":
      return still(customersReplied(state, reply));
    case "compared":
      return still(compareReplied(state, reply));
    case "components":
    case "cost":
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
        ...{ ...withoutAnswers(idle), opened: { table: reply.table, facts: reply.facts, choice: reply.choice } },
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
  if (state.writing?.id === id) return still(writingFailed(state, text));
  if (state.work.kind !== "idle" && state.work.id === id) {
    const idle: State = { ...state, work: { kind: "idle" } };
    return leadsNowhere(state) ? unread(idle, text) : still(failed(withoutEdit(idle), text));
  }
  const withoutPicture = componentsFailed(state, id, text);
  if (withoutPicture !== null) return still(withoutPicture);
  const unanswered = customersFailed(state, id) ?? compareFailed(state, id, text) ?? state;
  if (state.watch.asked?.id === id) return still(withoutFilm(state, text));
  return still(saying(unanswered, text, "error"));
}

/** A table that cannot be read, or has nothing to cluster by, has no settings that would do: another one is needed. */
function leadsNowhere({ work, opened, result }: State): boolean {
  return work.kind === "reading" || (result === null && opened !== null && opened.choice === null);
}

/** An edit that cannot be made is taken back: nothing could be run with it. */
function withoutEdit(state: State): State {
  const { result, settings, past } = state;
  const isEdit = result !== null && leadsTo(result.settings, settings) && !leadsTo(settings, result.settings);
  return isEdit ? { ...state, settings: result.settings, past: past.slice(0, -1) } : state;
}

/** With a result on the screen an error is a message beside it; without one it is all there is to show. */
export function failed(state: State, text: string): State {
  return state.result === null ? { ...state, failure: text } : saying(state, text, "error");
}

function segmented(state: State, result: Result): State {
  const { curve } = state;
  const shown: State = {
    ...state,
    result,
    settings: isAsked(state) ? result.settings : state.settings,
    runs: withRun(state.runs, result),
    work:
      curve === null && state.work.kind === "computing"
        ? { ...state.work, part: "curve", progress: null }
        : { kind: "idle" },
    segment: followed(state.result, result, state.segment),
    segments: sameFeatures(state.result, result) ? state.segments : { ...state.segments, axes: null },
  };
  const became = state.result === null ? null : becameWords(state.result, result);
  return atK(became === null ? shown : saying(shown, became), curve, result.segmentation.k);
}

function withCurve(state: State, curve: ElbowCurve): State {
  return atK({ ...state, curve, points: [] }, curve, state.result?.segmentation.k ?? curve.k);
}

function withPoint(points: readonly CurvePoint[], point: CurvePoint): readonly CurvePoint[] {
  return [...points.filter(({ k }) => k !== point.k), point].sort((a, b) => a.k - b.k);
}

/** Whether what is asked for is what is under way: what was changed since waits for a run of its own. */
function isAsked({ work, settings }: State): boolean {
  return work.kind === "computing" && sameSettings(work.settings, settings);
}

function sameFeatures(before: Result | null, after: Result): boolean {
  return before?.segmentation.features.join("\n") === after.segmentation.features.join("\n");
}
