import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { Platform } from "./platform.ts";

export const platform: Platform = {
  canShare: () => true,
  processors: availableParallelism,
  mayWait: () => true,
  startHand(onFailure) {
    let isOver = false;
    const fail = (cause: unknown): void => {
      if (!isOver) onFailure(cause);
      isOver = true;
    };
    // What the process was started with (loaders, an inspector, code on its command line) is not meant for the worker.
    const worker = new Worker(new URL("./worker-node.js", import.meta.url), { execArgv: [] });
    worker.on("error", fail);
    worker.on("exit", (code) => fail(new Error(`The worker left with code ${code}`)));
    worker.unref();
    return {
      post: (message) => worker.postMessage(message),
      end() {
        isOver = true;
        void worker.terminate();
      },
    };
  },
  later(callback, milliseconds) {
    const timer = setTimeout(callback, milliseconds);
    timer.unref();
    return () => clearTimeout(timer);
  },
};
