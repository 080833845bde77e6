// Fits on one thread and on several, their bits compared: in Node, in a page, in a worker of the page.
import { kmeans, silhouette } from "../../../dist/index.js";
import { partitionsTaken } from "../../../dist/threads/team.js";

const rows = 100_000;
const data = Float32Array.from({ length: rows * 4 }, (_, at) => ((at * 7919) % 1009) + (at % 3) * 500);
const points = { data, rows, columns: 4 };
const few = { data: data.subarray(0, 8000), rows: 2000, columns: 4 };
const options = { k: 8, restarts: 2, maxIterations: 20 };

async function bitsOf(threads) {
  const fit = await kmeans(points, { ...options, ...(threads && { threads }) });
  const { value } = await silhouette(few, fit.labels.subarray(0, 2000), threads ? { threads } : {});
  const distances = await fit.transform(few, threads ? { threads } : {});
  const numbers = [fit.labels, fit.centroids.data, Float64Array.of(fit.inertia, value), distances.data];
  const hashes = [];
  for (const { buffer, byteOffset, byteLength } of numbers) {
    const digest = await crypto.subtle.digest("SHA-256", buffer.slice(byteOffset, byteOffset + byteLength));
    hashes.push(Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join(""));
  }
  return hashes.join(" ");
}

/** @param {boolean} expectsWorkers whether to go on until they had a part: they come up in their own time */
export async function report(expectsWorkers) {
  const alone = await bitsOf(1);
  const different = [];
  do {
    for (const threads of [undefined, 2, 5])
      if ((await bitsOf(threads)) !== alone) different.push(threads ?? "default");
  } while (expectsWorkers && partitionsTaken() === 0);
  const stopped = new AbortController();
  const onProgress = ({ stage }) => stage === "iterating" && stopped.abort("stopped");
  const reason = await kmeans(points, { ...options, signal: stopped.signal, onProgress }).catch((error) => error);
  const after = await bitsOf(3);
  return {
    shared: partitionsTaken() > 0,
    different: after === alone ? different : [...different, "after a stop"],
    reason,
    bits: alone,
  };
}
