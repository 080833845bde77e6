import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { Contender, FitReply, FitRequest } from "./contender.ts";
import { implementations } from "./javascript.ts";
import type { WorkerAnswer, WorkerTask } from "./worker.ts";

/**
 * The implementations in JavaScript, each in a worker of its own that is started anew for each sample: what the compiler
 * learned from other samples, and the heap that they left, would be in its way.
 */
export function workerContenders(): readonly Contender[] {
  return implementations.map(({ name, precision, slow }, implementation) => {
    let worker: Worker | null = null;
    const close = async (): Promise<void> => {
      await worker?.terminate();
      worker = null;
    };
    return {
      name,
      precision,
      slow,
      close,
      load: async (sample) => {
        await close();
        const workerData: WorkerTask = { implementation, sample };
        worker = new Worker(new URL("./worker.js", import.meta.url), { workerData });
        await once(worker, "message");
      },
      fit: async (request) => {
        if (worker === null) throw new Error("Expected a sample to be loaded");
        worker.postMessage(request satisfies FitRequest);
        return replyOf(await once(worker, "message"));
      },
    };
  });
}

function replyOf([answer]: readonly WorkerAnswer[]): FitReply {
  if (answer === undefined || answer === "ready") throw new Error("Expected the reply to a request");
  return answer;
}
