import type { Matrix } from "@kentro/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { FeatureColumn } from "../columns/feature-column.ts";
import { mall, mallPreset } from "../mall.ts";
import { Pace } from "../pace.ts";
import { segment } from "../segment.ts";
import { tableOf } from "../testing/table.ts";
import { type TrainingFeature, trainingOf } from "./training.ts";

const nowhere: Matrix = { data: Float64Array.of(0), rows: 1, columns: 1 };

async function remembered(cells: readonly (number | null)[] | readonly (string | null)[]): Promise<TrainingFeature> {
  const column = tableOf([["x", cells]]).columns[0] as FeatureColumn;
  const clusters = { centroids: nowhere, labels: new Int32Array(1) };
  return (await trainingOf([column], nowhere, clusters, 0, new Pace())).features[0]!;
}

const times = <T>(count: number, value: T): T[] => new Array<T>(count).fill(value);

describe("of numbers a model remembers", () => {
  test("the deciles and how many customers are between them", async () => {
    const { training } = (await segment(mall, { features: ["Age"], k: 2, resamples: 0 })).model;
    const [age] = training.features;
    // numpy 1.24.2: np.quantile(age, np.arange(1, 10) / 10), np.bincount(np.searchsorted(edges, age)).
    const edges = [21, 26.8, 30, 32, 36, 40, 47, 50.2, 59.1];
    if (age?.type !== "numeric") throw new Error("expected numbers");
    for (const [i, edge] of age.edges.entries()) expect(edge).toBeCloseTo(edges[i]!, 12);
    expect(age).toMatchObject({ counts: [22, 18, 22, 19, 23, 18, 21, 17, 20, 20], missing: 0 });
  });

  test("fewer bins where many are the same", async () => {
    const found = await remembered([...times(60, 0), ...times(20, 5), ...times(20, 9), null, null]);
    expect(found).toEqual({ type: "numeric", edges: [0, 5], counts: [60, 20, 20], missing: 2 });
  });

  test("no bin of fewer than five customers", async () => {
    fc.assert(
      await fc.asyncProperty(
        fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 5, maxLength: 80 }),
        async (cells) => {
          const found = await remembered(cells);
          expect(found.type).toBe("numeric");
          for (const count of found.counts) expect(count).toBeGreaterThanOrEqual(5);
          expect(found.counts.reduce((sum, count) => sum + count, 0)).toBe(cells.length);
        },
      ),
      { seed: 1 },
    );
    expect(await remembered([1, 2, 3])).toEqual({ type: "numeric", edges: [], counts: [3], missing: 0 });
  });
});

describe("of categories a model remembers", () => {
  test("those of five customers and more, and how many customers have others", async () => {
    const found = await remembered([...times(7, "b"), ...times(5, "a"), ...times(4, "c"), "d", null]);
    expect(found).toEqual({ type: "category", categories: ["a", "b"], counts: [5, 7], rest: 5, missing: 1 });
  });
});

test("customers count as far beyond the distance of all but one in two hundred", async () => {
  const { training } = (await segment(mall, { ...mallPreset, k: 5, resamples: 0 })).model;
  // scikit-learn 1.2.1, numpy, with m = KMeans(5, n_init=50, random_state=0).fit(X), n = np.bincount(m.labels_)[m.labels_]:
  // np.quantile(m.transform(X).min(1) * n / (n - 1), 0.995).
  expect(training.far).toBeCloseTo(1.9180756818826699, 12);
});
