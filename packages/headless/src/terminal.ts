import { type IPty, spawn } from "@lydell/node-pty";
import headless from "@xterm/headless";
import { type Shot, shotOf } from "./shot.ts";

/** What a program is started with in a terminal. */
export interface TerminalOptions {
  /** Cells; 80 by default. */
  readonly columns?: number;
  /** Cells; 24 by default. */
  readonly rows?: number;
  readonly cwd: string;
  /** All of the environment; that of this process by default. */
  readonly env?: NodeJS.ProcessEnv;
}

/** A program in a terminal that draws what it writes. */
export interface InTerminal {
  /** The lines that are seen now, without spaces at their ends. */
  lines(): string[];
  text(): string;
  /** What is seen now, with its colors. */
  shot(): Shot;
  /** Every byte that the program has written. */
  written(): string;
  /** Whether the alternate screen is shown. */
  isAlternate(): boolean;
  /** Whether the cursor can be seen. */
  hasCursor(): boolean;
  type(keys: string): void;
  resize(columns: number, rows: number): void;
  signal(name: NodeJS.Signals): void;
  /** Resolves once what is seen satisfies `holds`; rejects with what was seen after too long a time. */
  until(holds: () => boolean): Promise<void>;
  /** Of the program. */
  readonly processId: number;
  /** The exit code, once the program has ended. */
  readonly ended: Promise<number>;
}

/** Generous: a busy machine is slow, and not at fault. */
const PATIENCE_MS = 90_000;
const alive = new Set<IPty>();

/** Ends every program that was started and goes on. */
export function endAll(): void {
  for (const pty of alive) pty.kill("SIGKILL");
}

/** Starts a program in a terminal, 80x24 and able to show 256 colors where nothing else is said. */
export function startIn(file: string, args: readonly string[], options: TerminalOptions): InTerminal {
  const { columns = 80, rows = 24, cwd } = options;
  const env = { TERM: "xterm-256color", ...(options.env ?? process.env) };
  const terminal = new headless.Terminal({ cols: columns, rows, allowProposedApi: true, scrollback: 500 });
  const pty = spawn(file, [...args], { cols: columns, rows, cwd, env, name: env.TERM });
  alive.add(pty);
  let written = "";
  const listeners = new Set<() => void>();
  pty.onData((data) => {
    written += data;
    terminal.write(data, () => {
      for (const listener of listeners) listener();
    });
  });
  const ended = new Promise<number>((resolve) => {
    pty.onExit(({ exitCode }) => {
      alive.delete(pty);
      terminal.write("", () => resolve(exitCode));
    });
  });
  const lines = (): string[] => {
    const { active } = terminal.buffer;
    return Array.from({ length: terminal.rows }, (_, row) => {
      return active.getLine(active.baseY + row)?.translateToString(true) ?? "";
    });
  };
  const until = (holds: () => boolean): Promise<void> =>
    new Promise((resolve, reject) => {
      const done = (finish: () => void): void => {
        listeners.delete(look);
        clearTimeout(late);
        finish();
      };
      const look = (): void => {
        if (holds()) done(resolve);
      };
      const late = setTimeout(() => done(() => reject(new Error(`still seen:\n${lines().join("\n")}`))), PATIENCE_MS);
      listeners.add(look);
      look();
    });
  return {
    ...{ lines, ended, until, processId: pty.pid },
    text: () => lines().join("\n"),
    shot: () => shotOf(terminal),
    written: () => written,
    isAlternate: () => terminal.buffer.active.type === "alternate",
    hasCursor: () => written.lastIndexOf("\x1b[?25h") >= written.lastIndexOf("\x1b[?25l"),
    type: (keys) => pty.write(keys),
    resize: (width, height) => {
      terminal.resize(width, height);
      pty.resize(width, height);
    },
    signal: (name) => pty.kill(name),
  };
}
