import { type KeyFlags, type KeyName, keysOf } from "./keys.ts";

/** What becomes of a piece of input. */
export interface InputListeners {
  readonly press: (keys: readonly KeyName[]) => void;
  readonly paste: (text: string) => void;
}

/** What terminals put around a pasted text where they were asked to, as Ink passes it on. */
const BEGIN = "[200~";
const END = "[201~";

/**
 * Takes pieces of input one after the other, and tells keys from what is pasted: somebody's text must not act as keys. Ctrl-C
 * always is a key, so that a paste whose end is lost can be left.
 */
export function inputTaker({ press, paste }: InputListeners): (input: string, flags: KeyFlags) => void {
  let pasted: string | null = null;
  return (input, flags) => {
    if (pasted === null && input !== BEGIN) {
      press(keysOf(input, flags));
    } else if (pasted === null) {
      pasted = "";
    } else if (input === END) {
      paste(pasted);
      pasted = null;
    } else if (flags.ctrl && input === "c") {
      pasted = null;
      press(["ctrl-c"]);
    } else {
      pasted += flags.return ? "\n" : input;
    }
  };
}
