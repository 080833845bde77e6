import type { Size } from "../layout.ts";

/** The alternate screen of a terminal, which leaves what stood on the main one as it was. */
export interface Screen {
  enter(): void;
  /** Back to the main screen, cursor and keyboard as they were; does nothing where that is done already. */
  leave(): void;
  clear(): void;
  size(): Size;
}

const ALTERNATE = "\x1b[?1049h\x1b[?25l";
const MAIN = "\x1b[0m\x1b[?25h\x1b[?1049l";
/** Has the terminal mark what is pasted, so that it is no keys; and no more. */
const MARKS = { on: "\x1b[?2004h", off: "\x1b[?2004l" };
const CLEAR = "\x1b[0m\x1b[2J\x1b[H";

/** The screen that `stdout` writes to and `stdin` takes keys from. */
export function screenOf(stdout: NodeJS.WriteStream, stdin: NodeJS.ReadStream): Screen {
  let entered = false;
  return {
    enter: () => {
      if (!entered) stdout.write(ALTERNATE + MARKS.on + CLEAR);
      entered = true;
    },
    leave: () => {
      if (!entered) return;
      entered = false;
      if (stdin.isRaw) stdin.setRawMode(false);
      stdout.write(MARKS.off + MAIN);
    },
    clear: () => {
      stdout.write(CLEAR);
    },
    size: () => sizeOf(stdout),
  };
}

/** The main screen as it is, for what is written line after line: screen readers follow its cursor. */
export function mainScreenOf(stdout: NodeJS.WriteStream, stdin: NodeJS.ReadStream): Screen {
  let entered = false;
  return {
    enter: () => {
      if (!entered) stdout.write(MARKS.on);
      entered = true;
    },
    leave: () => {
      if (!entered) return;
      entered = false;
      if (stdin.isRaw) stdin.setRawMode(false);
      stdout.write(MARKS.off);
    },
    clear: () => {},
    size: () => sizeOf(stdout),
  };
}

function sizeOf({ columns, rows }: NodeJS.WriteStream): Size {
  return { columns: columns || 80, rows: rows || 24 };
}
