import type { ColorChoice } from "../command/arguments/values.ts";
import { tidyOnCrash } from "../command/crash.ts";
import { print } from "../command/print.ts";
import { colorLevel } from "../text/color.ts";
import { drawsUnicode } from "../text/locale.ts";
import { farewell } from "./farewell.ts";
import { type Session, sessionOf } from "./session.ts";
import { openStage, type Stage } from "./stage.ts";
import { begin } from "./state/begin.ts";
import type { Effect } from "./state/event.ts";
import { clipboardCode } from "./terminal/clipboard.ts";
import { listenForHangUp } from "./terminal/hang-up.ts";
import { screenOf } from "./terminal/screen.ts";
import { isReader, type Look } from "./text/look.ts";
import { firstTheme } from "./text/theme.ts";
import { startClient } from "./work/client.ts";

/** What the UI is opened with: `mall` or a path, and whether there may be color. */
export interface UiOptions {
  readonly source: string | null;
  readonly color: ColorChoice;
}

/** As a shell has it: 128 and the number of the signal. */
const HUNG_UP = 129;

/** Runs the terminal UI until it is left, and returns the exit code. Assumes that stdin and stdout are a terminal. */
export async function startUi({ source, color }: UiOptions): Promise<number> {
  const { stdin, stdout, env, platform } = process;
  const look: Look = {
    color: colorLevel(color, env, stdout),
    utf8: drawsUnicode(env, platform),
    theme: firstTheme(env),
    reader: isReader(env),
  };
  let stage: Stage | null = null;
  let leave = (_exitCode: number): void => {};
  const left = new Promise<number>((resolve) => {
    leave = resolve;
  });
  let crash = (_error: unknown): void => {};
  const crashed = new Promise<never>((_, reject) => {
    crash = reject;
  });
  crashed.catch(() => {}); // one that comes before the race, or after it
  tidyOnCrash(crash);
  const hangUp = listenForHangUp(process, () => leave(HUNG_UP));
  const perform = (effect: Effect): void => {
    switch (effect.type) {
      case "send":
        client.send(effect.request);
        return;
      case "ring":
        setTimeout(() => session.dispatch({ type: "rang", timer: effect.timer }), effect.afterMs).unref();
        return;
      case "copy":
        stdout.write(clipboardCode(effect.text));
        return;
      case "suspend":
        stage?.suspend();
        return;
      case "quit":
        leave(0);
        return;
      default:
        effect satisfies never;
    }
  };
  // The worker starts and reads while Ink is loaded.
  const client = startClient(
    (reply) => session.dispatch({ type: "reply", reply }),
    (message) => session.dispatch({ type: "crashed", message }),
  );
  const session: Session = sessionOf(begin(source, screenOf(stdout, stdin).size(), look), perform);
  try {
    stage = await openStage(session, leave);
    return await Promise.race([left, stage.failed, crashed]);
  } finally {
    // Pressed once more by somebody in haste, Ctrl-C is a signal again: it must not cut short the tidying up.
    process.on("SIGINT", () => {});
    stage?.close();
    // A terminal that goes away just now takes no farewell.
    if (!hangUp.isGone()) await print(farewell(session.state())).catch(() => {});
    await client.close();
    if (hangUp.isGone()) hangUp.end();
  }
}
