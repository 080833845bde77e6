// The page, and the worker that it starts.
import { report } from "./report.mjs";

const expectsWorkers = location.search === "?workers";
const answer = await report(expectsWorkers).catch((error) => ({ error: String(error) }));
if ("DedicatedWorkerGlobalScope" in globalThis) postMessage(answer);
else {
  const nested = await new Promise((resolve) => {
    const worker = new Worker(new URL(`page.js${location.search}`, import.meta.url), { type: "module" });
    worker.onmessage = ({ data }) => resolve(data);
    worker.onerror = ({ message }) => resolve({ error: message });
  });
  await fetch("/answer", { method: "POST", body: JSON.stringify({ here: answer, nested }) });
}
