import { afterEach, describe, expect, it, vi } from "vitest";
import { kmeans } from "./kmeans.ts";
import type { KMeansOptions } from "./options.ts";
import type { Progress } from "./progress.ts";
import { expectRefusal, partsOf, thrownBy } from "./testing/expectations.ts";
import { matrixOf, normalRows } from "./testing/points.ts";
import { daviesBouldin } from "./validity/davies-bouldin.ts";
import { silhouette, silhouetteSamples } from "./validity/silhouette.ts";

const points = normalRows(200, 2, 1);

/** Whenever the work asks whether it is time for others, it is. */
function everyLookAtTheClockIsLate(): void {
  let now = performance.now();
  vi.spyOn(performance, "now").mockImplementation(() => {
    now += 1000;
    return now;
  });
}

afterEach(() => {
  vi.restoreAllMocks();
});

async function progressOf(options: KMeansOptions): Promise<Progress[]> {
  const seen: Progress[] = [];
  await kmeans(points, { ...options, onProgress: (progress) => seen.push(progress) });
  return seen;
}

describe("onProgress", () => {
  it("is told of each start and each of its iterations", async () => {
    const seen = await progressOf({ k: 4, search: "restarts", restarts: 3 });
    for (const restart of [1, 2, 3]) {
      const own = seen.filter((progress) => progress.restart === restart);
      expect(own[0]).toMatchObject({ stage: "seeding", k: 4, restarts: 3 });
      const iterations = own.slice(1);
      expect(iterations.map(({ stage, iteration }) => [stage, iteration])).toEqual(
        iterations.map((_, i) => ["iterating", i + 1]),
      );
      expect(iterations.length).toBeGreaterThan(0);
    }
  });

  it("is told of the exchanges of each start, whose inertia does not rise", async () => {
    const seen = await progressOf({ k: 12, restarts: 1 });
    expect(seen[0]).toEqual({ stage: "loading", fraction: 0 });
    for (let restart = 1; restart <= Math.max(...seen.map((each) => each.restart ?? 0)); restart++) {
      const own = seen.filter((progress) => progress.restart === restart);
      expect(own[0].stage).toBe("seeding");
      const swapping = own.filter(({ stage }) => stage === "swapping");
      expect(swapping.length).toBeGreaterThan(0);
      const inertias = swapping.map(({ inertia }) => inertia ?? Number.NaN);
      expect(inertias).toEqual(inertias.toSorted((a, b) => b - a));
    }
    expect(seen.at(-1)).toMatchObject({ stage: "iterating", k: 12, fraction: 1 });
  });

  it("sees the inertia of the run from given centroids, iteration by iteration", async () => {
    const init = points.slice(0, 4);
    const seen = await progressOf({ k: 4, init });
    const { history } = await kmeans(points, { k: 4, init });
    const iterations = seen.filter(({ stage }) => stage === "iterating");
    expect(iterations.map(({ inertia }) => inertia)).toEqual(history.map(({ inertia }) => inertia));
  });

  it("sees a fraction from 0 to 1 that never falls", async () => {
    for (const search of ["swap", "restarts"] as const) {
      const seen = await progressOf({ k: 4, search, restarts: 5 });
      const fractions = seen.map(({ fraction }) => fraction ?? Number.NaN);
      expect(fractions).toEqual(fractions.toSorted((a, b) => a - b));
      expect(fractions[0]).toBe(0);
      expect(fractions.at(-1)).toBeGreaterThan(0.5);
      expect(fractions.at(-1)).toBeLessThanOrEqual(1);
    }
  });

  it("changes nothing", async () => {
    expect(partsOf(await kmeans(points, { k: 4, onProgress: () => {} }))).toEqual(
      partsOf(await kmeans(points, { k: 4 })),
    );
  });

  it("does not stumble over a start so poor that its inertia is beyond float64", async () => {
    const rows = [-1, 1].flatMap((side) => Array.from({ length: 20 }, (_, row) => [side * 1e155 * (1 + row * 1e-9)]));
    const seen: (number | undefined)[] = [];
    const options = { k: 2, init: "random" as const, search: "restarts" as const, restarts: 10, maxIterations: 1 };
    const alone = await kmeans(rows, options);
    const heard = await kmeans(rows, { ...options, onProgress: ({ inertia }) => seen.push(inertia) });
    expect(seen).toContain(Number.POSITIVE_INFINITY);
    expect(partsOf(heard)).toEqual(partsOf(alone));
  });

  it("that throws ends the work with what it threw", async () => {
    const error = new Error("stop");
    const onProgress = () => {
      throw error;
    };
    expect(await thrownBy(() => kmeans(points, { k: 4, onProgress }))).toBe(error);
  });
});

