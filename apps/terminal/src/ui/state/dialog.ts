import type { Edit } from "./event.ts";
import type { Input, State } from "./state.ts";

/** An input that holds a text, the caret behind it. */
export function inputOf(text: string): Input {
  const characters = Array.from(text);
  return { characters, caret: characters.length };
}

/** The state after a change to the line being typed; without such a line nothing changes. */
export function edited(state: State, edit: Edit): State {
  const { dialog } = state;
  if (dialog.kind !== "save") return state;
  return { ...state, dialog: { kind: "save", input: withEdit(dialog.input, edit) } };
}

function withEdit({ characters, caret }: Input, edit: Edit): Input {
  const before = characters.slice(0, caret);
  const after = characters.slice(caret);
  switch (edit.kind) {
    case "insert": {
      // A pasted path may end in a line break; control characters have no place in a file name.
      const typed = Array.from(edit.text).filter((character) => !/\p{Cc}/u.test(character));
      return { characters: [...before, ...typed, ...after], caret: caret + typed.length };
    }
    case "backspace":
      return { characters: [...before.slice(0, -1), ...after], caret: Math.max(0, caret - 1) };
    case "clear":
      return inputOf("");
    case "left":
      return { characters, caret: Math.max(0, caret - 1) };
    case "right":
      return { characters, caret: Math.min(characters.length, caret + 1) };
    case "home":
      return { characters, caret: 0 };
    case "end":
      return { characters, caret: characters.length };
    default:
      return edit satisfies never;
  }
}
