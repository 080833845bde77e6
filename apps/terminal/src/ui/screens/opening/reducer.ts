import { fileName } from "../../../text/file-name.ts";
import { count } from "../../../text/number.ts";
import { quotedName } from "../../../text/visible.ts";
import { another, restored } from "../../state/begin.ts";
import type { Confirming } from "../../state/dialog.ts";
import { inputOf, textOf } from "../../state/input.ts";
import { type Motion, target } from "../../state/move.ts";
import { sameSettings } from "../../state/settings.ts";
import type { State } from "../../state/state.ts";
import { type Step, saying, still } from "../../state/step.ts";
import type { Place } from "../../work/files/protocol.ts";
import { type Item, listedKey, SAMPLE_KEY } from "./items.ts";
import { arranged, type OpeningState, type Question } from "./state.ts";

/** Before a path that is typed. */
const PATH_LABEL = "Open";

/** The state after the cursor has moved; to the left it goes to the parent folder, to the right into a folder. */
export function movedOpening(state: State, motion: Motion, page: number): State {
  const { items, cursor } = state.opening;
  if (motion === "left") return toParent(state);
  if (motion === "right") {
    const item = itemAt(state);
    return item !== undefined && isFolder(item) ? entered(state, item) : state;
  }
  const now = items.findIndex(({ key }) => key === cursor);
  const next = items[target(motion, Math.max(0, now), items.length, page)];
  return next === undefined ? state : withOpening(state, { cursor: next.key });
}

/** What the cursor stands on. */
export function itemAt({ opening }: State): Item | undefined {
  return opening.items.find(({ key }) => key === opening.cursor);
}

/** Whether there is a table to go back to. */
export function canGoBack({ opened, opening }: State): boolean {
  return opened !== null || opening.left !== null;
}

/** To this screen from another: the folder is looked at again, for it may have changed. */
export function toOpening(state: State): State {
  const { listing, cursor } = state.opening;
  const place: Place = listing === null ? { at: "start" } : { at: "folder", path: listing.path };
  return withOpening({ ...state, screen: "opening" }, { ask: { place, focus: cursor } });
}

/** To this screen because a table cannot be read, the cursor on it. The table that was left for it is back. */
export function unread(state: State, sentence: string): Step {
  const { source, opening } = state;
  const ask: Question = {
    place: source === null ? { at: "start" } : { at: "beside", path: source },
    focus: SAMPLE_KEY,
  };
  if (opening.left === null) return still(withOpening({ ...state, screen: "opening", failure: sentence }, { ask }));
  const { state: back, effects } = restored(state, opening.left);
  return { state: withOpening(saying({ ...back, screen: "opening" }, sentence, "error"), { ask }), effects };
}

/** Back to the table that is open, or that was before another was asked for. */
export function backFrom(state: State): Step {
  const { left } = state.opening;
  return state.opened === null && left !== null ? restored(state, left) : still({ ...state, screen: "segments" });
}

/** Enters the folder, or opens the table that the cursor stands on. */
export function chosen(state: State): Step {
  const item = itemAt(state);
  if (item === undefined) return still(saying(state, "Nothing here has that in its name: Esc shows everything again."));
  return isFolder(item) ? still(entered(state, item)) : opening(state, item.path);
}

/** To the folder that holds the one that is shown. */
export function toParent(state: State): State {
  const { listing } = state.opening;
  if (listing === null) return state;
  const { parent, path } = listing;
  if (parent === null) return saying(state, "This is the topmost folder.");
  return withOpening(state, { ask: { place: { at: "folder", path: parent }, focus: listedKey(path) } });
}

/** Opens a table. Where what was done by hand to the one that is open is in no file, there is a question first. */
export function opening(state: State, source: string): Step {
  if (!hasUnsaved(state)) return another(state, source);
  const name = quotedName(fileName(state.source ?? ""));
  const dialog: Confirming = {
    kind: "confirming",
    question: `Your changes to the segments of ${name} are in no file yet. Open another table all the same?`,
    yes: "open it",
    take: (now) => another(now, source),
  };
  return still({ ...state, dialog });
}

/** Tables by name, or the newest first. */
export function resorted(state: State): State {
  const sort = state.opening.sort === "name" ? "newest" : "name";
  const words = sort === "name" ? "Tables are sorted by name." : "The newest tables come first.";
  return saying(rearranged(state, { sort }), words);
}

/** Asks what names are to hold. */
export function askFilter(state: State): State {
  return {
    ...state,
    dialog: {
      ...{ kind: "asking", label: "Only names with", input: inputOf(state.opening.filter) },
      advice: "Nothing shows everything again.",
      take: (now, text) => still(filtered(now, text)),
    },
  };
}

/** Shows only what has `filter` in its name. */
export function filtered(state: State, filter: string): State {
  return rearranged(state, { filter });
}

/** Asks for a path. */
export function askPath(state: State): State {
  const { listing } = state.opening;
  return {
    ...state,
    dialog: {
      ...{ kind: "asking", label: PATH_LABEL, input: inputOf("~/") },
      advice: `A file, several as in "sales-*.csv", or a folder; ~ is your own, other paths are from ${quotedName(listing?.shown ?? ".")}.`,
      take: (now, text) => still(text.trim() === "" ? now : typed(now, text)),
    },
  };
}

/** Whether a path is being typed. */
export function isTypingPath({ dialog, screen }: State): boolean {
  return screen === "opening" && dialog.kind === "asking" && dialog.label === PATH_LABEL;
}

/** Asks how the path that is being typed may go on. */
export function askCompletion(state: State): State {
  if (state.dialog.kind !== "asking") return state;
  const folder = state.opening.listing?.path ?? null;
  return withOpening(state, {
    ask: { place: { at: "typing", text: textOf(state.dialog.input), folder }, focus: null },
  });
}

/** Goes on with the path that is being typed, where it is still what was asked about. */
export function completing(state: State, text: string, names: number): State {
  const { dialog } = state;
  if (!isTypingPath(state) || dialog.kind !== "asking" || !text.startsWith(textOf(dialog.input))) return state;
  const next: State = { ...state, dialog: { ...dialog, input: inputOf(text) } };
  if (names === 1) return next;
  return saying(next, names === 0 ? "Nothing begins like that." : `${count(names)} names begin like that.`);
}

function typed(state: State, text: string): State {
  const folder = state.opening.listing?.path ?? null;
  return withOpening(state, { ask: { place: { at: "typed", text, folder }, focus: null } });
}

function entered(state: State, { path, kind }: Item): State {
  if (kind === "parent") return toParent(state);
  return withOpening(state, { ask: { place: { at: "folder", path }, focus: null } });
}

function isFolder({ kind }: Item): boolean {
  return kind === "folder" || kind === "parent";
}

/** What is shown has changes by hand that no file holds. */
function hasUnsaved({ result, saved, source }: State): boolean {
  if (result === null || result.settings.edits.length === 0) return false;
  return !saved.some((each) => each.source === source && sameSettings(each.settings, result.settings));
}

function withOpening(state: State, change: Partial<OpeningState>): State {
  return { ...state, opening: { ...state.opening, ...change } };
}

function rearranged(state: State, change: Partial<OpeningState>): State {
  return { ...state, opening: arranged({ ...state.opening, ...change }) };
}
