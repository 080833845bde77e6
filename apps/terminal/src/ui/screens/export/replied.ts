import { count } from "../../../text/number.ts";
import type { State } from "../../state/state.ts";
import { saying } from "../../state/step.ts";
import type { WriteReply } from "../../work/export/protocol.ts";

/** The state with what the worker answered. */
export function exportReplied(state: State, reply: WriteReply): State {
  if (state.writing?.id !== reply.id) return state;
  const idle: State = { ...state, writing: null };
  switch (reply.type) {
    case "written": {
      const { path, rows } = reply;
      const settings = state.result?.settings ?? state.settings;
      const saved = [...state.saved.filter((each) => each.path !== path), { path, option: "--out", settings } as const];
      return saying({ ...idle, saved }, `Saved ${count(rows)} rows with their segments to ${path}`);
    }
    case "exists":
      return saying(idle, `${reply.path} is there already.`, "error");
    default:
      return reply satisfies never;
  }
}
