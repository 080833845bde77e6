import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chunkRows, type Precision } from "./layout.ts";
import { createPartials } from "./partials.ts";
import { Case } from "./testing/cases.ts";
import { Workspace } from "./workspace.ts";

const cases = fc
  .record({
    rows: fc.integer({ min: 2, max: 9000 }),
    columns: fc.integer({ min: 1, max: 6 }),
    k: fc.integer({ min: 2, max: 18 }),
    single: fc.boolean(),
    grid: fc.boolean(),
  })
  .map(({ rows, columns, k, single, grid }) => new Case(rows, columns, k, single, grid, false));

/** A case in a workspace of partitions of so many chunks, its rows rounded. */
async function workspaceOf({ points, rows, columns, single }: Case, chunks: number): Promise<Workspace> {
  const precision: Precision = single ? "float32" : "float64";
  const partitionRows = chunks * chunkRows(precision);
  const workspace = await Workspace.create({
    rows,
    columns,
    precision,
    weighted: false,
    quantized: true,
    partitionRows,
  });
  workspace.writePoints(0, points, new Float64Array(columns), 1);
  const low = new Float64Array(columns).fill(-8);
  workspace.beginQuantized(
    low,
    low.map((each) => -each),
    low.map((_, column) => column / 4),
  );
  inPieces(workspace, "quantize", chunks);
  return workspace;
}

/** Does an operation to ranges of `chunks` chunks, and adds up what they give. */
function inPieces(workspace: Workspace, operation: "quantize" | "assign" | "assignQuantized", chunks: number): number {
  const { rows, precision, partitionRows } = workspace.shape;
  const result = new Float64Array(1);
  let sum = 0;
  for (let start = 0; start < rows; start += partitionRows) {
    const end = Math.min(start + partitionRows, rows);
    for (let first = start; first < end; first += chunks * chunkRows(precision)) {
      workspace.perform(operation, first, Math.min(chunks * chunkRows(precision), end - first), result, 0);
      sum += result[0];
    }
  }
  return sum;
}

/** Steps from the centroids of a case, and what they leave. */
function steps(
  workspace: Workspace,
  { centroids, nextCentroids, k, columns, rows }: Case,
  rounded: boolean,
  chunks: number,
) {
  const seen: unknown[] = [];
  workspace.begin(k);
  for (const from of [centroids, nextCentroids, centroids]) {
    workspace.writeCentroids(from);
    workspace.beginStep();
    if (rounded) expect(workspace.writeRounded(from)).toBe(true);
    const moved = inPieces(workspace, rounded ? "assignQuantized" : "assign", chunks);
    const partials = createPartials(k, columns);
    const labels = new Int32Array(rows);
    workspace.readPartials(partials);
    workspace.readLabels(labels);
    seen.push({ moved, partials, labels: labels.join() });
  }
  return seen;
}

describe("steps of Workspace on rounded rows", () => {
  it("are plain ones, bit for bit, for any partition and however ranges are split", async () => {
    const pieces = fc.integer({ min: 1, max: 20 });
    await fc.assert(
      fc.asyncProperty(cases, pieces, pieces, async (given, partition, chunks) => {
        const workspace = await workspaceOf(given, partition);
        const plain = steps(workspace, given, false, 20);
        expect(steps(workspace, given, true, chunks)).toEqual(plain);
        const doubted = workspace.takeDoubted();
        expect(steps(workspace, given, true, 20)).toEqual(plain);
        expect(workspace.takeDoubted()).toBe(doubted);
        expect(workspace.takeDoubted()).toBe(0);
      }),
      { seed: 1, numRuns: 60 },
    );
  });

  it("look at every row in full where all centroids are one", async () => {
    const given = new Case(3000, 5, 2, true, false, false);
    const workspace = await workspaceOf(given, 2);
    const same = new Float64Array(10).fill(1.5);
    workspace.begin(2);
    workspace.writeCentroids(same);
    expect(workspace.writeRounded(same)).toBe(true);
    expect(inPieces(workspace, "assignQuantized", 1)).toBe(3000);
    expect(workspace.takeDoubted()).toBe(3000);
  });

  it("are not taken where rows do not differ", async () => {
    const shape = { rows: 10, columns: 1, precision: "float64", weighted: false, quantized: true } as const;
    const workspace = await Workspace.create({ ...shape, partitionRows: 256 });
    const value = Float64Array.of(2);
    expect(workspace.beginQuantized(value, value, value)).toBe(false);
    workspace.begin(1);
    expect(workspace.writeRounded(value)).toBe(false);
  });
});
