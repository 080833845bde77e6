import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Divisible, takeSeat } from "./divisible.ts";
import { chunkRows, createSharedMemory, type Precision } from "./layout.ts";
import { PairwiseDistances } from "./pairwise.ts";
import { createPartials } from "./partials.ts";
import { Case } from "./testing/cases.ts";
import { MOST_TREE_COLUMNS, TREE_ROWS } from "./tree.ts";
import { MOST_CANDIDATES } from "./workspace/places.ts";
import { type Operation, Workspace } from "./workspace.ts";

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

  it("steps on a tree in the same way, whoever sorts, places and labels its rows", async () => {
    const trees = fc.record({
      rows: fc.integer({ min: 1, max: 3 * TREE_ROWS }),
      columns: fc.integer({ min: 1, max: MOST_TREE_COLUMNS }),
      k: fc.integer({ min: 1, max: 9 }),
      single: fc.boolean(),
      threads: fc.integer({ min: 1, max: 3 }),
      order: fc.array(fc.nat({ max: 2 }), { minLength: 1, maxLength: 5 }),
    });
    await fc.assert(
      fc.asyncProperty(trees, async ({ rows, columns, k, single, threads, order }) => {
        const given = new Case(rows, columns, k, single, false, false);
        const alone = await loaded(given, 1, undefined, true);
        const shared = await loaded(given, threads, usedMemory(), true);
        const crew = crewOf(shared, threads);
        expect(onTree(shared, given, crew, order)).toEqual(onTree(alone, given, [alone], [0]));
      }),
      { seed: 1, numRuns: 30 },
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
    outcomes.push(run(workspace, crew, order, operation), ...stepOf(workspace), workspace.takeLooked());
  }
  if (!weighted) outcomes.push(...onRoundedRows(workspace, given, crew, order));
  run(workspace, crew, order, "nearest");
  outcomes.push(labelsOf(workspace, rows), [...workspace.closest()]);
  outcomes.push(run(workspace, crew, order, "distances"));
  outcomes.push(...onSurvey(workspace, given, crew, order));
  return outcomes;
}

/** What comes of a survey, of candidates weighed against it, and of steps that go on from it. */
function onSurvey(
  workspace: Workspace,
  { rows, columns, k, centroids, nextCentroids }: Case,
  crew: readonly Divisible[],
  order: readonly number[],
): unknown[] {
  const costs = new Float64Array(1 + k);
  const candidates = Array.from({ length: Math.min(rows, MOST_CANDIDATES) }, (_, row) => row);
  const gains = new Float64Array(candidates.length * (1 + k));
  workspace.beginSurvey(centroids);
  run(workspace, crew, order, "survey");
  workspace.endSurvey();
  workspace.readSurvey(costs);
  workspace.beginExchange(candidates);
  run(workspace, crew, order, "exchange");
  workspace.readExchange(gains, 0);
  const inertias = new Float64Array(workspace.partitions);
  workspace.readSurveyedInertias(inertias);
  const outcomes: unknown[] = [costs, gains, [...workspace.surveyed()], inertias];
  workspace.resumeSurvey();
  const changed = centroids.slice();
  const all = Array.from({ length: k }, (_, c) => c);
  for (const indices of [[], [k - 1], all]) {
    for (const c of indices) changed.set(nextCentroids.subarray(c * columns, (c + 1) * columns), c * columns);
    workspace.writeCentroids(changed);
    workspace.beginStep();
    workspace.writeChanged(indices);
    outcomes.push(run(workspace, crew, order, "assignChanged"), ...stepOf(workspace), [...workspace.closest()]);
  }
  return outcomes;
}

/** What comes of steps on a tree, made before the first of them or after a plain one, and of labels on their way. */
function onTree(
  workspace: Workspace,
  { points, columns, k, centroids, nextCentroids }: Case,
  crew: readonly Divisible[],
  order: readonly number[],
): unknown[] {
  const { tree } = workspace;
  if (tree === null) throw new Error("Expected a tree");
  const outcomes: unknown[] = [];
  const step = (operation: Operation, from: Float64Array): void => {
    workspace.writeCentroids(from);
    workspace.beginStep();
    outcomes.push(run(workspace, crew, order, operation), ...stepOf(workspace));
  };
  for (const isFirst of [true, false]) {
    workspace.begin(k);
    if (!isFirst) step("assign", nextCentroids);
    tree.beginOrder(points.subarray(0, columns * Math.ceil(points.length / columns / 2)), !isFirst);
    run(workspace, crew, order, "treeKeys");
    tree.endCounts();
    for (const operation of ["treeScatter", "treeSort", "treePlace"] as const) run(workspace, crew, order, operation);
    if (isFirst) tree.begin();
    else for (const operation of ["treeTakeLabels", "treeTellLabels"] as const) run(workspace, crew, order, operation);
    for (const from of [centroids, nextCentroids]) {
      step("treeAssign", from);
      const labels = new Int32Array(workspace.rows);
      tree.readLabels(0, labels.length, labels);
      outcomes.push([...labels], tree.takeLooked());
    }
    for (const operation of ["treeGiveLabels", "treePutLabels"] as const) run(workspace, crew, order, operation);
    step("assign", nextCentroids);
  }
  return outcomes;
}

/** What a step leaves in sums and labels. */
function stepOf(workspace: Workspace): unknown[] {
  const partials = createPartials(workspace.k, workspace.shape.columns);
  workspace.readPartials(partials);
  return [partials, labelsOf(workspace, workspace.rows)];
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

async function loaded(
  given: Case,
  threads: number,
  memory?: WebAssembly.Memory,
  tree: boolean = false,
): Promise<Workspace> {
  const { rows, columns, single, weighted } = given;
  const precision: Precision = single ? "float32" : "float64";
  const quantized = !weighted;
  const partitionRows = tree ? TREE_ROWS : chunkRows(precision);
  const shape = { rows, columns, precision, weighted, quantized, tree, partitionRows, threads };
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
