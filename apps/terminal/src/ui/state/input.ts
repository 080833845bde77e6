import type { State } from "./state.ts";

/** A line of text being typed; `caret` counts characters. */
export interface Input {
  readonly characters: readonly string[];
  readonly caret: number;
  /** All of it is selected, as a text is that is suggested: what is typed next takes its place, any other key edits it. */
  readonly isSelected: boolean;
}

/** A change to the line being typed. */
export type Typing =
  | { readonly kind: "insert"; readonly text: string }
  | { readonly kind: "backspace" | "clear" | "left" | "right" | "home" | "end" };

/** An input that holds a text, the caret behind it. */
export function inputOf(text: string): Input {
  const characters = Array.from(text);
  return { characters, caret: characters.length, isSelected: false };
}

/** An input that holds a text which gives way to the first that is typed. */
export function suggestedInput(text: string): Input {
  return { ...inputOf(text), isSelected: text !== "" };
}

/** The text that an input holds. */
export function textOf({ characters }: Input): string {
  return characters.join("");
}

/** The input after a change. */
export function typedInto(input: Input, typing: Typing): Input {
  const { characters, caret } = input.isSelected && typing.kind === "insert" ? inputOf("") : input;
  const before = characters.slice(0, caret);
  const after = characters.slice(caret);
  switch (typing.kind) {
    case "insert": {
      // What is pasted may end in a line break; control characters have no place in a line.
      const typed = Array.from(typing.text).filter((character) => !/\p{Cc}/u.test(character));
      return { characters: [...before, ...typed, ...after], caret: caret + typed.length, isSelected: false };
    }
    case "backspace":
      return { characters: [...before.slice(0, -1), ...after], caret: Math.max(0, caret - 1), isSelected: false };
    case "clear":
      return inputOf("");
    case "left":
      return { characters, caret: Math.max(0, caret - 1), isSelected: false };
    case "right":
      return { characters, caret: Math.min(characters.length, caret + 1), isSelected: false };
    case "home":
      return { characters, caret: 0, isSelected: false };
    case "end":
      return { characters, caret: characters.length, isSelected: false };
    default:
      return typing satisfies never;
  }
}

/** The state after a change to the line being typed; without such a line nothing changes. */
export function typed(state: State, typing: Typing): State {
  const { dialog } = state;
  if (dialog.kind !== "asking" && dialog.kind !== "palette") return state;
  const input = typedInto(dialog.input, typing);
  return { ...state, dialog: dialog.kind === "palette" ? { ...dialog, input, cursor: 0 } : { ...dialog, input } };
}
