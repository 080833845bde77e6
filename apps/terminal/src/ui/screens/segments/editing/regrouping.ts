import type { Regrouping, Segment } from "@kentro/segments";
import { quotedName } from "../../../../text/visible.ts";
import { inputOf } from "../../../state/input.ts";
import { edited } from "../../../state/run.ts";
import type { State } from "../../../state/state.ts";
import { type Step, saying, still } from "../../../state/step.ts";
import type { Result } from "../../../work/protocol.ts";
import type { CostReply } from "../../../work/segments/protocol.ts";
import { editing } from "./editable.ts";

/** So many letters are told of where one is asked for. */
const MOST_LETTERS = 26;

/** Asks which segment the selected one is to be merged with; of two there is nothing to ask. */
export function askMerge(state: State, typed = ""): Step {
  return editing(state, ({ result, segments, segment }) => {
    const others = segments.filter(({ id }) => id !== segment.id);
    const [only, ...more] = others;
    if (only === undefined) return still(saying(state, "There is only one segment: nothing to merge it with."));
    if (more.length === 0) return askCost(state, result, mergeOf(segment, only));
    return still({
      ...state,
      dialog: {
        ...{ kind: "asking", label: `Merge ${segment.letter} with`, input: inputOf(typed) },
        advice: `One of ${lettersOf(others)}. What it costs is said before anything is done.`,
        take: (asked, text) => {
          const letter = text.trim().toUpperCase();
          const other = others.find((each) => each.letter === letter);
          if (other !== undefined) return askCost(asked, result, mergeOf(segment, other));
          const wrong =
            letter === segment.letter
              ? `${letter} is the segment itself: it merges with another one.`
              : `There is no segment ${quotedName(text.trim())}: there are ${lettersOf(others)}.`;
          return askMerge(saying(asked, wrong, "error"), text);
        },
      },
    });
  });
}

/** Asks what it costs to split the selected segment. */
export function askSplit(state: State): Step {
  return editing(state, ({ result, segment }) => {
    if (segment.size > 1) return askCost(state, result, { type: "split", segment: segment.letter });
    return still(saying(state, `${segment.letter} is one customer: there is nothing to split.`));
  });
}

/** The question whether to do it, with what it costs; nothing where the user has gone on to something else. */
export function costTold(state: State, { id, edit, words }: CostReply): State {
  const { cost } = state.segments;
  const goneOn = state.message?.text !== cost?.words || state.dialog.kind !== "none" || state.screen !== "segments";
  if (cost?.id !== id || goneOn) return state;
  const [yes, change] =
    edit.type === "merge"
      ? ["merge them", `the merge of ${edit.segments.join(" and ")}`]
      : ["split it", `the split of ${edit.segment}`];
  return {
    ...state,
    message: null,
    segments: { ...state.segments, cost: null },
    dialog: {
      ...{ kind: "confirming", question: `${words} Enter: ${yes}, Esc: leave it as it is.`, yes },
      take: (asked: State) => editing(asked, () => edited(asked, edit, change)),
    },
  };
}

function askCost(state: State, { run }: Result, edit: Regrouping): Step {
  const id = state.lastId + 1;
  const words =
    edit.type === "merge"
      ? `Working out what merging ${edit.segments.join(" and ")} would do ...`
      : `Working out what splitting ${edit.segment} would do ...`;
  const { segments } = state;
  return {
    state: saying({ ...state, lastId: id, segments: { ...segments, cost: { id, words } } }, words),
    effects: [{ type: "send", request: { type: "cost", id, run, edit } }],
  };
}

function mergeOf(one: Segment, other: Segment): Regrouping {
  return { type: "merge", segments: [one.letter, other.letter] };
}

function lettersOf(segments: readonly Segment[]): string {
  const told = segments.slice(0, MOST_LETTERS).map(({ letter }) => letter);
  const rest = segments.length - told.length;
  return told.join(", ") + (rest > 0 ? ` and ${rest} more` : "");
}
