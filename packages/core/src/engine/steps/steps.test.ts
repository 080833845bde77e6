import { type Operation, Workspace } from "@kentro/kernel";
import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { KentroError } from "../../errors.ts";
import { kmeans } from "../../kmeans.ts";
import { KMeansFit } from "../../model/model.ts";
import { Pace } from "../../pace.ts";
import { intoFrame } from "../../points/frame.ts";
import type { Matrix } from "../../points/matrix.ts";
import { anyEngineCase, type EngineCase, FLOAT32_CASES, FLOAT64_CASES } from "../../testing/engine-cases.ts";
import { expectClose } from "../../testing/expectations.ts";
import { plainLloyd } from "../../testing/plain-lloyd.ts";
import { rowsOf } from "../../testing/points.ts";
import { load } from "../prepare.ts";
import { ENGINES, type EngineName, hasTree } from "./steps.ts";

const ITERATIONS = 8;

/** Of rows of any kind. */
const RUNS = 40;

const OPERATIONS: Record<EngineName, Operation> = {
  dense: "assign",
  quantized: "assignQuantized",
  bounded: "assignBounded",
  tree: "treeAssign",
};

interface Ran<T> {
  readonly result: T;
  /** Whether the engine took a step by itself. */
  readonly ran: boolean;
}

/** Does the work with a look at what the kernel is asked for. */
async function watched<T>(engine: EngineName, work: () => Promise<T>): Promise<Ran<T>> {
  const perform = vi.spyOn(Workspace.prototype, "perform");
  const result = await work();
  const ran = perform.mock.calls.some(([operation]) => operation === OPERATIONS[engine]);
  perform.mockRestore();
  return { result, ran };
}

/** A fit from the given centroids of a case. */
function fitOf({ points, start, weights }: EngineCase, engine: EngineName): Promise<KMeansFit> {
  const options = { k: start.length, init: start, engine, tolerance: 0, maxIterations: ITERATIONS };
  return kmeans(points, weights === undefined ? options : { ...options, weights });
}

/** What an engine says of each step of a walk: from where the fit ended, a little away, farther, back, and off. */
async function walk(
  { points, start, weights }: EngineCase,
  end: Matrix,
  engine: EngineName,
): Promise<readonly Float64Array[]> {
  const pace = new Pace();
  const loaded = await load(points, weights ?? null, pace, undefined, engine);
  const settled = rowsOf(end);
  // Every centroid goes a share of the way to the next one.
  const toward = (share: number) => {
    return settled.map((row, c) =>
      row.map((value, j) => value + share * (settled[(c + 1) % settled.length][j] - value)),
    );
  };
  const off = settled.map((_, c) => settled[0].map((value) => value * (1 + c)));
  const ways = [settled, settled, settled, toward(2 ** -24), toward(2 ** -10), toward(0.1), settled, settled, off];
  const seen: Float64Array[] = [];
  loaded.engine.begin(start.length);
  for (const way of ways) {
    const { moved, counts, sums, sumsLow, inertia } = await loaded.engine.step(
      intoFrame(Float64Array.from(way.flat()), loaded.frame),
      pace,
    );
    const labels = new Int32Array(points.rows);
    await loaded.engine.labels(labels, pace);
    seen.push(Float64Array.of(moved, inertia, ...counts, ...sums, ...sumsLow, ...labels));
  }
  return seen;
}

/** Whether an engine takes steps of a case. */
function isTaken(engine: EngineName, { points, weights, without }: EngineCase): boolean {
  if (without?.includes(engine)) return false;
  return engine !== "tree" || hasTree({ ...points, weighted: weights !== undefined });
}

/** Where two lists of numbers differ first, to the bit, and how; null where nowhere. */
function firstDifference(got: ArrayLike<number>, want: ArrayLike<number>): string | null {
  for (let at = 0; at < Math.max(got.length, want.length); at++) {
    if (!Object.is(got[at], want[at])) return `expected ${want[at]} at ${at}, got ${got[at]}`;
  }
  return null;
}

