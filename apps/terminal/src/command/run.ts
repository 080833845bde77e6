import { colorLevel } from "../text/color.ts";
import { drawsUnicode } from "../text/locale.ts";
import { visible } from "../text/visible.ts";
import type { PlainInvocation } from "./arguments/invocation.ts";
import { parse } from "./arguments/parse.ts";
import type { ColorChoice } from "./arguments/values.ts";
import { commandText } from "./command-line.ts";
import { failureOf } from "./failure.ts";
import { listenForInterrupt } from "./interrupt.ts";
import { print } from "./print.ts";
import { ProgressLine } from "./progress-line.ts";
import type { Page } from "./text/page.ts";
import type { Work } from "./work.ts";

/** Runs one command line (without node and script) to its end and returns the exit code. Never rejects. */
export async function run(args: readonly string[]): Promise<number> {
  try {
    const asked = parse(args, Math.min(process.stdout.columns || 80, 100));
    if (asked.command === "say") {
      await print(asked.text);
      return 0;
    }
    if (asked.command !== "open") return await perform(asked, args);
    if (!canDraw()) return await run(["segment", "--color", asked.color, "--", asked.source ?? "mall"]);
    const { startUi } = await import("../ui/start.ts");
    return await startUi({ source: asked.source, color: asked.color });
  } catch (error) {
    return fail(error);
  }
}

async function perform(asked: PlainInvocation, args: readonly string[]): Promise<number> {
  const interrupt = listenForInterrupt();
  const progress = new ProgressLine(process.stderr, asked.command === "sql" || asked.quiet);
  const work: Work = {
    signal: interrupt.signal,
    commandText: commandText(args),
    page: pageOf(asked.color),
    written: [],
    at: (doing) => progress.at(doing),
  };
  try {
    const text = await answer(asked, work);
    interrupt.signal.throwIfAborted();
    progress.end();
    await print(text);
    return 0;
  } catch (error) {
    progress.end();
    const exitCode = interrupt.exitCode();
    const complete = work.written.length === 0 ? "" : ` Complete before that: ${work.written.join(", ")}.`;
    if (exitCode === null) return fail(error, complete);
    complain(`interrupted.${complete}`);
    return exitCode;
  } finally {
    interrupt.release();
  }
}

/**
 * Does what is asked and returns what stdout is to say. Each command is loaded when it is asked for: help, version and a
 * wrong option start without any of them.
 */
export async function answer(asked: PlainInvocation, work: Work): Promise<string> {
  switch (asked.command) {
    case "segment":
      return (await import("./segment.ts")).runSegment(asked, work);
    case "rfm":
      return (await import("./rfm.ts")).runRfm(asked, work);
    case "elbow":
      return (await import("./elbow.ts")).runElbow(asked, work);
    case "predict":
      return (await import("./predict.ts")).runPredict(asked, work);
    case "drift":
      return (await import("./drift.ts")).runDrift(asked, work);
    case "migrate":
      return (await import("./migrate.ts")).runMigrate(asked, work);
    case "sql":
      return (await import("./sql.ts")).runSql(asked, work);
  }
}

/** Whether there is a terminal that the UI can be drawn on: a dumb one cannot move its cursor. */
function canDraw(): boolean {
  const { stdin, stdout, env } = process;
  const { TERM } = env;
  return stdin.isTTY && stdout.isTTY && TERM !== "dumb";
}

function pageOf(color: ColorChoice): Page {
  const { stdout, env, platform } = process;
  return {
    width: Math.max(40, Math.min(stdout.columns || 80, 100)),
    bars: stdout.isTTY === true,
    blocks: drawsUnicode(env, platform),
    bold: colorLevel(color, env, stdout) > 0,
  };
}

/** Says on stderr what went wrong, in one line, and returns the exit code for it. */
export function fail(error: unknown, more = ""): number {
  const { exitCode, message } = failureOf(error);
  complain(message + more);
  const { KENTRO_DEBUG } = process.env;
  if (KENTRO_DEBUG === "1" && error instanceof Error) process.stderr.write(`${error.stack}\n`);
  return exitCode;
}

function complain(sentence: string): void {
  process.stderr.write(`kentro: ${visible(sentence)}\n`);
}
