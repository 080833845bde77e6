import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { expectClose } from "../testing/expectations.ts";
import { mapped, singleOf } from "../testing/points.ts";
import { calinskiHarabasz } from "./calinski-harabasz.ts";
import { daviesBouldin } from "./davies-bouldin.ts";
import { silhouette, silhouetteSamples } from "./silhouette.ts";

const points = [
  [1, 2],
  [2, 1],
  [1, 1],
  [8, 8],
  [9, 8],
  [8, 9.5],
  [15, 1],
  [4, 4],
];
const pairs = [
  [0, 0],
  [0, 0],
  [5, 5],
  [5, 5],
  [5, 5],
];

/** Values of scikit-learn 1.2.1. */
const CASES = [
  {
    name: "good clusters, one of a single row",
    rows: points,
    labels: [0, 0, 0, 1, 1, 1, 2, 0],
    mean: 0.6644912774837903,
    samples: [
      0.7957926384346301, 0.7961016722598822, 0.802078533349492, 0.8529214424244016, 0.8479981494359556,
      0.8283182610017201, 0, 0.3927195229642418,
    ],
    calinski: 43.46507352941176,
    davies: 0.21547525051891636,
  },
  {
    name: "bad clusters of odd names",
    rows: points,
    labels: [7, 7, -3, 100, 100, 7, -3, 100],
    mean: -0.062002176427062565,
    samples: [
      0.223622444400678, 0.15581860102032127, -0.6902057673149375, 0.4992107504503793, 0.48831684140565507,
      -0.6740298465731851, -0.2733144370262873, -0.2254359977791242,
    ],
    calinski: 0.8479273778920309,
    davies: 2.0303332438348036,
  },
  {
    name: "equal rows",
    rows: pairs,
    labels: [0, 0, 1, 1, 1],
    mean: 1,
    samples: [1, 1, 1, 1, 1],
    calinski: 1,
    davies: 0,
  },
  {
    name: "equal rows in two clusters",
    rows: pairs,
    labels: [0, 0, 1, 1, 2],
    mean: 0.4,
    samples: [1, 1, 0, 0, 0],
    calinski: 1,
    davies: 0,
  },
];

describe.each(CASES)("of $name", ({ rows, labels, mean, samples, calinski, davies }) => {
  it("silhouette and its samples are those of scikit-learn", async () => {
    expectClose(await silhouetteSamples(rows, labels), samples, 1e-14);
    const { value, sampled } = await silhouette(rows, labels);
    expectClose([value], [mean], 1e-14);
    expect(sampled).toBeNull();
  });

  it("the Calinski-Harabasz and Davies-Bouldin indices are those of scikit-learn", async () => {
    expectClose([await calinskiHarabasz(rows, labels)], [calinski], 1e-13);
    expectClose([await daviesBouldin(rows, labels)], [davies], 1e-13);
  });
});

describe("validity indices", () => {
  const all = async (rows: Parameters<typeof silhouette>[0], labels: ArrayLike<number>) => [
    (await silhouette(rows, labels)).value,
    await calinskiHarabasz(rows, labels),
    await daviesBouldin(rows, labels),
  ];
  const { labels } = CASES[0];

  it.each([2 ** 20, 2 ** -20, 1e-200, 1e200, 1e300])("do not change with units: times %d", async (factor) => {
    const scaled = mapped(points, (value) => value * factor);
    expectClose(await all(scaled, labels), await all(points, labels), 1e-12);
  });

  it("do not change with the origin, nor with the names of clusters", async () => {
    expectClose(
      await all(
        mapped(points, (value) => value + 2 ** 40),
        labels.map((label) => 9 - label),
      ),
      await all(points, labels),
      1e-12,
    );
  });

  it("are taken in float64 of float32 points", async () => {
    expect(await all(singleOf(points), labels)).toEqual(await all(points, labels));
  });

  it("take labels of any kind of list", async () => {
    expect(await all(points, Uint8Array.from(labels))).toEqual(await all(points, labels));
    expect(await all(points, Float64Array.from(labels))).toEqual(await all(points, labels));
  });

  it("are finite and in their range for whatever labels", async () => {
    const given = fc.array(fc.tuple(fc.integer({ min: -3, max: 3 }), fc.nat(3)), { minLength: 3, maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(given, async (rows) => {
        const own = rows.map(([, label]) => label);
        const k = new Set(own).size;
        if (k < 2 || k === rows.length) return;
        const [value, calinski, davies] = await all(
          rows.map(([x]) => [x]),
          own,
        );
        expect(Math.abs(value)).toBeLessThanOrEqual(1 + 1e-15);
        expect(calinski).toBeGreaterThanOrEqual(0);
        expect(davies).toBeGreaterThanOrEqual(0);
        expect([value, calinski, davies].every(Number.isFinite)).toBe(true);
      }),
      { seed: 1, numRuns: 100 },
    );
  });
});
