import { Worker } from "node:worker_threads";
import type { Reply, Request, ToWorker } from "./protocol.ts";

/** The way to the thread that does the work. */
export interface Client {
  send(request: Request): void;
  /** Stops what is under way, lets it clean up after itself, and ends the thread. */
  close(): Promise<void>;
}

const LONGEST_CLOSE_MS = 1500;

/** Starts the worker. One that crashed is told of, and started anew when the next request comes. */
export function startClient(onReply: (reply: Reply) => void, onCrash: (message: string) => void): Client {
  let worker: Worker | null = null;
  const started = (): Worker => {
    // What a library may print has no place on the screen.
    const fresh = new Worker(new URL("./worker.js", import.meta.url), { stdout: true, stderr: true });
    const gone = (message: string): void => {
      if (worker !== fresh) return;
      worker = null;
      onCrash(message);
    };
    fresh.on("message", onReply);
    fresh.on("error", (error) => gone(goneWords(error)));
    fresh.on("exit", () => gone("The work stopped unexpectedly."));
    return fresh;
  };
  worker = started();
  const post = (to: Worker, message: ToWorker): void => to.postMessage(message);
  return {
    send: (request) => {
      worker ??= started();
      post(worker, request);
    },
    close: async () => {
      const ending = worker;
      if (ending === null) return;
      worker = null;
      const ended = new Promise<void>((resolve) => ending.on("exit", () => resolve()));
      const late = setTimeout(() => void ending.terminate(), LONGEST_CLOSE_MS);
      post(ending, { type: "close" });
      await ended;
      clearTimeout(late);
    },
  };
}

function goneWords(error: unknown): string {
  const isMemory = error instanceof Error && "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
  return isMemory
    ? "There was not enough memory for this, and what was read is gone: r reads it again, O opens another table."
    : `The work stopped unexpectedly: ${sentenceOf(error)}`;
}

function sentenceOf(error: unknown): string {
  return error instanceof Error ? (error.message.split("\n", 1)[0] ?? error.name) : String(error);
}
