import { visible } from "../../../text/visible.ts";
import { copying } from "../../state/copy.ts";
import { inputOf } from "../../state/input.ts";
import { type Motion, target } from "../../state/move.ts";
import type { State } from "../../state/state.ts";
import { type Step, saying, still } from "../../state/step.ts";
import type { OutputOption } from "../../work/export/protocol.ts";
import { commandOf, ITEMS, type Item, itemsOf } from "./items.ts";
import type { Choice } from "./state.ts";
import { savedWords } from "./words.ts";

/** The state after the cursor has moved. */
export function movedExport(state: State, motion: Motion, page: number): State {
  return { ...state, export: { ...state.export, cursor: target(motion, state.export.cursor, ITEMS, page) } };
}

function itemAt(state: State): Item {
  return itemsOf(state)[state.export.cursor]!;
}

/** What is under the cursor ticked, or not any more. */
export function ticked(state: State): State {
  const { option, ticked: before } = itemAt(state);
  return chosen(state, option, { ticked: !before });
}

function chosen(state: State, option: OutputOption, change: Partial<Choice>): State {
  const { choices } = state.export;
  return {
    ...state,
    export: { ...state.export, choices: { ...choices, [option]: { ...choices[option], ...change } } },
  };
}

/** Asks where to write what is under the cursor. Who says where wants it written. */
export function askPath(state: State): State {
  const { option, title, path } = itemAt(state);
  return {
    ...state,
    dialog: {
      ...{ kind: "asking", label: `${title} to`, input: inputOf(path) },
      advice: "From where you stand, or ~ for your own folder; nothing: as suggested.",
      take: (before, text) =>
        still(chosen(before, option, { ticked: true, path: text.trim() === "" ? null : text.trim() })),
    },
  };
}

/** Has what is ticked written, of the segments that are shown. `replace` are full paths that the user lets go. */
export function write(state: State, replace: readonly string[] = []): Step {
  const { source, result } = state;
  if (source === null || result === null || state.writing !== null) return still(state);
  const wanted = itemsOf(state).filter((item) => item.ticked);
  if (wanted.length === 0) return still(saying(state, "Nothing is ticked: Space ticks what w writes."));
  const outputs = wanted.map(({ option, path }) => ({ option, path }));
  const id = state.lastId + 1;
  return {
    state: { ...state, lastId: id, writing: { id, what: "Writing", done: [] } },
    effects: [{ type: "send", request: { type: "write", id, run: result.run, source, outputs, replace } }],
  };
}

/** Copies the command line that does the same. */
export function copyCommand(state: State): Step {
  const command = commandOf(state);
  return command === null ? still(state) : copying(state, command, "the command line");
}

/** Stops what is being written, if anything. */
export function stopWriting(state: State): Step {
  const { writing } = state;
  if (writing === null) return still(state);
  const text = visible(`Stopped: nothing is half-written.${savedWords(writing.done)}`);
  const { attempts } = state.export;
  return {
    state: saying({ ...state, writing: null, export: { ...state.export, attempts: attempts + 1 } }, text),
    effects: [{ type: "send", request: { type: "cancel", lane: "write" } }],
  };
}
