import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ENGINES } from "./engine/steps/steps.ts";
import type { IterationRecord } from "./iteration.ts";
import { kmeans } from "./kmeans.ts";
import type { KMeansFit } from "./model/model.ts";
import type { KMeansOptions } from "./options.ts";
import type { Points } from "./points/matrix.ts";
import { expectClose, partsOf, thrownBy } from "./testing/expectations.ts";
import { plainLloyd } from "./testing/plain-lloyd.ts";
import { groupsOf, lattice, mapped, matrixOf, normalRows, rowsOf, scattered, singleOf } from "./testing/points.ts";

const points = normalRows(200, 2, 1);
const init = points.slice(0, 4);

interface Recorded {
  readonly fit: KMeansFit;
  readonly records: readonly IterationRecord[];
}

async function recorded(given: Points, options: KMeansOptions): Promise<Recorded> {
  const records: IterationRecord[] = [];
  const fit = await kmeans(given, { ...options, onIteration: (record) => records.push(record) });
  return { fit, records };
}

/** The records of one start. */
function runOf(records: readonly IterationRecord[], restart: number): readonly IterationRecord[] {
  return records.filter((record) => record.restart === restart);
}

/** What the iterations did, without the start. */
function stepsOf(records: readonly IterationRecord[]): readonly IterationRecord["step"][] {
  return records.slice(1).map(({ step }) => step);
}

