import { nextAxis } from "./axes.ts";
import { edited, inputOf } from "./dialog.ts";
import type { Event } from "./event.ts";
import { moved } from "./move.ts";
import { failed, replied } from "./reply.ts";
import { cancel, canRerun, kAt, run } from "./run.ts";
import { nextScale, toggled, withK } from "./settings.ts";
import { type State, textOf } from "./state.ts";
import { type Step, saying, still } from "./step.ts";
import { nextSymbols } from "./symbols.ts";

/** The one place where the state changes. Pure: the same state and event give the same step. */
export function reduce(state: State, event: Event): Step {
  switch (event.type) {
    case "resized":
      return still({ ...state, size: event.size });
    case "screen":
      return still({ ...state, screen: event.screen });
    case "move":
      return still(moved(state, event.motion));
    case "segment":
      return still(selected(state, event.by));
    case "toggleColumn":
      return toggled(state);
    case "nextScale":
      return run(state, nextScale(state.settings));
    case "changeK":
      return withK(state, event.by);
    case "acceptK":
      return accepted(state);
    case "automaticK":
      return state.settings.k === "auto" ? still(state) : run(state, { ...state.settings, k: "auto" });
    case "rerun":
      return canRerun(state) ? run(state) : still(state);
    case "nextAxis":
      return still({ ...state, axes: nextAxis(state, event.axis) });
    case "nextSymbols":
      return still(nextSymbols(state));
    case "help":
      return still({ ...state, dialog: state.dialog.kind === "help" ? { kind: "none" } : { kind: "help", top: 0 } });
    case "askSave":
      return still(askedToSave(state));
    case "edit":
      return still(edited(state, event.edit));
    case "confirm":
      return confirmed(state);
    case "escape":
      return escaped(state);
    case "interrupt":
      return state.work.kind === "idle" ? { state, effects: [{ type: "quit" }] } : cancel(state);
    case "suspend":
      return { state, effects: [{ type: "suspend" }] };
    case "quit":
      return { state, effects: [{ type: "quit" }] };
    case "reply":
      return replied(state, event.reply);
    case "crashed":
      return still(failed({ ...state, work: { kind: "idle" }, opened: null }, event.message));
    default:
      return event satisfies never;
  }
}

function selected(state: State, by: 1 | -1): State {
  const segments = state.result?.segmentation.segments.length ?? 0;
  if (segments === 0) return state;
  return { ...state, segment: (state.segment + by + segments) % segments, customer: 0 };
}

function accepted(state: State): Step {
  const k = kAt(state.curve, state.point);
  return k === null || k === state.settings.k ? still(state) : run(state, { ...state.settings, k });
}

/** Esc closes what lies on top; else it stops the work. */
function escaped(state: State): Step {
  if (state.dialog.kind !== "none") return still({ ...state, dialog: { kind: "none" } });
  return state.work.kind === "idle" ? still(state) : cancel(state);
}

function confirmed(state: State): Step {
  const { dialog } = state;
  switch (dialog.kind) {
    case "none":
    case "help":
      return still(state);
    case "save": {
      const path = textOf(dialog.input).trim();
      return path === ""
        ? still(saying(state, "A file name is needed; Esc closes.", "error"))
        : save(state, path, false);
    }
    case "overwrite":
      return save(state, dialog.path, true);
    default:
      return dialog satisfies never;
  }
}

function save(state: State, path: string, overwrite: boolean): Step {
  const id = state.lastId + 1;
  return {
    state: { ...state, lastId: id, work: { kind: "saving", id }, dialog: { kind: "none" } },
    effects: [{ type: "send", request: { type: "save", id, path, overwrite } }],
  };
}

function askedToSave(state: State): State {
  if (state.work.kind === "computing")
    return saying(state, "Work is under way: wait for it, or stop it by Esc, then save.");
  if (state.work.kind !== "idle") return state;
  return { ...state, dialog: { kind: "save", input: inputOf(suggestedName(state.source)) } };
}

function suggestedName(source: string): string {
  const file = source.split(/[/\\]/).at(-1) ?? source;
  return `${file.replace(/(\.(csv|tsv|txt|parquet|jsonl?|ndjson|gz|zst))+$/i, "")}-segments.csv`;
}
