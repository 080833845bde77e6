import { isLegible, LONGEST_GIVEN_NAME, LONGEST_NOTE, type Segment } from "@kentro/segments";
import { count } from "../../../../text/number.ts";
import { quotedName } from "../../../../text/visible.ts";
import { inputOf, suggestedInput } from "../../../state/input.ts";
import { edited } from "../../../state/run.ts";
import type { State } from "../../../state/state.ts";
import { type Step, saying, still } from "../../../state/step.ts";
import { editing } from "./editable.ts";

/** Asks what the selected segment is to be called. */
export function askName(state: State, typed: string | null = null): Step {
  return editing(state, ({ segments, segment }) =>
    still({
      ...state,
      dialog: {
        ...{ kind: "asking", label: `Name of ${segment.letter}` },
        input: typed === null ? suggestedInput(segment.name) : inputOf(typed),
        advice:
          "Typing replaces the name, ← → edit it. It is kept where the segment is found again, and saved in model and report.",
        take: (asked, text) => {
          const name = text.trim();
          const wrong = nameProblem(name, segments, segment);
          if (wrong !== null) return askName(saying(asked, wrong, "error"), text);
          if (name === segment.name) return still(asked);
          return edited(asked, { type: "rename", segment: segment.letter, name }, `the name of ${segment.letter}`);
        },
      },
    }),
  );
}

/** Asks what is to be noted of the selected segment. */
export function askNote(state: State, typed: string | null = null): Step {
  return editing(state, ({ segment }) =>
    still({
      ...state,
      dialog: {
        ...{ kind: "asking", label: `Note on ${segment.letter}`, input: inputOf(typed ?? segment.note ?? "") },
        advice: "The note is kept where the segment is found again. An empty one takes it away (Ctrl-U clears).",
        take: (asked, text) => {
          const note = text.trim();
          const wrong = textProblem("note", note, LONGEST_NOTE);
          if (wrong !== null) return askNote(saying(asked, wrong, "error"), text);
          if (note === (segment.note ?? "")) return still(asked);
          return edited(asked, { type: "note", segment: segment.letter, note }, `the note on ${segment.letter}`);
        },
      },
    }),
  );
}

function nameProblem(name: string, segments: readonly Segment[], own: Segment): string | null {
  if (name === "") return "A name needs a character that can be seen.";
  const other = segments.find((segment) => segment.id !== own.id && segment.name === name);
  if (other !== undefined) return `${other.letter} is called ${quotedName(name)} already.`;
  return textProblem("name", name, LONGEST_GIVEN_NAME);
}

function textProblem(what: string, text: string, most: number): string | null {
  const { length } = [...text];
  if (length > most) return `A ${what} has at most ${count(most)} characters, this one has ${count(length)}.`;
  return text !== "" && !isLegible(text) ? `A ${what} has no invisible characters.` : null;
}
