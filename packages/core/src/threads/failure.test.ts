import { Worker } from "node:worker_threads";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { platform } from "#platform";
import { kmeans } from "../kmeans.ts";
import type { Matrix } from "../points/matrix.ts";
import { Random } from "../random.ts";
import { expectRefusal } from "../testing/expectations.ts";
import { pool } from "./pool.ts";
import { partitionsTaken } from "./team.ts";

const random = new Random(1);
const points: Matrix = { data: new Float64Array(90_000).map(() => random.normal()), rows: 30_000, columns: 3 };
const fit = async (threads: number): Promise<unknown> => {
  const { centroids, inertia, sizes } = await kmeans(points, { k: 36, restarts: 1, maxIterations: 3, threads });
  return { centroids, inertia, sizes };
};

/** Has the next workers started from a script of the test's own. */
function startFrom(script: URL, workerData: string): { readonly started: () => number } {
  const start = vi.spyOn(platform, "startHand").mockImplementation((onFailure) => {
    const worker = new Worker(script, { workerData });
    worker.on("error", onFailure);
    worker.on("exit", onFailure);
    worker.unref();
    return { post: (message) => worker.postMessage(message), end: () => void worker.terminate() };
  });
  return { started: () => start.mock.calls.length };
}

async function untilRefused(work: () => Promise<unknown>): Promise<void> {
  for (;;) await work();
}

beforeEach(() => {
  vi.restoreAllMocks();
});

describe("a worker that dies at work", () => {
  it.each(["error", "exit"])("gives WORKER_FAILED, and the next call has others: %s", async (way) => {
    const alone = await fit(1);
    startFrom(new URL("../testing/dying-worker.mjs", import.meta.url), way);
    await expectRefusal(() => untilRefused(() => fit(2)), "WORKER_FAILED", { says: /one died \(.+\)/ });
    vi.restoreAllMocks();
    const before = partitionsTaken();
    while (partitionsTaken() === before) expect(await fit(2)).toEqual(alone);
    // So that the next test starts its own.
    pool.end();
  });
});

describe("a worker that never comes", () => {
  it("is done without, and not tried again: its file is missing", async () => {
    const alone = await fit(1);
    const { started } = startFrom(new URL("no-such-worker.mjs", import.meta.url), "");
    for (let call = 0; call < 8; call++) expect(await fit(2)).toEqual(alone);
    expect(started()).toBe(1);
  });

  it("is done without, and not tried again: threads are not allowed", async () => {
    const alone = await fit(1);
    const start = vi.spyOn(platform, "startHand").mockImplementation(() => {
      throw new Error("Access to this API has been restricted");
    });
    // Seat 1 is lost already.
    for (let call = 0; call < 3; call++) expect(await fit(3)).toEqual(alone);
    expect(start).toHaveBeenCalledTimes(1);
  });

  it("is not even tried for one thread", async () => {
    const start = vi.spyOn(platform, "startHand");
    await fit(1);
    expect(start).not.toHaveBeenCalled();
  });

  it("is not even tried where memory cannot be shared", async () => {
    const alone = await fit(1);
    vi.spyOn(platform, "canShare").mockReturnValue(false);
    const start = vi.spyOn(platform, "startHand");
    expect(await fit(9)).toEqual(alone);
    expect(start).not.toHaveBeenCalled();
  });
});
