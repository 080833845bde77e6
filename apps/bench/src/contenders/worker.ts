import { parentPort, workerData } from "node:worker_threads";
import type { Sample } from "../data/sample.ts";
import type { JobReply, JobRequest } from "./contender.ts";
import { implementations } from "./implementations.ts";
import { perform } from "./perform.ts";

/** What a worker is started with. */
export interface WorkerTask {
  /** Index into `implementations`. */
  readonly implementation: number;
  readonly sample: Sample;
}

/** What a worker says: "ready" once the sample is loaded, then a reply, or what went wrong, for each request. */
export type WorkerAnswer = "ready" | JobReply | { readonly failed: string };

const port = parentPort;
if (port === null) throw new Error("Expected to run as a worker");
const { implementation, sample }: WorkerTask = workerData;
const fitting = implementations[implementation].load(sample);

port.on("message", async (request: JobRequest) => {
  try {
    port.postMessage((await perform(fitting, sample, request)) satisfies WorkerAnswer);
  } catch (error) {
    port.postMessage({ failed: error instanceof Error ? error.message : String(error) } satisfies WorkerAnswer);
  }
});
port.postMessage("ready" satisfies WorkerAnswer);
