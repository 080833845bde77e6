import { createHash } from "node:crypto";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { elbow } from "../elbow/elbow.ts";
import type { IterationRecord } from "../iteration.ts";
import { kmeans } from "../kmeans.ts";
import type { KMeansOptions } from "../options.ts";
import type { Matrix } from "../points/matrix.ts";
import type { Progress } from "../progress.ts";
import { Random } from "../random.ts";
import { partsOf, thrownBy } from "../testing/expectations.ts";
import { silhouette, silhouetteSamples } from "../validity/silhouette.ts";
import { Board } from "./board.ts";
import { pool } from "./pool.ts";
import { partitionsTaken, Team } from "./team.ts";

const NUMBERS = [2, 3, 7, 16];

/** Points of a few overlapping groups, in more than one partition. */
function pointsOf(rows: number, columns: number, kind: typeof Float32Array | typeof Float64Array): Matrix {
  const random = new Random(rows + columns);
  const data = new kind(rows * columns);
  for (let at = 0; at < data.length; at++) data[at] = (Math.floor(at / columns) % 5) * (at % 3) + random.normal();
  return { data, rows, columns };
}

const narrow = pointsOf(100_000, 3, Float64Array);
const wide = pointsOf(9000, 17, Float32Array);
const weights = Float64Array.from({ length: wide.rows }, (_, row) => row % 4);

/** Numbers as a hash of their bits: quicker to compare, and 0 is not -0. */
function bitsOf(values: Float64Array | Float32Array | Int32Array): string {
  return createHash("sha256").update(values).digest("hex");
}

async function fitBits(points: Matrix, options: KMeansOptions): Promise<unknown> {
  const fit = await kmeans(points, options);
  return { ...partsOf(fit), labels: bitsOf(fit.labels) };
}

/** Does some work until worker threads have had a part in it. */
async function untilShared(work: () => Promise<unknown>): Promise<void> {
  const before = partitionsTaken();
  while (partitionsTaken() === before) await work();
}

/** The names of the operations that are shared out from now on. */
function namesOfShared(): ReadonlySet<string> {
  const names = new Set<string>();
  const { gather } = Team.prototype;
  const { open } = Board.prototype;
  let operations: readonly string[] = [];
  vi.spyOn(Team.prototype, "gather").mockImplementation(function (this: Team, target, helpers) {
    operations = target.operations;
    return gather.call(this, target, helpers);
  });
  vi.spyOn(Board.prototype, "open").mockImplementation(function (this: Board, job, helpers) {
    names.add(operations[job.operation]);
    open.call(this, job, helpers);
  });
  return names;
}

// Threads come up while other work goes on: from here on they are there.
beforeAll(async () => {
  await untilShared(() => kmeans(narrow, { k: 8, restarts: 1, threads: 16 }));
});

afterEach(() => {
  vi.restoreAllMocks();
});

