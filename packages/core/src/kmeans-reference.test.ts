import { describe, expect, it } from "vitest";
import { kmeans } from "./kmeans.ts";
import { expectClose, largestOf } from "./testing/expectations.ts";
import { referenceSet, referenceSets, weightedReference } from "./testing/reference.ts";
import { calinskiHarabasz } from "./validity/calinski-harabasz.ts";
import { daviesBouldin } from "./validity/davies-bouldin.ts";
import { silhouette } from "./validity/silhouette.ts";

describe.each(referenceSets())("on $name, as scikit-learn", ({ points, cases, best }) => {
  it.each(cases)("gives labels, centroids, inertia and sizes of k = $k from its given start", async (expected) => {
    const init = expected.init_rows.map((row) => points[row]);
    const fit = await kmeans(points, { k: expected.k, init, tolerance: 0 });
    expect(Array.from(fit.labels)).toEqual(expected.labels);
    expect(fit.sizes).toEqual(expected.sizes);
    // Means of standardised columns are nothing but rounding: they are measured against the points.
    expectClose(fit.centroids.data, expected.centroids.flat(), 1e-9, largestOf(points.flat()));
    expectClose([fit.inertia], [expected.inertia], 1e-9);
    expect(fit.converged).toBe(true);
  });

  it.each(cases.filter(({ k }) => k > 1))("gives the validity indices of k = $k", async (expected) => {
    const { labels } = expected;
    const { value, sampled } = await silhouette(points, labels);
    expect(sampled).toBeNull();
    const actual = [value, await calinskiHarabasz(points, labels), await daviesBouldin(points, labels)];
    for (const [i, name] of (["silhouette", "calinski_harabasz", "davies_bouldin"] as const).entries()) {
      expectClose([actual[i]], [expected[name] ?? Number.NaN], 1e-9);
    }
  });

  it.each(best)("comes within 0.1 % of the best inertia known for k = $k by default", async (expected) => {
    const { inertia } = await kmeans(points, { k: expected.k });
    expect(inertia).toBeLessThanOrEqual(expected.best_known_inertia * 1.001);
  });
});

describe("with weights, as scikit-learn", () => {
  it("gives labels, centroids and inertia from the given start", async () => {
    const { points } = referenceSet("mall-income-score");
    const { init_rows, weights, labels, centroids, inertia } = weightedReference();
    const init = init_rows.map((row) => points[row]);
    const fit = await kmeans(points, { k: init.length, init, weights, tolerance: 0 });
    expect(Array.from(fit.labels)).toEqual(labels);
    expectClose(fit.centroids.data, centroids.flat(), 1e-9);
    expectClose([fit.inertia], [inertia], 1e-9);
  });
});
