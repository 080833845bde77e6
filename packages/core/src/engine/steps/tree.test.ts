import { Workspace } from "@kentro/kernel";
import { afterEach, describe, expect, it, vi } from "vitest";
import { kmeans } from "../../kmeans.ts";
import { Pace } from "../../pace.ts";
import type { Matrix } from "../../points/matrix.ts";
import { Random } from "../../random.ts";
import { partsOf } from "../../testing/expectations.ts";
import { load, type Prepared } from "../prepare.ts";
import type { EngineName } from "./steps.ts";

/** Normal points around some centers, in either precision. */
function blobs(rows: number, columns: number, kind: typeof Float32Array | typeof Float64Array): Matrix {
  const random = new Random(rows + columns);
  const centers = Array.from({ length: 12 * columns }, () => random.below(10));
  const data = new kind(rows * columns);
  for (let at = 0; at < data.length; at++) {
    data[at] = centers[(Math.floor(at / columns) % 12) * columns + (at % columns)] + random.normal();
  }
  return { data, rows, columns };
}

/** Centroids near some rows. */
function startOf({ data, columns }: Matrix, k: number): Float64Array {
  return Float64Array.from({ length: k * columns }, (_, at) => data[at] + 0.25 * (at % 3));
}

/** Where centroids stand in a step: they wander off and come back. */
function wander(start: Float64Array, step: number): Float64Array {
  return start.map((value, at) => value + ((at % 5) - 2) * 0.3 * Math.sin(step));
}

async function labelsAfter({ engine }: Prepared, centroids: Float64Array) {
  const { moved, counts, sums } = await engine.step(centroids, new Pace());
  const labels = new Int32Array(engine.rows);
  await engine.labels(labels, new Pace());
  return { moved, counts: counts.slice(), sums: sums.slice(), labels };
}

/** The ways that steps are taken, as the kernel is asked for them. */
function watch(): () => readonly string[] {
  const perform = vi.spyOn(Workspace.prototype, "perform");
  return () => [...new Set(perform.mock.calls.map(([operation]) => operation))].filter((each) => /assign/i.test(each));
}

const engineOf = (points: Matrix, only: EngineName | null) => load(points, null, new Pace(), undefined, only);

afterEach(() => {
  vi.restoreAllMocks();
});