describe("any number of threads gives the same bits", () => {
  const cases: [string, Matrix, KMeansOptions][] = [
    ["k-means++ and bounded steps", narrow, { k: 8, restarts: 2, maxIterations: 60 }],
    ["enough work for many threads", narrow, { k: 60, restarts: 1, maxIterations: 3 }],
    ["random starts", narrow, { k: 12, restarts: 2, init: "random", maxIterations: 10 }],
    ["float32 of many columns", wide, { k: 12, restarts: 2, maxIterations: 20 }],
    ["swap search", wide, { k: 14, search: "swap", maxIterations: 20 }],
    ["weights, some of them 0", wide, { k: 10, restarts: 2, maxIterations: 20, weights }],
    [
      "given centroids, two of them alike",
      narrow,
      {
        k: 4,
        init: [
          [0, 0, 0],
          [0, 0, 0],
          [9, 9, 9],
          [4, 1, 0],
        ],
      },
    ],
  ];
  it.each(cases)("of kmeans: %s", async (_, points, options) => {
    const alone = await fitBits(points, { ...options, threads: 1 });
    const before = partitionsTaken();
    expect(await fitBits(points, options)).toEqual(alone);
    for (const threads of NUMBERS) expect(await fitBits(points, { ...options, threads })).toEqual(alone);
    expect(partitionsTaken()).toBeGreaterThan(before);
  });

  it("of swap search, where surveys, exchanges and the steps after them are shared out", async () => {
    const points = pointsOf(50_000, 8, Float32Array);
    const options: KMeansOptions = { k: 24, search: "swap", restarts: 1, maxIterations: 10 };
    const alone = await fitBits(points, { ...options, threads: 1 });
    const names = namesOfShared();
    for (const threads of [2, 3]) {
      await untilShared(async () => expect(await fitBits(points, { ...options, threads })).toEqual(alone));
    }
    expect([...names]).toEqual(expect.arrayContaining(["survey", "exchange", "assignChanged"]));
  });

  it("of steps on a tree, and of what makes it", async () => {
    const points = pointsOf(300_000, 4, Float32Array);
    const init = Array.from({ length: 9 }, (_, c) => [c, c % 2, (3 * c) % 5, -c]);
    const options: KMeansOptions = { k: 9, init, engine: "tree", maxIterations: 4 };
    const alone = await fitBits(points, { ...options, threads: 1 });
    const names = namesOfShared();
    for (const threads of [2, 3]) {
      await untilShared(async () => expect(await fitBits(points, { ...options, threads })).toEqual(alone));
    }
    expect([...names]).toEqual(
      expect.arrayContaining(["treeKeys", "treeScatter", "treeSort", "treePlace", "treeAssign"]),
    );
  });

  it("of the record of each iteration", async () => {
    const init = Array.from({ length: 8 }, (_, c) => [c, c % 2, (3 * c) % 5]);
    const record = async (threads: number) => {
      const records: IterationRecord[] = [];
      const onIteration = (each: IterationRecord) => records.push(each);
      await kmeans(narrow, { k: 8, init, maxIterations: 12, threads, onIteration });
      return records;
    };
    const alone = await record(1);
    expect(alone.length).toBeGreaterThan(5);
    await untilShared(async () => expect(await record(2)).toEqual(alone));
  });

  it("of elbow, silhouettes in between", async () => {
    // Few rows that count make references that are soon measured.
    const points = pointsOf(4500, 17, Float32Array);
    const few = Float64Array.from({ length: points.rows }, (_, row) => (row % 250 === 0 ? 1 : 0));
    const options = { kMin: 14, kMax: 15, restarts: 1, weights: few };
    const { curve, models } = await elbow(points, { ...options, threads: 1 });
    const before = partitionsTaken();
    for (const threads of [2, 7]) {
      const shared = await elbow(points, { ...options, threads });
      expect(shared.curve).toEqual(curve);
      expect(shared.models.map(({ labels }) => bitsOf(labels))).toEqual(models.map(({ labels }) => bitsOf(labels)));
    }
    expect(partitionsTaken()).toBeGreaterThan(before);
  });

  it("of an elbow's reference sets, each of them searched by one thread", async () => {
    const points = pointsOf(60, 3, Float64Array);
    const alone = await elbow(points, { kMax: 7, threads: 1 });
    const names = namesOfShared();
    for (const threads of [2, 3]) {
      await untilShared(async () => expect((await elbow(points, { kMax: 7, threads })).curve).toEqual(alone.curve));
    }
    expect([...names]).toEqual(["falls"]);
  });

  it("of predict and transform, in one batch or several", async () => {
    const model = await kmeans(wide, { k: 40, restarts: 1, maxIterations: 3, threads: 1 });
    const more = pointsOf(20_000, 17, Float64Array);
    const labelBits = async (threads: number) => bitsOf(await model.predict(more, { threads }));
    const distanceBits = async (threads: number) => bitsOf((await model.transform(more, { threads })).data);
    const labels = await labelBits(1);
    const distances = await distanceBits(1);
    expect(await model.predict(wide, { threads: 3 })).toEqual(model.labels);
    for (const threads of NUMBERS) {
      await untilShared(async () => expect(await labelBits(threads)).toBe(labels));
      await untilShared(async () => expect(await distanceBits(threads)).toBe(distances));
    }
  });

  it("of silhouettes", async () => {
    const few: Matrix = { data: narrow.data.subarray(0, 3000), rows: 1000, columns: 3 };
    const labels = Int32Array.from({ length: 1000 }, (_, row) => row % 7);
    const values = await silhouetteSamples(few, labels, { threads: 1 });
    const mean = await silhouette(few, labels, { threads: 1 });
    for (const threads of NUMBERS) {
      await untilShared(async () => expect(await silhouetteSamples(few, labels, { threads })).toEqual(values));
      expect(await silhouette(few, labels, { threads })).toEqual(mean);
    }
  });
});

