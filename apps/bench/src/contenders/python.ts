import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { Threads } from "./contender.ts";

const SCRIPT = fileURLToPath(new URL("../../python/scikit_learn.py", import.meta.url));

/** What libraries below scikit-learn read when they start. */
const ONE_THREAD = {
  OMP_NUM_THREADS: "1",
  OPENBLAS_NUM_THREADS: "1",
  MKL_NUM_THREADS: "1",
  BLIS_NUM_THREADS: "1",
  VECLIB_MAXIMUM_THREADS: "1",
};

/** A Python with scikit-learn that answers. */
export interface Python {
  readonly versions: Readonly<Record<string, string>>;
  /** Rejects where Python ended instead of answering. */
  ask(request: object): Promise<unknown>;
  close(): Promise<void>;
}

/**
 * Starts the script; null where this Python is missing or has no scikit-learn.
 *
 * @param signal kills the process at once
 */
export async function startPython(python: string, threads: Threads, signal: AbortSignal): Promise<Python | null> {
  const limits = threads === "default" ? {} : ONE_THREAD;
  const env = { ...process.env, ...limits };
  const child = spawn(python, ["-W", "ignore", SCRIPT], { env, signal, killSignal: "SIGKILL" });
  const { hear, say, close } = converse(child);
  try {
    const versions = versionsOf(await hear());
    return {
      versions,
      close,
      ask: async (request) => {
        say(request);
        return await hear();
      },
    };
  } catch {
    await close();
    return null;
  }
}

interface Conversation {
  /** The next line that Python says, parsed. Rejects where it ended instead. */
  hear(): Promise<unknown>;
  say(request: object): void;
  close(): Promise<void>;
}

function converse(child: ChildProcessWithoutNullStreams): Conversation {
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  let complaint = "";
  let ended = false;
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    complaint = (complaint + text).slice(-2000);
  });
  // A pipe that broke shows in the answer that does not come.
  child.stdin.on("error", () => {});
  const end = new Promise<void>((resolve) => {
    const settle = () => {
      ended = true;
      resolve();
    };
    child.once("close", settle).once("error", settle);
  });
  return {
    hear: async () => {
      const { value, done } = await Promise.race([lines.next(), end.then(() => ENDED)]);
      if (!done) return JSON.parse(value);
      throw new Error(`Python ended: ${complaint.trim().split("\n").at(-1) || "it said nothing"}`);
    },
    say: (request) => {
      child.stdin.write(`${JSON.stringify(request)}\n`);
    },
    close: async () => {
      child.stdin.end();
      if (!ended) await end;
    },
  };
}

const ENDED = { value: "", done: true };

function versionsOf(said: unknown): Readonly<Record<string, string>> {
  if (typeof said !== "object" || said === null) throw new TypeError("Expected Python to say its versions");
  return Object.fromEntries(Object.entries(said).map(([name, version]) => [name, String(version)]));
}