describe("the record of a run from given centroids", () => {
  it("begins with them, holds the history of the fit, and ends with its centroids", async () => {
    for (const given of [matrixOf(points), singleOf(points)]) {
      const { fit, records } = await recorded(given, { k: 4, init });
      expect(records[0]).toEqual({ restart: 1, iteration: 0, centroids: matrixOf(init), step: null });
      expect(records.map(({ iteration }) => iteration)).toEqual([...Array(fit.iterations + 1).keys()]);
      expect(stepsOf(records)).toEqual(fit.history);
      expect(records.at(-1)?.centroids).toEqual(fit.centroids);
    }
  });

  it("is that of plain Lloyd, empty clusters and weights of 0 included: numbers to 1e-12, moved rows the same", async () => {
    const given = fc.oneof(lattice({ maxColumns: 3 }), scattered()).chain((rows) => {
      const columns = rows[0].length;
      // Not halfway between rows: whether rounding makes a tie of it is not to decide.
      const center = fc.integer({ min: -200, max: 200 }).map((value) => value / 1.7);
      return fc.record({
        rows: fc.constant(rows),
        weights: fc.array(fc.nat(3), { minLength: rows.length, maxLength: rows.length }),
        centers: fc.array(fc.array(center, { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 6 }),
        maxIterations: fc.constantFrom(1, 2, 300),
        tolerance: fc.constantFrom(0, 1e-4, 0.1),
      });
    });
    await fc.assert(
      fc.asyncProperty(given, async ({ rows, weights, centers, ...stop }) => {
        const used = weights.map((weight, row) => (weight === 0 ? 0 : weight + row / 97));
        const heavy = new Set(rows.filter((_, row) => used[row] > 0).map((row) => JSON.stringify(row))).size;
        fc.pre(heavy > 0);
        const start = centers.slice(0, heavy);
        const { steps } = plainLloyd(rows, used, start, stop);
        const { records } = await recorded(rows, { k: start.length, init: start, weights: used, ...stop });
        expect(records.length).toBe(1 + steps.length);
        for (const [i, { centroids, inertia, shift, moved }] of steps.entries()) {
          const { centroids: own, step } = records[i + 1];
          expectClose(own.data, centroids.flat(), 1e-12, 100);
          expect(step?.moved).toBe(moved);
          expectClose([step?.inertia ?? Number.NaN], [inertia], 1e-12, 1e4 * rows.length);
          expectClose([step?.shift ?? Number.NaN], [shift], 1e-12, 1e4 * rows.length);
        }
      }),
      { seed: 1, numRuns: 200 },
    );
  });

  it("shows an empty cluster take the farthest row in the iteration that finds it empty", async () => {
    const { records } = await recorded([[0], [1], [2], [-40], [100], [3]], { k: 3, init: [[0], [2], [1e4]] });
    expect(records.slice(0, 2).map(({ centroids }) => rowsOf(centroids))).toEqual([
      [[0], [2], [1e4]],
      [[-13], [2.5], [100]],
    ]);
  });

  it.each(ENGINES)("is the real one of engine %s, which agrees with a plain implementation", async (engine) => {
    const rows = groupsOf(6, 6000, 3, 2);
    const stop = { maxIterations: 14, tolerance: 0 };
    const start = rows.slice(0, 6);
    const { steps } = plainLloyd(
      rows,
      rows.map(() => 1),
      start,
      stop,
    );
    const { fit, records } = await recorded(rows, { k: 6, init: start, engine, ...stop });
    expect(fit.engine.steps[engine]).toBeGreaterThan(0);
    expect(stepsOf(records)).toEqual(fit.history);
    expect(stepsOf(records).map((step) => step?.moved)).toEqual(steps.map(({ moved }) => moved));
    for (const [i, { centroids }] of steps.entries()) {
      expectClose(records[i + 1].centroids.data, centroids.flat(), 1e-12);
    }
  });

  it.each<[string, (value: number) => number]>([
    ["huge", (value) => value * 2 ** 500],
    ["tiny", (value) => value * 2 ** -500],
    ["far from zero", (value) => value + 2 ** 20],
  ])("is in the units of the points where they are %s", async (_, change) => {
    // Few digits, so that nothing is lost far from zero.
    const rows = mapped(points, (value) => Math.round(value * 2 ** 20) / 2 ** 20);
    const plain = await recorded(rows, { k: 4, init: rows.slice(0, 4) });
    const changed = mapped(rows, change);
    const { fit, records } = await recorded(changed, { k: 4, init: changed.slice(0, 4) });
    expect(records.length).toBe(plain.records.length);
    expect(rowsOf(records[0].centroids)).toEqual(changed.slice(0, 4));
    for (const [i, { centroids }] of records.entries()) {
      expectClose(centroids.data, plain.records[i].centroids.data.map(change), 1e-15);
    }
    expect(stepsOf(records)).toEqual(fit.history);
  });

  it("has an infinite inertia where float64 cannot hold it", async () => {
    const rows = [-1, 1].flatMap((side) => Array.from({ length: 20 }, (_, row) => [side * 1e155 * (1 + row * 1e-9)]));
    const { records } = await recorded(rows, { k: 2, restarts: 10, search: "restarts", init: "random" });
    expect(records.map(({ step }) => step?.inertia)).toContain(Number.POSITIVE_INFINITY);
    for (const { centroids } of records) expect(centroids.data.every(Number.isFinite)).toBe(true);
  });
});

describe("the record of restarts", () => {
  const options: KMeansOptions = { k: 6, search: "restarts", restarts: 4, tolerance: 0.01 };

  it("has each start from its seeding on, and the best one to its end", async () => {
    const { fit, records } = await recorded(points, options);
    const runs = [1, 2, 3, 4].map((restart) => runOf(records, restart));
    for (const run of runs) {
      expect(run.map(({ iteration }) => iteration)).toEqual([...run.keys()]);
      expect(run[0].step).toBeNull();
      expect(run.length).toBeGreaterThan(1);
      for (const row of rowsOf(run[0].centroids)) expect(points).toContainEqual(row);
    }
    const [best] = runs.filter((run) => run.length === 1 + fit.iterations && run.at(-1) === records.at(-1));
    expect(stepsOf(best)).toEqual(fit.history);
    expect(best.at(-1)?.centroids).toEqual(fit.centroids);
    expect(best.at(-1)?.step?.moved).toBe(0);
    // It went on after the last start, where tolerance had stopped it.
    expect(records.at(-1)?.restart).toBeLessThan(4);
  });

  it("tells by its steps which start has won, even where nothing is left to go on with", async () => {
    const { fit, records } = await recorded(points, { ...options, tolerance: 0, maxIterations: 50 });
    const won = [1, 2, 3, 4].filter((restart) => {
      return JSON.stringify(stepsOf(runOf(records, restart))) === JSON.stringify(fit.history);
    });
    expect(won.length).toBeGreaterThan(0);
    expect(runOf(records, won[0]).at(-1)?.centroids).toEqual(fit.centroids);
  });

  it("is of one start for one cluster", async () => {
    const { records } = await recorded(points, { ...options, k: 1 });
    expect(new Set(records.map(({ restart }) => restart))).toEqual(new Set([1]));
  });
});

describe("a listener to iterations", () => {
  it("changes nothing, not even by writing into the centroids that it gets", async () => {
    for (const options of [
      { k: 4, init },
      { k: 4, search: "restarts", restarts: 3 },
    ] satisfies KMeansOptions[]) {
      const onIteration = ({ centroids }: IterationRecord) => centroids.data.fill(7);
      expect(partsOf(await kmeans(points, { ...options, onIteration }))).toEqual(
        partsOf(await kmeans(points, options)),
      );
    }
  });

  it("that aborts ends the work upon this record, with the signal's reason", async () => {
    const reason = new Error("seen enough");
    for (const last of [0, 2]) {
      const controller = new AbortController();
      const seen: number[] = [];
      const onIteration = ({ iteration }: IterationRecord) => {
        seen.push(iteration);
        if (iteration === last) controller.abort(reason);
      };
      const options = { k: 4, init, signal: controller.signal, onIteration };
      expect(await thrownBy(() => kmeans(points, options))).toBe(reason);
      expect(seen).toEqual([0, 1, 2].slice(0, last + 1));
    }
  });

  it("that throws ends the work with what it threw", async () => {
    const error = new Error("stop");
    const onIteration = () => {
      throw error;
    };
    expect(await thrownBy(() => kmeans(points, { k: 4, init, onIteration }))).toBe(error);
  });
});
