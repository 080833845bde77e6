import type { ScikitLearnSet } from "../data/source.ts";
import { type Contender, type Identity, type JobReply, type JobRequest, titleOf } from "./contender.ts";
import { type Python, startPython } from "./python.ts";
import { SampleFile } from "./sample-file.ts";

/** scikit-learn's KMeans in both precisions, on one thread and on as many as it wishes: each in a process of its own. */
export interface ScikitLearn {
  readonly contenders: readonly Contender[];
  /** Of Python, scikit-learn and numpy. */
  readonly versions: Readonly<Record<string, string>>;
  /** The points of a set that comes with it, row-major. */
  pointsOf(set: ScikitLearnSet): Promise<Float32Array>;
  /** Leaves its files. */
  close(): Promise<void>;
}

/** Where Python is looked for, unless `KENTRO_PYTHON` says. */
const PYTHONS = ["python3", "/usr/bin/python3"];

const IDENTITIES: readonly Identity[] = [
  { name: "scikit-learn", precision: "float32", threads: 1 },
  { name: "scikit-learn", precision: "float64", threads: 1 },
  { name: "scikit-learn", precision: "float32", threads: "default" },
  { name: "scikit-learn", precision: "float64", threads: "default" },
];

/** The Pythons to try, in order. */
export function pythonsToTry({ KENTRO_PYTHON: chosen }: NodeJS.ProcessEnv): readonly string[] {
  return chosen === undefined || chosen === "" ? PYTHONS : [chosen];
}

/** What to say where none of these Pythons has scikit-learn. */
export function withoutScikitLearn(pythons: readonly string[]): string {
  return (
    `scikit-learn is left out: ${pythons.join(" and ")} cannot import it. ` +
    "Debian has it as python3-sklearn (apt-get install python3-sklearn); KENTRO_PYTHON names another Python."
  );
}

/** Starts the first of these Pythons that has scikit-learn; null where none has. `signal` kills whatever was started. */
export async function startScikitLearn(pythons: readonly string[], signal: AbortSignal): Promise<ScikitLearn | null> {
  for (const python of pythons) {
    const first = await startPython(python, 1, signal);
    if (first === null) continue;
    const files = new SampleFile();
    return {
      versions: first.versions,
      contenders: IDENTITIES.map((identity) => contenderOf(identity, python, files, signal)),
      pointsOf: async (name) => {
        await first.ask({ set: { name, file: files.setPath(name) } });
        return await files.readSet(name);
      },
      close: async () => {
        await first.close();
        files.remove();
      },
    };
  }
  return null;
}

function contenderOf(identity: Identity, path: string, files: SampleFile, signal: AbortSignal): Contender {
  let python: Python | null = null;
  const started = async (): Promise<Python> => {
    python ??= await startPython(path, identity.threads, signal);
    if (python === null) throw new Error(`Expected "${path}" to start more than once`);
    return python;
  };
  return {
    ...identity,
    slow: false,
    load: async (sample) => {
      const { rows, columns, k } = sample;
      const file = await files.pathOf(sample);
      await (await started()).ask({ load: { rows, columns, k, precision: identity.precision, file } });
    },
    run: async (request) => {
      if (python === null) throw new Error("Expected a sample to be loaded");
      return replyOf(await python.ask({ run: request satisfies JobRequest }), titleOf(identity));
    },
    close: async () => {
      await python?.close();
      python = null;
    },
  };
}

function replyOf(said: unknown, title: string): JobReply {
  if (
    typeof said !== "object" ||
    said === null ||
    !("elapsedMs" in said && typeof said.elapsedMs === "number") ||
    !("iterations" in said && (typeof said.iterations === "number" || said.iterations === null)) ||
    !("inertias" in said && Array.isArray(said.inertias) && said.inertias.every((each) => typeof each === "number")) ||
    !("labels" in said && (typeof said.labels === "string" || said.labels === null))
  ) {
    throw new TypeError(`Expected ${title} to reply with elapsedMs, iterations, inertias and labels`);
  }
  const { elapsedMs, iterations, inertias, labels } = said;
  return { elapsedMs, iterations, inertias, labels: labels === null ? null : labelsOf(labels) };
}

function labelsOf(base64: string): Int32Array {
  const bytes = Buffer.from(base64, "base64");
  return Int32Array.from({ length: bytes.length / 4 }, (_, row) => bytes.readInt32LE(row * 4));
}