describe("steps on a tree", () => {
  it.each([
    { columns: 1, kind: Float32Array },
    { columns: 2, kind: Float64Array },
    { columns: 3, kind: Float32Array },
    { columns: 4, kind: Float32Array },
    { columns: 4, kind: Float64Array },
  ])("give the labels of plain ones over many partitions: $columns columns, $kind.name", async ({ columns, kind }) => {
    const points = blobs(70_001, columns, kind);
    const options = { k: 40, init: "random", search: "restarts", restarts: 1, maxIterations: 8 } as const;
    const tree = await kmeans(points, { ...options, engine: "tree", threads: 1 });
    const dense = await kmeans(points, { ...options, engine: "dense", threads: 1 });
    expect(tree.engine.steps.tree).toBeGreaterThan(5);
    expect(partsOf(tree)).toEqual(partsOf(dense));
    const shared = await kmeans(points, { ...options, engine: "tree", threads: 3 });
    expect(partsOf(shared)).toEqual(partsOf(dense));
  });

  it("hand labels over to other ways and take them back", async () => {
    const points = blobs(9000, 3, Float32Array);
    const mixed = await engineOf(points, null);
    const plain = await engineOf(points, "dense");
    const start = startOf(points, 300);
    const { tree } = mixed.workspace;
    if (tree === null) throw new Error("Expected a tree");
    // Every other run is given up after its first step on the tree.
    const looked = vi.spyOn(tree, "takeLooked");
    const ways = watch();
    for (let run = 0; run < 4; run++) {
      looked.mockReturnValue(run % 2 === 0 ? Number.POSITIVE_INFINITY : 0);
      mixed.engine.begin(300);
      plain.engine.begin(300);
      for (let step = 0; step < 4; step++) {
        const centroids = wander(start, run + step);
        expect(await labelsAfter(mixed, centroids)).toEqual(await labelsAfter(plain, centroids));
      }
    }
    expect(ways()).toEqual(expect.arrayContaining(["treeAssign", "assignQuantized"]));
  });

  it("go on from labels that were given before there was a tree", async () => {
    const points = blobs(5000, 2, Float64Array);
    const late = await engineOf(points, null);
    const plain = await engineOf(points, "dense");
    const ways = watch();
    for (let run = 0; run < 12; run++) {
      late.engine.begin(60);
      plain.engine.begin(60);
      for (let step = 0; step < 3; step++) {
        const centroids = wander(startOf(points, 60), run + step);
        expect(await labelsAfter(late, centroids)).toEqual(await labelsAfter(plain, centroids));
      }
    }
    expect(ways()).toContain("treeAssign");
  });

  it("run a clock once few rows move, which begins anew where rows were looked at otherwise", async () => {
    const points = blobs(20_000, 3, Float32Array);
    const late = await engineOf(points, "tree");
    const plain = await engineOf(points, "dense");
    const { tree } = late.workspace;
    if (tree === null) throw new Error("Expected a tree");
    const begun = vi.spyOn(tree, "beginClock");
    const told = vi.spyOn(tree, "writeClock");
    const looked = vi.spyOn(tree, "takeLooked");
    const start = startOf(points, 9);
    for (const { engine } of [late, plain]) engine.begin(9);
    for (let step = 0; step < 12; step++) {
      const centroids = start.map((value, at) => value + (((at % 5) - 2) * 1e-3) / (1 + step));
      if (step === 8) for (const { engine } of [late, plain]) await engine.farthest(centroids, 1, new Pace());
      expect(await labelsAfter(late, centroids)).toEqual(await labelsAfter(plain, centroids));
    }
    expect(begun).toHaveBeenCalledTimes(2);
    const clocks = told.mock.calls.map(([clock]) => clock);
    expect(clocks[1]).toBe(Number.POSITIVE_INFINITY);
    expect(clocks.filter((clock) => clock > 0 && clock < 0.1).length).toBe(8);
    const counts = looked.mock.results.map(({ value }) => value);
    expect(counts[7]).toBeLessThan(counts[1] / 2);
  });

  it("move rows into empty clusters, and go on", async () => {
    const points = blobs(6000, 2, Float32Array);
    const far = [1e3, 2e3, 3e3].map((value) => [value, value]);
    const init = [[0, 0], [5, 5], [9, 9], ...far];
    const tree = await kmeans(points, { k: 6, init, tolerance: 0, engine: "tree" });
    const dense = await kmeans(points, { k: 6, init, tolerance: 0, engine: "dense" });
    expect(tree.labels).toEqual(dense.labels);
    expect(tree.centroids).toEqual(dense.centroids);
    expect(tree.history).toEqual(dense.history);
  });
});

describe("a tree is made", () => {
  const points = blobs(30_000, 2, Float32Array);

  it("at once where there are many centroids", async () => {
    const ways = watch();
    await kmeans(points, { k: 100, restarts: 1, init: "random", search: "restarts", maxIterations: 3 });
    expect(ways()).toEqual(["treeAssign"]);
  });

  it("once many steps were taken over the same rows", async () => {
    const { engine } = await kmeans(points, { k: 6, restarts: 20 });
    expect(engine.steps.tree).toBeGreaterThan(0);
    expect(engine.steps.quantized).toBeGreaterThan(0);
    expect(engine.reason).toContain("tree");
  });

  it("not for one run from few centroids", async () => {
    const { engine } = await kmeans(points, { k: 6, restarts: 1 });
    expect(engine.steps.tree).toBe(0);
  });

  it("not for more columns than four", async () => {
    const { engine } = await kmeans(blobs(30_000, 5, Float32Array), { k: 100, restarts: 1, maxIterations: 3 });
    expect(engine.steps.tree).toBe(0);
  });
});
