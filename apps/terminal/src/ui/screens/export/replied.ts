import type { State } from "../../state/state.ts";
import { saying } from "../../state/step.ts";
import type { LookReply, Saved, WriteReply } from "../../work/export/protocol.ts";
import { write } from "./reducer.ts";
import { replaceQuestion, savedWords, thereWords } from "./words.ts";

/** The state with what the worker answered. */
export function exportReplied(state: State, reply: WriteReply | LookReply): State {
  switch (reply.type) {
    case "looked":
      return state.export.look?.id === reply.id
        ? { ...state, export: { ...state.export, places: reply.places } }
        : state;
    case "written":
      return withSaved(state, reply.id, reply.saved);
    case "writing":
    case "exists":
    case "allWritten":
      return state.writing?.id === reply.id ? ofWriting(state, reply) : state;
    default:
      return reply satisfies never;
  }
}

/** What is complete stays so: also where the writing of the rest was stopped by then. */
function withSaved(state: State, id: number, saved: Saved): State {
  const { writing } = state;
  return {
    ...state,
    saved: [...state.saved.filter(({ path }) => path !== saved.path), saved],
    writing: writing?.id === id ? { ...writing, done: [...writing.done, saved] } : writing,
  };
}

function ofWriting(state: State, reply: Exclude<WriteReply, { type: "written" }>): State {
  const writing = state.writing!;
  switch (reply.type) {
    case "writing":
      return { ...state, writing: { ...writing, what: reply.what } };
    case "exists":
      return asking({ ...state, writing: null }, reply.places);
    case "allWritten":
      return saying(ended(state), savedWords(writing.done).trim());
    default:
      return reply satisfies never;
  }
}

/** The state with the question whether files may be replaced. Somebody who is typing is not asked: Enter means something else there. */
function asking(state: State, there: readonly Pick<Saved, "path" | "shown">[]): State {
  if (state.dialog.kind !== "none") return saying(state, `${thereWords(there)} Nothing was written.`, "error");
  const question = replaceQuestion(there);
  const paths = there.map(({ path }) => path);
  return {
    ...state,
    dialog: { kind: "confirming", question, yes: "replace", take: (before) => write(before, paths) },
  };
}

/** The state after the writing failed. What was complete before that is said too. */
export function writingFailed(state: State, text: string): State {
  return saying(ended(state), `${text}${savedWords(state.writing?.done ?? [])}`, "error");
}

function ended(state: State): State {
  return { ...state, writing: null, export: { ...state.export, attempts: state.export.attempts + 1 } };
}
