import { type Typing, typed } from "../state/input.ts";
import type { State } from "../state/state.ts";
import { type Step, saying, still } from "../state/step.ts";
import { actionOf, GROUPS } from "./actions.ts";
import { elsewhere } from "./elsewhere.ts";
import type { KeyName } from "./keys.ts";

/** The step a key press makes. What was said before has been read by then and goes. */
export function press(state: State, key: KeyName): Step {
  const action = actionOf(state, key);
  if (action !== null) return action.act({ ...state, message: null });
  const other = elsewhere(state, key, GROUPS);
  if (other !== null) return still(saying(state, other));
  const typing = typingOf(key);
  return still(typing === null ? state : typed(state, typing));
}

/** The step that a pasted text makes: it goes into the line that is typed, as one line. */
export function paste(state: State, text: string): Step {
  const { kind } = state.dialog;
  if (kind !== "asking" && kind !== "palette") {
    return still(saying(state, "Nothing was done: text can be pasted where a line is typed."));
  }
  return still(typed(state, { kind: "insert", text: text.trim().replace(/\s+/g, " ") }));
}

const TYPING: Readonly<Record<KeyName, Typing>> = {
  backspace: { kind: "backspace" },
  "ctrl-u": { kind: "clear" },
  left: { kind: "left" },
  right: { kind: "right" },
  home: { kind: "home" },
  end: { kind: "end" },
  space: { kind: "insert", text: " " },
};

/** What a key does to a line being typed. */
function typingOf(key: KeyName): Typing | null {
  const isCharacter = Array.from(key).length === 1;
  return TYPING[key] ?? (isCharacter ? { kind: "insert", text: key } : null);
}
