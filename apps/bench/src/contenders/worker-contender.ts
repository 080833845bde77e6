import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { type Contender, type JobReply, type JobRequest, titleOf } from "./contender.ts";
import { type Implementation, implementations } from "./implementations.ts";
import type { WorkerAnswer, WorkerTask } from "./worker.ts";

/**
 * The implementations in JavaScript, each in a worker of its own that is started anew for each sample: what the compiler
 * learned from other samples, and the heap that they left, would be in its way.
 */
export function workerContenders(): readonly Contender[] {
  return implementations.map(contenderOf);
}

function contenderOf({ name, precision, threads, slow }: Implementation, implementation: number): Contender {
  let worker: Worker | null = null;
  const close = async (): Promise<void> => {
    await worker?.terminate();
    worker = null;
  };
  return {
    name,
    precision,
    threads,
    slow,
    close,
    load: async (sample) => {
      await close();
      const workerData: WorkerTask = { implementation, sample };
      worker = new Worker(new URL("./worker.js", import.meta.url), { workerData });
      await once(worker, "message");
    },
    run: async (request) => {
      if (worker === null) throw new Error("Expected a sample to be loaded");
      worker.postMessage(request satisfies JobRequest);
      const [answer]: readonly WorkerAnswer[] = await once(worker, "message");
      return replyOf(answer, titleOf({ name, precision, threads }));
    },
  };
}

function replyOf(answer: WorkerAnswer | undefined, title: string): JobReply {
  if (answer === undefined || answer === "ready") throw new Error("Expected the reply to a request");
  if ("failed" in answer) throw new Error(`${title}: ${answer.failed}`);
  return answer;
}
