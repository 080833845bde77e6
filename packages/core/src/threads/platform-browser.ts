import type { Platform } from "./platform.ts";

export const platform: Platform = {
  // Without cross-origin isolation shared memory cannot be posted, if there is any.
  canShare: () => typeof Worker === "function" && globalThis.crossOriginIsolated === true,
  processors: () => navigator.hardwareConcurrency,
  mayWait: () => "DedicatedWorkerGlobalScope" in globalThis,
  startHand(onFailure) {
    const worker = new Worker(new URL("./worker-browser.js", import.meta.url), { type: "module" });
    let isOver = false;
    worker.onerror = (event) => {
      event.preventDefault();
      if (!isOver) onFailure(new Error(event.message || "The worker could not be loaded"));
      isOver = true;
    };
    return {
      post: (message) => worker.postMessage(message),
      end() {
        isOver = true;
        worker.terminate();
      },
    };
  },
  later(callback, milliseconds) {
    const timer = setTimeout(callback, milliseconds);
    return () => clearTimeout(timer);
  },
};
