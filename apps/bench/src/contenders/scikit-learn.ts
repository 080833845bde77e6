import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { Contender, FitReply, FitRequest, Precision } from "./contender.ts";

/** scikit-learn's KMeans, in both precisions, each in a Python process of its own. */
export interface ScikitLearn {
  readonly contenders: readonly Contender[];
  /** Of Python, scikit-learn and numpy. */
  readonly versions: Readonly<Record<string, string>>;
}

/** Where Python is looked for, unless `KENTRO_PYTHON` says. */
const PYTHONS = ["python3", "/usr/bin/python3"];

const SCRIPT = fileURLToPath(new URL("../../python/scikit_learn.py", import.meta.url));

/** One thread, as the others have. */
const ONE_THREAD = {
  OMP_NUM_THREADS: "1",
  OPENBLAS_NUM_THREADS: "1",
  MKL_NUM_THREADS: "1",
  BLIS_NUM_THREADS: "1",
  VECLIB_MAXIMUM_THREADS: "1",
};

/** The Pythons to try, in order. */
export function pythonsToTry({ KENTRO_PYTHON: chosen }: NodeJS.ProcessEnv): readonly string[] {
  return chosen === undefined || chosen === "" ? PYTHONS : [chosen];
}

/** Starts scikit-learn with the first of these Pythons that has it; null where none has. */
export async function startScikitLearn(pythons: readonly string[]): Promise<ScikitLearn | null> {
  for (const python of pythons) {
    const first = await startPython(python);
    if (first === null) continue;
    const second = await startPython(python);
    if (second === null) throw new Error(`Expected "${python}" to start twice`);
    const contenders = [contenderOf(first, "float32"), contenderOf(second, "float64")];
    return { contenders, versions: first.versions };
  }
  return null;
}

interface Python {
  readonly versions: Readonly<Record<string, string>>;
  /** The next line that Python says, parsed. Rejects where it ended instead. */
  hear(): Promise<unknown>;
  say(request: object, ...values: readonly Float64Array[]): void;
  close(): Promise<void>;
}

async function startPython(python: string): Promise<Python | null> {
  const child = spawn(python, ["-W", "ignore", SCRIPT], { env: { ...process.env, ...ONE_THREAD } });
  const conversation = converse(child);
  try {
    return { ...conversation, versions: versionsOf(await conversation.hear()) };
  } catch {
    await conversation.close();
    return null;
  }
}

function converse(child: ChildProcessWithoutNullStreams): Omit<Python, "versions"> {
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
    say: (request, ...values) => {
      child.stdin.write(`${JSON.stringify(request)}\n`);
      for (const { buffer, byteOffset, byteLength } of values) {
        child.stdin.write(Buffer.from(buffer, byteOffset, byteLength));
      }
    },
    close: async () => {
      child.stdin.end();
      if (!ended) await end;
    },
  };
}

const ENDED = { value: "", done: true };

function contenderOf(python: Python, precision: Precision): Contender {
  return {
    name: "scikit-learn",
    precision,
    slow: false,
    load: async ({ rows, columns, k, points, start }) => {
      python.say({ load: { rows, columns, k, precision } }, points, start);
      await python.hear();
    },
    fit: async (request) => {
      python.say({ fit: request satisfies FitRequest });
      return replyOf(await python.hear());
    },
    close: () => python.close(),
  };
}

function versionsOf(said: unknown): Readonly<Record<string, string>> {
  if (typeof said !== "object" || said === null) throw new TypeError("Expected Python to say its versions");
  return Object.fromEntries(Object.entries(said).map(([name, version]) => [name, String(version)]));
}

function replyOf(said: unknown): FitReply {
  if (
    typeof said !== "object" ||
    said === null ||
    !("elapsedMs" in said && typeof said.elapsedMs === "number") ||
    !("iterations" in said && typeof said.iterations === "number") ||
    !("labels" in said && (typeof said.labels === "string" || said.labels === null))
  ) {
    throw new TypeError("Expected Python to reply with elapsedMs, iterations and labels");
  }
  const { elapsedMs, iterations, labels } = said;
  return { elapsedMs, iterations, labels: labels === null ? null : labelsOf(labels) };
}

function labelsOf(base64: string): Int32Array {
  const bytes = Buffer.from(base64, "base64");
  return Int32Array.from({ length: bytes.length / 4 }, (_, row) => bytes.readInt32LE(row * 4));
}