/** Where two fits differ first; null where nowhere. */
function fitDifference(got: KMeansFit, want: KMeansFit): string | null {
  const numbers = ({ labels, centroids, inertia, sizes, history }: KMeansFit) => {
    return Float64Array.of(inertia, ...sizes, ...centroids.data, ...history.flatMap(Object.values), ...labels);
  };
  return firstDifference(numbers(got), numbers(want));
}

/** Where two walks differ first; null where nowhere. */
function walkDifference(got: readonly Float64Array[], want: readonly Float64Array[]): string | null {
  const differences = want.map((step, at) => firstDifference(got[at], step));
  const at = differences.findIndex((difference) => difference !== null);
  return at < 0 ? null : `step ${at}: ${differences[at]}`;
}

/** A fit, or why there is none: of some rows distances vanish. */
async function outcomeOf(given: EngineCase, engine: EngineName): Promise<KMeansFit | KentroError> {
  try {
    return await fitOf(given, engine);
  } catch (error) {
    if (error instanceof KentroError) return error;
    throw error;
  }
}

/** Remembers what is made of each case: several engines are held against it. */
function once<T>(make: (given: EngineCase) => T): (given: EngineCase) => T {
  const made = new Map<EngineCase, T>();
  return (given) => {
    const known = made.get(given);
    if (known !== undefined) return known;
    const fresh = make(given);
    made.set(given, fresh);
    return fresh;
  };
}

const denseFit = once((given) => fitOf(given, "dense"));

const denseWalk = once(async (given) => walk(given, (await denseFit(given)).centroids, "dense"));

const plainFit = once(({ points, start, weights }) => {
  const each = Array.from(weights ?? new Float64Array(points.rows).fill(1));
  return plainLloyd(rowsOf(points), each, start, { maxIterations: ITERATIONS, tolerance: 0 });
});

describe.each(ENGINES)("the %s engine", (engine) => {
  it.each(FLOAT64_CASES)("ends where plain Lloyd does: $what", async (given) => {
    const plain = plainFit(given);
    const fit = await fitOf(given, engine);
    expect(firstDifference(fit.labels, plain.labels)).toBeNull();
    expectClose(fit.centroids.data, plain.centroids.flat(), 1e-12);
    expectClose([fit.inertia], [plain.inertia], 1e-9);
    expect(fit.iterations).toBe(plain.iterations);
    expect(fit.sizes).toEqual(plain.sizes);
  });
});

describe.each(ENGINES.filter((engine) => engine !== "dense"))("the %s engine, beside the dense one", (engine) => {
  it.each([...FLOAT32_CASES, ...FLOAT64_CASES])("gives the same fit, bit for bit: $what", async (given) => {
    expect(fitDifference(await fitOf(given, engine), await denseFit(given))).toBeNull();
  });

  it.each([...FLOAT32_CASES, ...FLOAT64_CASES])("gives the same steps, bit for bit: $what", async (given) => {
    const { centroids } = await denseFit(given);
    const dense = await denseWalk(given);
    const { result, ran } = await watched(engine, () => walk(given, centroids, engine));
    expect(walkDifference(result, dense)).toBeNull();
    expect(ran).toBe(isTaken(engine, given));
  });

  it("gives the same, bit for bit, of rows of any kind", async () => {
    let steps = 0;
    await fc.assert(
      fc.asyncProperty(anyEngineCase, async (given) => {
        const dense = await outcomeOf(given, "dense");
        const own = await outcomeOf(given, engine);
        if (!(dense instanceof KMeansFit && own instanceof KMeansFit)) {
          expect(own).toEqual(dense);
          return;
        }
        expect(fitDifference(own, dense)).toBeNull();
        const denseSteps = await walk(given, dense.centroids, "dense");
        const { result, ran } = await watched(engine, () => walk(given, dense.centroids, engine));
        expect(walkDifference(result, denseSteps)).toBeNull();
        if (ran) steps++;
      }),
      { seed: 1, numRuns: RUNS },
    );
    expect(steps).toBeGreaterThan(RUNS / 3);
  });
});
