import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createPartials } from "./partials.ts";
import { Case } from "./testing/cases.ts";
import { TREE_ROWS } from "./tree.ts";
import { type Operation, Workspace } from "./workspace.ts";

const cases = fc
  .record({
    rows: fc.oneof(fc.integer({ min: 1, max: 600 }), fc.integer({ min: 4000, max: 13_000 })),
    columns: fc.integer({ min: 1, max: 4 }),
    k: fc.oneof(fc.integer({ min: 1, max: 9 }), fc.constant(70)),
    single: fc.boolean(),
    grid: fc.boolean(),
    /** Partitions, in the largest nodes. */
    tops: fc.integer({ min: 1, max: 3 }),
  })
  .map(({ rows, columns, k, single, grid, tops }) => ({ ...new Case(rows, columns, k, single, grid, false), tops }));

type Given = typeof cases extends fc.Arbitrary<infer T> ? T : never;

async function workspaceOf({ rows, columns, single, points, tops }: Given): Promise<Workspace> {
  const workspace = await Workspace.create({
    rows,
    columns,
    precision: single ? "float32" : "float64",
    weighted: false,
    quantized: false,
    tree: true,
    partitionRows: tops * TREE_ROWS,
  });
  workspace.writePoints(0, points, new Float64Array(columns), 1);
  return workspace;
}

/** Does an operation to all rows, in ranges of at most so many, and adds up what they give. */
function inRanges(workspace: Workspace, operation: Operation, atOnce: number = TREE_ROWS): number {
  const { rows, partitionRows } = workspace.shape;
  const result = new Float64Array(1);
  let sum = 0;
  for (let start = 0; start < rows; start += partitionRows) {
    const end = Math.min(start + partitionRows, rows);
    for (let first = start; first < end; first += atOnce) {
      workspace.perform(operation, first, Math.min(atOnce, end - first), result, 0);
      sum += result[0];
    }
  }
  return sum;
}

function treeOf(workspace: Workspace) {
  if (workspace.tree === null) throw new RangeError("Expected a tree");
  return workspace.tree;
}

function build(workspace: Workspace, { points }: Given, keepsLabels: boolean): void {
  const tree = treeOf(workspace);
  tree.beginOrder(points, keepsLabels);
  inRanges(workspace, "treeKeys");
  tree.endCounts();
  inRanges(workspace, "treeScatter", workspace.shape.partitionRows);
  inRanges(workspace, "treeSort");
  inRanges(workspace, "treePlace");
}

/** What a step says, and the label of each row. */
function stepOf(workspace: Workspace, operation: "assign" | "treeAssign", { k, columns }: Given) {
  workspace.beginStep();
  const moved = inRanges(workspace, operation);
  const partials = createPartials(k, columns);
  workspace.readPartials(partials);
  const labels = new Int32Array(workspace.shape.rows);
  if (operation === "assign") workspace.readLabels(labels);
  else treeOf(workspace).readLabels(labels);
  const sums = partials.sums.map((sum, at) => sum + partials.sumsLow[at]);
  return { moved, counts: partials.counts, labels, sums };
}

describe("a tree over a workspace", () => {
  it("gives the steps of the rows as they came, in any ranges, from none and from given labels", async () => {
    await fc.assert(
      fc.asyncProperty(cases, fc.boolean(), async (given, isLate) => {
        const plain = await workspaceOf(given);
        const tree = await workspaceOf(given);
        plain.begin(given.k);
        tree.begin(given.k);
        const ways = [given.centroids, given.nextCentroids, given.nextCentroids, given.centroids];
        for (const [at, centroids] of ways.entries()) {
          plain.writeCentroids(centroids);
          tree.writeCentroids(centroids);
          const isPlain = isLate && at === 0;
          if (!isPlain && at === (isLate ? 1 : 0)) {
            build(tree, given, isLate);
            treeOf(tree).begin();
            if (isLate) {
              inRanges(tree, "treeTakeLabels");
              inRanges(tree, "treeTellLabels");
            }
          }
          expect(stepOf(tree, isPlain ? "assign" : "treeAssign", given)).toEqual(stepOf(plain, "assign", given));
        }
      }),
      { seed: 1, numRuns: 60 },
    );
  });

  it("gives labels back to the rows that they belong to", async () => {
    await fc.assert(
      fc.asyncProperty(cases, async (given) => {
        const workspace = await workspaceOf(given);
        workspace.begin(given.k);
        build(workspace, given, false);
        treeOf(workspace).begin();
        workspace.writeCentroids(given.centroids);
        const { labels } = stepOf(workspace, "treeAssign", given);
        inRanges(workspace, "treeGiveLabels");
        inRanges(workspace, "treePutLabels");
        expect(stepOf(workspace, "assign", given)).toMatchObject({ moved: 0, labels });
      }),
      { seed: 2, numRuns: 20 },
    );
  });

  it("keeps rows in doubt where centroids are nearly as near", async () => {
    // The bisector of the two centroids runs through rows that rounding puts on either side of it.
    const rows = 4096;
    const points = Float32Array.from({ length: rows * 2 }, (_, at) => 1 + Math.fround((at % 61) * 1e-7));
    const given = { ...new Case(rows, 2, 3, true, false, false), points: Float64Array.from(points), tops: 1 };
    const plain = await workspaceOf(given);
    const tree = await workspaceOf(given);
    plain.begin(3);
    tree.begin(3);
    build(tree, given, false);
    treeOf(tree).begin();
    for (let step = 0; step < 40; step++) {
      const off = step * 1.3e-7;
      const centroids = Float64Array.of(0.3 + off, 1.7, 1.7, 0.3 + off / 3, 1, 1.99 - off);
      plain.writeCentroids(centroids);
      tree.writeCentroids(centroids);
      expect(stepOf(tree, "treeAssign", given)).toEqual(stepOf(plain, "assign", given));
    }
  });

  it("looks at few distances where groups lie far apart", async () => {
    const given = { ...new Case(8192, 2, 4, true, false, false), tops: 1 };
    const corners = [-100, -100, -100, 100, 100, -100, 100, 100];
    const points = given.points.map((value, at) => value + corners[(at >> 12) * 2 + (at & 1)]);
    const workspace = await workspaceOf({ ...given, points });
    workspace.begin(4);
    build(workspace, { ...given, points }, false);
    treeOf(workspace).begin();
    workspace.writeCentroids(Float64Array.from(corners));
    stepOf(workspace, "treeAssign", given);
    expect(treeOf(workspace).takeLooked()).toBeLessThan(8192 / 10);
    expect(treeOf(workspace).takeLooked()).toBe(0);
  });

  it("is not asked for where there is no room for one", async () => {
    const workspace = await Workspace.create({
      rows: 10,
      columns: 1,
      precision: "float64",
      weighted: false,
      quantized: false,
      partitionRows: TREE_ROWS,
    });
    expect(workspace.tree).toBeNull();
    expect(() => inRanges(workspace, "treeAssign")).toThrow("room for a tree");
  });
});
