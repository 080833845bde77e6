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
  else treeOf(workspace).readLabels(0, labels.length, labels);
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

  it("gives the steps of plain ones by the clock, passing over most rows once centroids rest", async () => {
    const late = fc.tuple(cases, fc.array(fc.constantFrom(0, 1e-6, 1e-3, 0.03, 1), { minLength: 2, maxLength: 6 }));
    await fc.assert(
      fc.asyncProperty(late, async ([given, parts]) => {
        const plain = await workspaceOf(given);
        const workspace = await workspaceOf(given);
        const tree = treeOf(workspace);
        plain.begin(given.k);
        workspace.begin(given.k);
        build(workspace, given, false);
        tree.begin();
        let centroids = given.centroids;
        let clock = 0;
        for (const [at, part] of [0, ...parts].entries()) {
          const before = centroids;
          centroids = before.map((value, i) => {
            const next = value + (given.nextCentroids[i] - value) * part;
            return given.single ? Math.fround(next) : next;
          });
          if (at === 1) tree.beginClock();
          if (at > 0) {
            clock += 2 * Math.hypot(...centroids.map((value, i) => value - before[i])) * (1 + 1e-6);
            tree.writeClock(clock * (1 + 1e-6));
          }
          plain.writeCentroids(centroids);
          workspace.writeCentroids(centroids);
          expect(stepOf(workspace, "treeAssign", given)).toEqual(stepOf(plain, "assign", given));
        }
        if (given.grid) return;
        tree.takeLooked();
        inRanges(workspace, "treeAssign");
        tree.writeClock(Number.POSITIVE_INFINITY);
        const passing = tree.takeLooked();
        inRanges(workspace, "treeAssign");
        const plainly = tree.takeLooked();
        expect(passing).toBeLessThanOrEqual(given.rows < TREE_ROWS ? plainly : plainly / 2);
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

  it("leaves it to rows where boxes are too small for distances to be told apart", async () => {
    const rows = 256;
    const ulp = 2 ** -23;
    const base = [1.371, 1.615, 1.937, 1.223].map(Math.fround);
    const points = Float64Array.from(
      { length: rows * 4 },
      (_, at) => base[at % 4] + (Math.floor(at / 2 ** (at % 4)) % 2) * ulp,
    );
    const given = { ...new Case(rows, 4, 2, true, false, false), points, tops: 1 };
    const plain = await workspaceOf(given);
    const tree = await workspaceOf(given);
    build(tree, given, false);
    for (let turn = 0; turn < 2000; turn++) {
      plain.begin(2);
      tree.begin(2);
      treeOf(tree).begin();
      // Two centroids that lie opposite to each other, but for a last digit or two.
      const centroids = Float64Array.from({ length: 8 }, (_, at) => {
        const away = Math.sin((turn * 4 + (at % 4)) ** 2) / 2;
        return base[at % 4] + (at < 4 ? away : -away) + ((turn * (at + 3)) % 5) * (ulp / 4);
      });
      plain.writeCentroids(centroids);
      tree.writeCentroids(centroids);
      const { labels } = stepOf(plain, "assign", given);
      expect(stepOf(tree, "treeAssign", given).labels).toEqual(labels);
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
