import { elbowOf, type Segmentation, type SegmentOptions, segment, type Table } from "@kentro/segments";
import { failureOf } from "../../command/failure.ts";
import type { Doing } from "../../command/progress-line.ts";
import { openSource, type Source } from "../../command/source.ts";
import { curveOf } from "./curve.ts";
import { factsOf } from "./facts.ts";
import { membersOf } from "./members.ts";
import { type Reporter, reporter } from "./progress.ts";
import type { Reply, Request, Result, Settings } from "./protocol.ts";
import { savePath } from "./save-path.ts";
import { sharedIntegers, sharedTable } from "./shared.ts";

/** Where requests are taken and answered, one at a time. */
export interface Desk {
  /** A request stops the one under way and is begun when that one has cleaned up after itself. */
  take(request: Request): void;
  /** Resolves when nothing is under way. */
  idle(): Promise<void>;
  /** Stops what is under way; resolves when nothing of it is left. */
  close(): Promise<void>;
}

type Job = Exclude<Request, { type: "cancel" }>;

/** What was read and found, for the requests to come. */
interface Held {
  source: Source | null;
  table: Table | null;
  found: Segmentation | null;
}

/** A desk that gives its answers to `answer`. */
export function deskOf(answer: (reply: Reply) => void): Desk {
  const held: Held = { source: null, table: null, found: null };
  let controller = new AbortController();
  let running: Promise<void> = Promise.resolve();
  return {
    take: (request) => {
      controller.abort();
      if (request.type === "cancel") return;
      controller = new AbortController();
      const { signal } = controller;
      running = running.then(async () => {
        try {
          if (!signal.aborted) await perform(request, held, signal, answer);
        } catch (error) {
          if (!signal.aborted) answer(refusal(request, error));
        }
      });
    },
    idle: () => running,
    close: () => {
      controller.abort();
      return running;
    },
  };
}

async function perform(job: Job, held: Held, signal: AbortSignal, answer: (reply: Reply) => void): Promise<void> {
  const { id } = job;
  const at = reporter((progress) => answer({ type: "progress", id, progress }));
  switch (job.type) {
    case "open": {
      const reading = (doing: Doing): void => {
        if (doing.what === "reading") at.reading(doing.rows);
      };
      const source = await openSource({ sources: [job.source], where: undefined }, { signal, at: reading });
      const table = sharedTable(source.table);
      held.source = source;
      held.table = table;
      held.found = null;
      answer({ type: "opened", id, table, facts: factsOf(table) });
      return;
    }
    case "run":
      await find(job, held, signal, at, answer);
      return;
    case "save": {
      const { source, found } = held;
      if (source === null || found === null) throw new Error("there is nothing to save yet");
      const path = savePath(job.path);
      await source.write(path, found.labels, found.segments, { overwrite: job.overwrite, excel: false, signal });
      answer({ type: "saved", id, path, rows: found.rowsRead });
      return;
    }
    default:
      job satisfies never;
  }
}

async function find(
  { id, settings, curve }: Extract<Job, { type: "run" }>,
  held: Held,
  signal: AbortSignal,
  at: Reporter,
  answer: (reply: Reply) => void,
): Promise<void> {
  const { source, table } = held;
  if (source === null || table === null) throw new Error("there is no table to work on");
  const options = optionsOf(settings, source, signal, at);
  const found = await segment(table, options);
  held.found = found;
  answer({ type: "segmented", id, result: resultOf(found, settings) });
  if (!curve) return;
  const elbow = found.elbow ?? (await elbowOf(table, options)).elbow;
  answer({ type: "curve", id, curve: curveOf(elbow, settings) });
}

function optionsOf(
  { features, scale, k }: Settings,
  { preset }: Source,
  signal: AbortSignal,
  at: Reporter,
): SegmentOptions {
  const chosen = features === "default" ? preset : features;
  return {
    ...(chosen === undefined ? {} : { features: chosen }),
    ...{ scale, k, signal },
    onProgress: (progress) => at.computing(progress),
  };
}

/** The result as plain data that another thread can be given. */
function resultOf({ elbow: _, model: __, ...found }: Segmentation, settings: Settings): Result {
  const { rows, starts } = membersOf(found.labels, found.k);
  const members = { rows: sharedIntegers(rows), starts };
  return { settings, segmentation: { ...found, labels: sharedIntegers(found.labels) }, members };
}

function refusal(job: Job, error: unknown): Reply {
  const exists = error instanceof Error && "code" in error && error.code === "EXISTS";
  if (job.type === "save" && exists) return { type: "exists", id: job.id, path: job.path };
  return { type: "failed", id: job.id, message: failureOf(error).message };
}
