import { render } from "ink";
import { Reader } from "./reader.tsx";
import type { Session } from "./session.ts";
import { Ui } from "./ui.tsx";

/** What Ink draws. */
export interface Shown {
  /** Stops drawing and gives the keyboard back. */
  close(): void;
  /** Rejects when drawing failed. */
  readonly ended: Promise<unknown>;
}

/** A key that comes right after a frame waits for the next: at Ink's own 30 it was the longest part of many answers. */
const MOST_FRAMES_A_SECOND = 60;

/** Has Ink draw the session on `stdout` and read its keys from `stdin`. */
export function show(session: Session, stdout: NodeJS.WriteStream, stdin: NodeJS.ReadStream): Shown {
  const { reader } = session.state().look;
  const instance = render(reader ? <Reader session={session} /> : <Ui session={session} />, {
    ...{
      stdout,
      stdin,
      exitOnCtrlC: false,
      patchConsole: false,
      maxFps: MOST_FRAMES_A_SECOND,
      isScreenReaderEnabled: reader,
    },
  });
  return { close: instance.unmount, ended: instance.waitUntilExit() };
}
