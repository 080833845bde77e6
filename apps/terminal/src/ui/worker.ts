// The thread that reads, clusters and writes, so that the one with the terminal answers every key at once.
import { parentPort } from "node:worker_threads";
import { deskOf } from "./work/desk.ts";
import { giveWay } from "./work/priority.ts";
import type { ToWorker } from "./work/protocol.ts";

const port = parentPort;
if (port === null) throw new Error("expected to run in a worker thread");
giveWay();
const desk = deskOf((reply) => port.postMessage(reply));
port.on("message", (message: ToWorker) => {
  if (message.type !== "close") desk.take(message);
  else void desk.close().then(() => process.exit());
});
