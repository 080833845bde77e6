import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Divisible, takeSeat } from "./divisible.ts";
import { chunkRows, createSharedMemory, type Precision } from "./layout.ts";
import { PairwiseDistances } from "./pairwise.ts";
import { createPartials } from "./partials.ts";
import { Case } from "./testing/cases.ts";
import { Workspace } from "./workspace.ts";

// Threads are played by several objects over one memory: what they do depends on the memory and the state alone.

const sharings = fc.record({
  rows: fc.integer({ min: 1, max: 3000 }),
  columns: fc.integer({ min: 1, max: 6 }),
  k: fc.integer({ min: 1, max: 6 }),
  single: fc.boolean(),
  weighted: fc.boolean(),
  threads: fc.integer({ min: 1, max: 5 }),
  order: fc.array(fc.nat({ max: 4 }), { minLength: 1, maxLength: 7 }),
});

describe("a Workspace that threads share", () => {
  it("gives the bits of one that has its memory for itself, whatever was in the shared one, and whoever does what", async () => {
    await fc.assert(
      fc.asyncProperty(sharings, async ({ rows, columns, k, single, weighted, threads, order }) => {
        const given = new Case(rows, columns, k, single, false, weighted);
        const alone = await loaded(given, 1);
        const shared = await loaded(given, threads, usedMemory());
        const crew = crewOf(shared, threads);
        expect(everything(shared, given, crew, order)).toEqual(everything(alone, given, [alone], [0]));
      }),
      { seed: 1, numRuns: 60 },
    );
  });

  it("may grow while others have seats: they follow", async () => {
    const given = new Case(1000, 3, 4, false, false, false);
    const shared = await loaded(given, 2, usedMemory());
    const crew = crewOf(shared, 2);
    const before = everything(shared, given, crew, [1]);
    shared.begin(3000);
    expect(everything(shared, given, crew, [1, 0])).toEqual(before);
  });

  it("has no seat for others where its memory is its own", async () => {
    expect((await loaded(new Case(10, 1, 1, false, false, false), 1)).seat(1)).toBeNull();
    expect((await PairwiseDistances.create({ sizes: [2, 1], columns: 1 })).seat(1)).toBeNull();
  });

  it("does more work the more centroids it compares with", async () => {
    const given = new Case(1000, 3, 4, false, false, false);
    const workspace = await loaded(given, 1);
    workspace.writeCentroids(given.centroids);
    expect(workspace.workOf("assign")).toBe(1000 * 3 * 4);
    expect(workspace.workOf("takeSeed")).toBe(1000 * 3);
  });
});

describe("PairwiseDistances that threads share", () => {
  it("give every row the silhouette that it has alone", async () => {
    const clusterings = fc.record({
      sizes: fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 5 }),
      columns: fc.integer({ min: 1, max: 4 }),
      threads: fc.integer({ min: 1, max: 4 }),
      order: fc.array(fc.nat({ max: 3 }), { minLength: 1, maxLength: 7 }),
    });
    await fc.assert(
      fc.asyncProperty(clusterings, async ({ sizes, columns, threads, order }) => {
        const rows = sizes.reduce((sum, size) => sum + size, 0);
        const { points } = new Case(rows, columns, 1, false, false, false);
        const write = (into: PairwiseDistances): PairwiseDistances => {
          for (let row = 0; row < rows; row++)
            into.writePoint(row, points.subarray(row * columns, (row + 1) * columns));
          return into;
        };
        const alone = write(await PairwiseDistances.create({ sizes, columns }));
        const shared = write(await PairwiseDistances.create({ sizes, columns, threads }, usedMemory()));
        run(alone, [alone], [0], "silhouettes");
        run(shared, crewOf(shared, threads), order, "silhouettes");
        expect([...shared.silhouettes()]).toEqual([...alone.silhouettes()]);
      }),
      { seed: 1, numRuns: 40 },
    );
  });
});

