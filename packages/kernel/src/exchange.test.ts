import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chunkRows } from "./layout.ts";
import { Case } from "./testing/cases.ts";
import { Workspace } from "./workspace.ts";

const cases = fc
  .record({
    rows: fc.integer({ min: 1, max: 2500 }),
    columns: fc.integer({ min: 1, max: 6 }),
    k: fc.integer({ min: 2, max: 6 }),
    single: fc.boolean(),
    weighted: fc.boolean(),
  })
  .map(({ rows, columns, k, single, weighted }) => new Case(rows, columns, k, single, false, weighted));

/** Costs and gains of the first rows as candidates, with partitions of so many chunks, worked through in such pieces. */
async function weighed(given: Case, partitionChunks: number, pieceChunks: number): Promise<readonly Float64Array[]> {
  const { rows, columns, k, single, weighted, points, weights } = given;
  const precision = single ? "float32" : "float64";
  const chunk = chunkRows(precision);
  const partitionRows = partitionChunks * chunk;
  const workspace = await Workspace.create({ rows, columns, precision, weighted, quantized: false, partitionRows });
  if (weighted) workspace.writeWeights(weights);
  workspace.writePoints(0, points, new Float64Array(columns), 1);
  const candidates = Array.from({ length: Math.min(3, rows) }, (_, row) => row);
  const pieces: (readonly [first: number, rows: number])[] = [];
  for (let start = 0; start < rows; start += partitionRows) {
    const end = Math.min(start + partitionRows, rows);
    for (let at = start; at < end; at += pieceChunks * chunk)
      pieces.push([at, Math.min(pieceChunks * chunk, end - at)]);
  }
  workspace.beginSurvey(given.centroids);
  for (const [first, count] of pieces) workspace.survey(first, count);
  workspace.beginExchange(candidates);
  for (const [first, count] of pieces) workspace.exchange(first, count);
  const costs = new Float64Array(1 + k);
  const gains = new Float64Array(candidates.length * (1 + k));
  workspace.readSurvey(costs);
  workspace.readExchange(gains, 0);
  return [costs, gains, Float64Array.from(workspace.surveyed())];
}

describe("an exchange weighed by Workspace", () => {
  it("gives the same bits however a partition is split at multiples of chunkRows", async () => {
    await fc.assert(
      fc.asyncProperty(cases, async (given) => {
        expect(await weighed(given, 4, 1)).toEqual(await weighed(given, 4, 4));
      }),
      { seed: 1, numRuns: 40 },
    );
  });

  it("gives costs and gains within 1e-12 for any partition", async () => {
    await fc.assert(
      fc.asyncProperty(cases, async (given) => {
        const [costs, gains] = await weighed(given, 10, 10);
        const [partedCosts, partedGains] = await weighed(given, 1, 1);
        const [largest] = costs;
        costs.forEach((cost, i) => {
          expect(Math.abs(partedCosts[i] - cost)).toBeLessThanOrEqual(1e-12 * (1 + largest));
        });
        gains.forEach((gain, i) => {
          expect(Math.abs(partedGains[i] - gain)).toBeLessThanOrEqual(1e-12 * (1 + largest));
        });
      }),
      { seed: 1, numRuns: 40 },
    );
  });

  it("leaves room for more centroids, and for a run after it", async () => {
    const given = new Case(700, 3, 5, false, false, false);
    const shape = {
      rows: 700,
      columns: 3,
      precision: "float64",
      weighted: false,
      quantized: false,
      partitionRows: 1024,
    } as const;
    const workspace = await Workspace.create(shape);
    workspace.writePoints(0, given.points, new Float64Array(3), 1);
    const inertias = [2, 5, 3].map((k) => {
      const centroids = given.centroids.subarray(0, k * 3);
      workspace.beginSurvey(centroids);
      workspace.survey(0, 700);
      const costs = new Float64Array(1 + k);
      workspace.readSurvey(costs);
      workspace.begin(k);
      workspace.writeCentroids(centroids);
      workspace.beginStep();
      expect(workspace.assign(0, 700, true)).toBe(700);
      return costs[0];
    });
    const again = await Workspace.create(shape);
    again.writePoints(0, given.points, new Float64Array(3), 1);
    again.beginSurvey(given.centroids.subarray(0, 9));
    again.survey(0, 700);
    const costs = new Float64Array(4);
    again.readSurvey(costs);
    expect(inertias[2]).toBe(costs[0]);
  });
});
