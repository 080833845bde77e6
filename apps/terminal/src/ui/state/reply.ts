import { count } from "../../text/number.ts";
import type { ElbowCurve, Reply, Result } from "../work/protocol.ts";
import { run } from "./run.ts";
import type { State } from "./state.ts";
import { type Step, saying, still } from "./step.ts";

/** What the worker's answer changes. Answers to work that was given up change nothing. */
export function replied(state: State, reply: Reply): Step {
  const { work } = state;
  if (work.kind === "idle" || work.id !== reply.id) return still(state);
  const idle: State = { ...state, work: { kind: "idle" } };
  switch (reply.type) {
    case "progress":
      return still(work.kind === "saving" ? state : { ...state, work: { ...work, progress: reply.progress } });
    case "opened":
      return run({ ...idle, opened: { table: reply.table, facts: reply.facts } });
    case "segmented":
      return still(segmented(state, reply.result));
    case "curve":
      return still(withCurve(idle, reply.curve));
    case "saved": {
      const settings = state.result?.settings ?? state.settings;
      const saved = [...state.saved.filter(({ path }) => path !== reply.path), { path: reply.path, settings }];
      const text = `Saved ${count(reply.rows)} rows with their segments to ${reply.path}`;
      return still(saying({ ...idle, saved }, text));
    }
    case "exists":
      return still({ ...idle, dialog: { kind: "overwrite", path: reply.path } });
    case "failed":
      return still(failed(idle, reply.message));
    default:
      return reply satisfies never;
  }
}

/** With a result on the screen an error is a message beside it; without one it is all there is to show. */
export function failed(state: State, text: string): State {
  return state.result === null ? { ...state, failure: text } : saying(state, text, "error");
}

function segmented(state: State, result: Result): State {
  const last = result.segmentation.segments.length - 1;
  const isFirst = state.result === null;
  return {
    ...state,
    result,
    work:
      state.curve === null && state.work.kind === "computing"
        ? { ...state.work, part: "curve", progress: null }
        : { kind: "idle" },
    segment: isFirst ? 0 : Math.min(state.segment, last),
    customer: 0,
    point: pointOf(state.curve, result.segmentation.k) ?? state.point,
    axes: sameFeatures(state.result, result) ? state.axes : null,
  };
}

function withCurve(state: State, curve: ElbowCurve): State {
  const k = state.result?.segmentation.k ?? curve.k;
  return { ...state, curve, point: pointOf(curve, k) ?? 0 };
}

function pointOf(curve: ElbowCurve | null, k: number | null): number | null {
  const index = curve?.points.findIndex((point) => point.k === k) ?? -1;
  return index < 0 ? null : index;
}

function sameFeatures(before: Result | null, after: Result): boolean {
  return before?.segmentation.features.join("\n") === after.segmentation.features.join("\n");
}
