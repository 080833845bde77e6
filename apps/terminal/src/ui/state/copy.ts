import { counted } from "../../text/number.ts";
import { visible } from "../../text/visible.ts";
import { fitsClipboard, MOST_BYTES } from "../terminal/clipboard.ts";
import type { State } from "./state.ts";
import { type Step, saying, still } from "./step.ts";

/** Copies a text to the clipboard of the terminal, and says what was copied: "the rule of segment B". */
export function copying(state: State, text: string, what: string): Step {
  if (!fitsClipboard(text)) {
    return still(saying(state, `Too long to copy: terminals take ${counted(MOST_BYTES, "byte")} at most.`, "error"));
  }
  return { state: saying(state, `Copied ${visible(what)}.`), effects: [{ type: "copy", text }] };
}
