import { layoutOf } from "./layout.ts";
import type { Session } from "./session.ts";
import type { Shown } from "./show.tsx";
import { canvasOn } from "./terminal/canvas.ts";
import { keyboardOn } from "./terminal/keyboard.ts";
import { mainScreenOf, screenOf } from "./terminal/screen.ts";
import { listenForSignals, stopJob } from "./terminal/signals.ts";

/** A session on a terminal. */
export interface Stage {
  /** Hands the terminal to the shell until the user comes back. */
  suspend(): void;
  /** Leaves the terminal as it was. */
  close(): void;
  /** Rejects when drawing failed. */
  readonly failed: Promise<never>;
}

/** Draws a session on the process's terminal. A signal that ends the process calls `leave` with the exit code. */
export async function openStage(session: Session, leave: (exitCode: number) => void): Promise<Stage> {
  const { stdin, stdout } = process;
  const { reader } = session.state().look;
  const screen = reader ? mainScreenOf(stdout, stdin) : screenOf(stdout, stdin);
  // Where CI is set, Ink takes every stream for a log file and draws nothing.
  Object.assign(process.env, { CI: "false" });
  const { show } = await import("./show.tsx");
  let shown: Shown | null = null;
  let stopListening = (): void => {};
  let reject = (_: unknown): void => {};
  const failed = new Promise<never>((_, refuse) => {
    reject = refuse;
  });

  const draw = (): void => {
    screen.enter();
    session.dispatch({ type: "resized", size: screen.size() });
    shown = show(session, canvasOn(stdout), keyboardOn(stdin));
    shown.ended.catch(reject);
  };
  const hide = (): void => {
    try {
      shown?.close();
    } finally {
      shown = null;
      screen.leave();
    }
  };
  const listen = (): void => {
    stopListening = listenForSignals({
      onEnd: leave,
      onInterrupt: () => session.press(["ctrl-c"]),
      onStop: suspend,
      onContinue: () => {
        hide();
        draw();
      },
    });
  };
  const suspend = (): void => {
    if (process.platform === "win32") return;
    hide();
    stopListening();
    void stopJob().then(() => {
      listen();
      draw();
    });
  };
  const resize = (): void => {
    const size = screen.size();
    const [before, after] = [layoutOf(session.state().size), layoutOf(size)];
    // Ink writes nothing where the frame is the same: what stands there must then stay.
    if (before.width !== after.width || before.height !== after.height) screen.clear();
    session.dispatch({ type: "resized", size });
  };

  listen(); // before there is a frame to answer: until Ink has the keyboard, Ctrl-Z is a signal
  draw();
  stdout.on("resize", resize);
  // Whatever ends the process: what it says about it belongs on the main screen.
  process.on("exit", screen.leave);
  return {
    suspend,
    failed,
    close: () => {
      hide();
      stopListening();
      stdout.off("resize", resize);
      process.off("exit", screen.leave);
    },
  };
}