describe("a signal", () => {
  const large = matrixOf(normalRows(60_000, 8, 2));
  const labels = Int32Array.from({ length: large.rows }, (_, row) => row % 3);

  it("that is aborted before ends the work before it begins", async () => {
    const reason = new Error("not today");
    const signal = AbortSignal.abort(reason);
    for (const work of [
      () => kmeans(points, { k: 4, signal }),
      () => silhouette(large, labels, { signal }),
      () => silhouetteSamples(large, labels, { signal }),
      () => daviesBouldin(large, labels, { signal }),
    ]) {
      expect(await thrownBy(work)).toBe(reason);
    }
  });

  it("that is aborted while the event loop has its turn ends the work at once, with its reason", async () => {
    const fit = await kmeans(large, { k: 4, restarts: 1, maxIterations: 1 });
    everyLookAtTheClockIsLate();
    for (const work of [
      (signal: AbortSignal) => kmeans(large, { k: 50, signal }),
      (signal: AbortSignal) => silhouette(large, labels, { sample: "all", signal }),
      (signal: AbortSignal) => silhouetteSamples(large, labels, { signal }),
      (signal: AbortSignal) => daviesBouldin(large, labels, { signal }),
      (signal: AbortSignal) => fit.predict(large, { signal }),
      (signal: AbortSignal) => fit.transform(large, { signal }),
    ]) {
      const reason = new Error("enough");
      const controller = new AbortController();
      setImmediate(() => controller.abort(reason));
      expect(await thrownBy(() => work(controller.signal))).toBe(reason);
    }
  });

  it("without a reason rejects with an AbortError", async () => {
    expect(await thrownBy(() => kmeans(points, { k: 4, signal: AbortSignal.abort() }))).toHaveProperty(
      "name",
      "AbortError",
    );
  });

  it("does not keep bad options from being told", async () => {
    await expectRefusal(() => kmeans(points, { k: 0, signal: AbortSignal.abort() }), "INVALID_K");
  });

  it("leaves other calls alone", async () => {
    const controller = new AbortController();
    const aborted = thrownBy(() => kmeans(large, { k: 50, signal: controller.signal }));
    const alone = kmeans(points, { k: 4 });
    controller.abort("enough");
    expect(await aborted).toBe("enough");
    expect(partsOf(await alone)).toEqual(partsOf(await kmeans(points, { k: 4 })));
  });
});

describe("the event loop", () => {
  /** How many turns it had while the work was done. */
  async function turnsDuring(work: () => Promise<unknown>): Promise<number> {
    let turns = -1;
    let running = true;
    const turn = () => {
      turns++;
      if (running) setImmediate(turn);
    };
    turn();
    await work();
    running = false;
    return turns;
  }

  it("has a turn between any two pieces of a large fit, of loading and of predicting", async () => {
    const rows = 40_000;
    const wide = matrixOf(normalRows(rows, 8, 2));
    const init = wide.data.subarray(0, 160);
    const options = { k: 20, init: { data: init, rows: 20, columns: 8 }, tolerance: 0, threads: 1 };
    everyLookAtTheClockIsLate();
    const short = await turnsDuring(() => kmeans(wide, { ...options, maxIterations: 1 }));
    const long = await turnsDuring(() => kmeans(wide, { ...options, maxIterations: 5 }));
    expect(long - short).toBeGreaterThanOrEqual(4);
    expect(short).toBeGreaterThanOrEqual(3 * Math.floor(rows / 16_384));
    const fit = await kmeans(wide, { ...options, maxIterations: 1 });
    expect(await turnsDuring(() => fit.predict(wide, { threads: 1 }))).toBeGreaterThan(3);
  });

  it("has a turn in every iteration, however much of it workers do", async () => {
    const wide = matrixOf(normalRows(40_000, 8, 2));
    const init = matrixOf(normalRows(20, 8, 3));
    const fit = (maxIterations: number) => kmeans(wide, { k: 20, init, tolerance: 0, threads: 3, maxIterations });
    everyLookAtTheClockIsLate();
    const short = await turnsDuring(() => fit(1));
    expect((await turnsDuring(() => fit(21))) - short).toBeGreaterThanOrEqual(20);
  });

  it("has its turns while many equal rows are looked through", async () => {
    const rows = 100_000;
    const equal = { data: new Float64Array(rows * 2), rows, columns: 2 };
    everyLookAtTheClockIsLate();
    const turns = await turnsDuring(() => expectRefusal(() => kmeans(equal, { k: 2 }), "TOO_FEW_DISTINCT_ROWS"));
    expect(turns).toBeGreaterThan(rows / 4096);
  });
});
