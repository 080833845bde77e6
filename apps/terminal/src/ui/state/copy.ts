import { visible } from "../../text/visible.ts";
import type { State } from "./state.ts";
import { type Step, saying } from "./step.ts";

/** Copies a text to the clipboard of the terminal, and says what was copied: "the rule of segment B". */
export function copying(state: State, text: string, what: string): Step {
  return { state: saying(state, `Copied ${visible(what)}.`), effects: [{ type: "copy", text }] };
}
