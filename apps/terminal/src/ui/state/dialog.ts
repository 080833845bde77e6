import type { Input } from "./input.ts";
import type { State } from "./state.ts";
import type { Step } from "./step.ts";

/** What lies over the screen and takes the keys. */
export type Dialog =
  | { readonly kind: "none" }
  | { readonly kind: "help"; readonly top: number }
  /** Actions by name: those that hold what was typed, the one at `cursor` chosen. */
  | { readonly kind: "palette"; readonly input: Input; readonly cursor: number }
  | Asking
  | Confirming;

/** A line of text is asked for. Enter hands it to `take`, Esc closes. */
export interface Asking {
  readonly kind: "asking";
  /** Before the line: "Save as". */
  readonly label: string;
  readonly input: Input;
  /** Said over it: what may be typed. */
  readonly advice: string | null;
  readonly take: (state: State, text: string) => Step;
}

/** A question: Enter does `take`, Esc closes. */
export interface Confirming {
  readonly kind: "confirming";
  readonly question: string;
  /** What Enter does, for the footer: "replace it". */
  readonly yes: string;
  readonly take: (state: State) => Step;
}

const NONE: Dialog = { kind: "none" };

/** The state without dialog. */
export function closed(state: State): State {
  return { ...state, dialog: NONE };
}