describe("several calls at a time", () => {
  it("give what each gives alone: one has the workers, the others go on by themselves", async () => {
    const calls = [
      () => fitBits(narrow, { k: 5, restarts: 2, maxIterations: 20, threads: 3 }),
      () => fitBits(wide, { k: 9, restarts: 1, maxIterations: 20, threads: 2 }),
      () => fitBits(wide, { k: 6, restarts: 1, maxIterations: 20, weights, threads: 7 }),
      () => fitBits(narrow, { k: 3, restarts: 2, maxIterations: 20 }),
    ];
    const alone: unknown[] = [];
    for (const call of calls) alone.push(await call());
    expect(await Promise.all(calls.map((call) => call()))).toEqual(alone);
  });
});

describe("one thread", () => {
  it("starts no worker", async () => {
    const before = partitionsTaken();
    await kmeans(narrow, { k: 8, restarts: 1, threads: 1 });
    expect(partitionsTaken()).toBe(before);
  });

  it("has the memory of the call before, whatever is left in it", async () => {
    const init = [0, 3, 6].map((c) => [c, c, c]);
    const alone = await fitBits(narrow, { k: 3, init, threads: 1 });
    const take = vi.spyOn(pool, "takeMemory");
    await kmeans(wide, { k: 5, restarts: 1, maxIterations: 3, threads: 1 });
    expect(await fitBits(narrow, { k: 3, init, threads: 1 })).toEqual(alone);
    const [before, now] = take.mock.results.map(({ value }) => value);
    expect(before).toBeInstanceOf(WebAssembly.Memory);
    expect(now).toBe(before);
  });

  it("keeps no memory that is very large", async () => {
    const team = new Team(2);
    const large = team.takeMemory();
    large?.grow(2 ** 12);
    team.giveBack(large);
    const other = team.takeMemory();
    expect(other).toBeInstanceOf(WebAssembly.Memory);
    expect(other).not.toBe(large);
    team.giveBack(other);
    expect(team.takeMemory()).toBe(other);
    await team.release();
  });

  it("keeps few memories: of calls at the same time, those beyond a few bring their own", async () => {
    const take = vi.spyOn(pool, "takeMemory");
    const init = [0, 3, 6].map((c) => [c, c, c]);
    const calls = Array.from({ length: 9 }, () => fitBits(narrow, { k: 3, init, maxIterations: 9, threads: 1 }));
    const [first, ...others] = await Promise.all(calls);
    for (const other of others) expect(other).toEqual(first);
    const memories = take.mock.results.map(({ value }) => value);
    expect(memories).toContain(null);
    expect(new Set(memories).size).toBeLessThan(9);
  });

  it("is enough for little work", async () => {
    const before = partitionsTaken();
    await kmeans(pointsOf(300, 2, Float64Array), { k: 3, restarts: 3, threads: 4 });
    expect(partitionsTaken()).toBe(before);
  });
});

describe("a call that is stopped", () => {
  it("is rejected with the signal's reason, and leaves the workers to the next", async () => {
    const options: KMeansOptions = { k: 8, restarts: 2, maxIterations: 20, threads: 4 };
    const alone = await fitBits(narrow, { ...options, threads: 1 });
    const reason = new Error("enough");
    for (const stage of ["seeding", "iterating"] as const) {
      const controller = new AbortController();
      let now = performance.now();
      vi.spyOn(performance, "now").mockImplementation(() => {
        now += 1000;
        return now;
      });
      const onProgress = (progress: { stage: string }): void => {
        if (progress.stage === stage) controller.abort(reason);
      };
      expect(await thrownBy(() => kmeans(narrow, { ...options, signal: controller.signal, onProgress }))).toBe(reason);
      vi.restoreAllMocks();
      await untilShared(async () => expect(await fitBits(narrow, options)).toEqual(alone));
    }
  });

  it("in the middle of reference sets, which workers then give up", async () => {
    const points = pointsOf(1000, 20, Float64Array);
    const reason = new Error("enough");
    await untilShared(async () => {
      const controller = new AbortController();
      const onProgress = ({ stage, fraction }: Progress): void => {
        if (stage === "references" && (fraction ?? 0) > 0.1) controller.abort(reason);
      };
      const options = { kMax: 3, restarts: 1, silhouette: false, threads: 3, signal: controller.signal, onProgress };
      expect(await thrownBy(() => elbow(points, options))).toBe(reason);
    });
    await untilShared(() => kmeans(narrow, { k: 8, restarts: 1, threads: 3 }));
  });

  it("by an error of the caller's own, too", async () => {
    const mistake = new Error("in onProgress");
    const onProgress = (): void => {
      throw mistake;
    };
    expect(await thrownBy(() => kmeans(narrow, { k: 8, threads: 4, onProgress }))).toBe(mistake);
    await untilShared(() => kmeans(narrow, { k: 8, restarts: 1, threads: 4 }));
  });
});