/** What comes of every operation, one after the other. */
function everything(
  workspace: Workspace,
  given: Case,
  crew: readonly Divisible[],
  order: readonly number[],
): unknown[] {
  const { rows, columns, k, weighted } = given;
  const outcomes: unknown[] = [];
  workspace.begin(k);
  workspace.beginSeeding();
  for (const operation of ["seedCosts", "takeSeed"] as const) {
    workspace.writeCentroids(operation === "takeSeed" ? given.centroids.subarray(0, columns) : given.centroids);
    outcomes.push(run(workspace, crew, order, operation), [...workspace.closest()]);
  }
  workspace.begin(k);
  const steps = [
    ["assignWithInertia", given.centroids],
    ["assign", given.nextCentroids],
    ...(weighted ? [] : [["assignBounded", given.centroids] as const]),
  ] as const;
  for (const [operation, centroids] of steps) {
    workspace.writeCentroids(centroids);
    workspace.beginStep();
    if (operation === "assignBounded") {
      workspace.beginBounds();
      workspace.writeReach(0, new Float64Array(k));
    }
    outcomes.push(run(workspace, crew, order, operation));
    const partials = createPartials(k, columns);
    workspace.readPartials(partials);
    outcomes.push(partials, labelsOf(workspace, rows), workspace.takeLooked());
  }
  if (!weighted) outcomes.push(...onRoundedRows(workspace, given, crew, order));
  run(workspace, crew, order, "nearest");
  outcomes.push(labelsOf(workspace, rows), [...workspace.closest()]);
  outcomes.push(run(workspace, crew, order, "distances"));
  return outcomes;
}

/** What comes of a step on rows rounded to 16 bits. */
function onRoundedRows(
  workspace: Workspace,
  { points, rows, columns, nextCentroids }: Case,
  crew: readonly Divisible[],
  order: readonly number[],
): unknown[] {
  const low = new Float64Array(columns).fill(Number.POSITIVE_INFINITY);
  const high = new Float64Array(columns).fill(Number.NEGATIVE_INFINITY);
  for (let at = 0; at < points.length; at++) {
    low[at % columns] = Math.min(low[at % columns], points[at]);
    high[at % columns] = Math.max(high[at % columns], points[at]);
  }
  const canRound = workspace.beginQuantized(low, high, new Float64Array(columns));
  if (!canRound) return [canRound];
  run(workspace, crew, order, "quantize");
  workspace.writeCentroids(nextCentroids);
  workspace.beginStep();
  const canTell = workspace.writeRounded(nextCentroids);
  const moved = canTell ? run(workspace, crew, order, "assignQuantized") : null;
  return [canTell, moved, labelsOf(workspace, rows), workspace.takeDoubted()];
}

/** Does an operation to all rows, each partition by the next of `order`, and gives the numbers of each piece. */
function run<Operation extends string>(
  leader: Divisible<Operation>,
  crew: readonly Divisible<Operation>[],
  order: readonly number[],
  operation: Operation,
): number[] {
  const { rows, partitionRows, state } = leader;
  const rowsAtOnce = partitionRows;
  const each = leader.resultsOf(operation, rowsAtOnce);
  const count = Math.ceil(rows / partitionRows) * each;
  leader.results(count).fill(0);
  for (let first = 0, index = 0; first < rows; first += partitionRows, index++) {
    const worker = crew[order[index % order.length] % crew.length];
    worker.follow(state);
    worker.perform(operation, first, Math.min(partitionRows, rows - first), worker.results(count), index * each);
  }
  return [...leader.results(count)];
}

function crewOf<Leader extends Divisible>(leader: Leader, threads: number): readonly Divisible[] {
  const crew: Divisible[] = [leader];
  for (let index = 1; index < threads; index++) {
    const seat = leader.seat(index);
    if (seat !== null) crew.push(takeSeat(seat));
  }
  expect(crew.length).toBe(threads);
  return crew;
}

/** A shared memory in which everything is NaN, -1, or a wild label. */
function usedMemory(): WebAssembly.Memory {
  const memory = createSharedMemory();
  if (memory === null) throw new Error("Expected a shared memory");
  memory.grow(15);
  new Uint8Array(memory.buffer).fill(0xff);
  return memory;
}

async function loaded(given: Case, threads: number, memory?: WebAssembly.Memory): Promise<Workspace> {
  const { rows, columns, single, weighted } = given;
  const precision: Precision = single ? "float32" : "float64";
  const quantized = !weighted;
  const shape = { rows, columns, precision, weighted, quantized, partitionRows: chunkRows(precision), threads };
  const workspace = await Workspace.create(shape, memory);
  workspace.writePoints(0, given.points, new Float64Array(columns), 1);
  if (weighted) workspace.writeWeights(given.weights);
  return workspace;
}

function labelsOf(workspace: Workspace, rows: number): number[] {
  const labels = new Int32Array(rows);
  workspace.readLabels(labels);
  return [...labels];
}
