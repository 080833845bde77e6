import type { Readable } from "node:stream";

/**
 * The stream as Ink may see it: without the keys that Ink throws at. It reads a number in them as Ctrl where its bits say so,
 * and fails where it has no name for the key: at Ctrl-F1, or a report that the cursor is on the first line.
 */
export function keyboardOn<Stream extends Readable>(stdin: Stream): Stream {
  return new Proxy(stdin, {
    get: (target, name) => {
      if (name === "read") return () => withoutUnknown(target.read());
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
}

function withoutUnknown(piece: unknown): unknown {
  return typeof piece === "string" ? piece.replace(NUMBERED, (key) => (KNOWN.test(key) ? key : "")) : piece;
}

/** Sequences in which Ink sees a number for Ctrl, Alt and Shift. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: keys begin with one
const NUMBERED = /\x1b{1,2}\[\[?(?:\d+;\d+[~^$]|(?:1;)?\d+[a-zA-Z])/g;

/** Arrows, Home, End, Tab, the keys that have a number themselves, and letters as some terminals send them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: keys begin with one
const KNOWN = /^(?:\x1b{1,2}\[(?:(?:1;)?\d+[ABCDFHZ]|[1-8];\d+~)|\x1b\[(?:1;)?\d+u)$/;
