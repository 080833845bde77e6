import { parentPort, workerData } from "node:worker_threads";
import type { Sample } from "../data/sample.ts";
import type { FitReply, FitRequest } from "./contender.ts";
import { implementations } from "./javascript.ts";
import { timed } from "./timed.ts";

/** What a worker is started with. */
export interface WorkerTask {
  /** Index into `implementations`. */
  readonly implementation: number;
  readonly sample: Sample;
}

/** What a worker says: "ready" once the sample is loaded, then a reply for each request. */
export type WorkerAnswer = "ready" | FitReply;

const port = parentPort;
if (port === null) throw new Error("Expected to run as a worker");
const { implementation, sample }: WorkerTask = workerData;
const fitting = implementations[implementation].load(sample);

port.on("message", async (request: FitRequest) => {
  const reply = await timed(fitting, request);
  port.postMessage(reply satisfies WorkerAnswer, reply.labels === null ? [] : [reply.labels.buffer as ArrayBuffer]);
});
port.postMessage("ready" satisfies WorkerAnswer);
