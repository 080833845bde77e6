import { describe, expect, it } from "vitest";
import { kmeans } from "../kmeans.ts";
import type { ElbowOptions } from "../options.ts";
import type { CurvePoint, Progress } from "../progress.ts";
import { expectClose, expectRefusal, partsOf, thrownBy } from "../testing/expectations.ts";
import { groupsOf, mapped, normalRows, singleOf } from "../testing/points.ts";
import { untyped } from "../testing/untyped.ts";
import { silhouette } from "../validity/silhouette.ts";
import { elbow } from "./elbow.ts";

/** One sentence: a capital at the beginning, one full stop at the end. */
const SENTENCE = /^[A-Z][^!?\n]*[^.]\.$/;

const three = groupsOf(3, 90, 8, 1);
const few: ElbowOptions = { kMax: 4, restarts: 2 };

describe("elbow", () => {
  it("gives a point and a model for each k from kMin to kMax, the models those of a search", async () => {
    const { curve, models } = await elbow(three, { kMin: 2, kMax: 5, restarts: 3 });
    expect(curve.map(({ k }) => k)).toEqual([2, 3, 4, 5]);
    expect(models.map(({ k }) => k)).toEqual([2, 3, 4, 5]);
    for (const [i, model] of models.entries()) {
      expect(curve[i].inertia).toBe(model.inertia);
      expect(curve[i].silhouette).toBe((await silhouette(three, model.labels)).value);
      expect(await model.predict(three)).toEqual(model.labels);
      expect(model.history.length).toBe(model.iterations);
    }
    expect(partsOf(models[0])).toEqual(partsOf(await kmeans(three, { k: 2, restarts: 3 })));
  });

  it("keeps no labels where none are asked for, and predicts what they were", async () => {
    const { models, ...rest } = await elbow(three, { ...few, labels: false });
    const { models: labelled, ...same } = await elbow(three, few);
    expect(rest).toEqual(same);
    for (const [i, model] of models.entries()) {
      expect(model).not.toHaveProperty("labels");
      expect(model.toJSON()).toEqual(labelled[i].toJSON());
      expect(await model.predict(three)).toEqual(labelled[i].labels);
    }
  });

  it("gives k, its strength and evidence for each k beyond 1", async () => {
    const { curve, k, strength, kneedle, reason, sampled } = await elbow(three, { kMax: 5 });
    expect(k).toBe(3);
    expect(kneedle).toBe(3);
    expect(curve[0]).toMatchObject({ k: 1, silhouette: null, excess: null, z: null });
    expect(strength).toBe(curve[2].excess);
    expect(strength).toBeGreaterThan(0.5);
    expect(curve[2].z).toBeGreaterThan(3.5);
    expect(reason).toMatch(SENTENCE);
    expect(reason).toMatch(/From k = 2 to 3.*Kneedle says the same\.$/);
    expect(sampled).toBeNull();
  });

  it("has an inertia that never rises, however poor the search", async () => {
    for (const seed of [0, 1, 2]) {
      const rows = normalRows(120, 3, seed);
      for (const search of ["swap", "restarts"] as const) {
        const { models } = await elbow(rows, {
          ...{ kMax: 12, search, restarts: 1, maxIterations: 2, seed },
          init: "random",
          silhouette: false,
        });
        for (let i = 1; i < models.length; i++) {
          expect(models[i].inertia).toBeLessThanOrEqual(models[i - 1].inertia * (1 + 1e-12));
        }
      }
    }
  });

  it("is the same for the same seed, and for any number of threads", async () => {
    const once = await elbow(three, { ...few, seed: 7 });
    const again = await elbow(three, { ...few, seed: 7, threads: 2 });
    expect(again.curve).toEqual(once.curve);
    expect(again.models.map(partsOf)).toEqual(once.models.map(partsOf));
    expect((await elbow(three, { ...few, seed: 8 })).curve[1].z).not.toBe(once.curve[1].z);
  });

  it("takes float32 points", async () => {
    const { k, models } = await elbow(singleOf(three), few);
    expect(k).toBe(3);
    expect(models[0].precision).toBe("float32");
  });

  it("leaves out silhouettes where they are not asked for", async () => {
    const { curve } = await elbow(three, { ...few, silhouette: false });
    expect(curve.map((point) => point.silhouette)).toEqual([null, null, null, null]);
  });

  it("with kMin beyond 1 is measured from k = 1 on all the same", async () => {
    const whole = await elbow(three, few);
    const part = await elbow(three, { ...few, kMin: 3 });
    expect(part.k).toBe(3);
    expect(part.curve.map(({ excess, z }) => ({ excess, z }))).toEqual(
      whole.curve.slice(2).map(({ excess, z }) => ({ excess, z })),
    );
    expect((await elbow(three, { ...few, kMin: 4 })).k).toBeNull();
  });

  it("of a single k has nothing that bends", async () => {
    const { k, curve, kneedle, strength, reason } = await elbow(three, { kMax: 1 });
    expect({ k, kneedle, strength }).toEqual({ k: null, kneedle: null, strength: null });
    expect(curve.length).toBe(1);
    expect(reason).toMatch(SENTENCE);
  });

  it("ends with the distinct rows, and says so", async () => {
    const rows = Array.from(
      { length: 60 },
      (_, row) =>
        [
          [0, 0],
          [10, 0],
          [0, 10],
        ][row % 3],
    );
    const { curve, k, reason, models, strength } = await elbow(rows);
    expect(curve.map((point) => point.k)).toEqual([1, 2, 3]);
    expect(reason).toContain("The curve ends at k = 3, for only 3 rows are distinct.");
    expect(k).toBe(3);
    expect(models[2].inertia).toBe(0);
    const numbers = curve.slice(1).flatMap(({ inertia, silhouette: own, excess, z }) => [inertia, own, excess, z]);
    expect([...numbers, strength].every(Number.isFinite)).toBe(true);
  });

  it("of one distinct row is a point", async () => {
    const { curve, k, reason } = await elbow([
      [5, 5],
      [5, 5],
      [5, 5],
    ]);
    expect(curve).toEqual([{ k: 1, inertia: 0, silhouette: null, excess: null, z: null }]);
    expect(k).toBeNull();
    expect(reason).toMatch(/^No clear elbow.*only 1 row is distinct\.$/);
  });

  it("is finite where a column does not vary, and where rows lie on a line", async () => {
    const rows = Array.from({ length: 60 }, (_, row) => [row % 7, 5, 2 * (row % 7)]);
    const { curve, reason } = await elbow(rows, few);
    const numbers = curve.slice(1).flatMap(({ inertia, excess, z }) => [inertia, excess, z]);
    expect(numbers.every(Number.isFinite)).toBe(true);
    expect(reason).not.toContain("NaN");
  });

  it("has silhouettes but for as many clusters as rows", async () => {
    const { curve } = await elbow([[0], [1], [9]], { kMax: 3, restarts: 1 });
    expect(curve.map((point) => point.silhouette === null)).toEqual([true, false, true]);
  });
});

describe("elbow in other units", () => {
  it.each([2 ** 300, 2 ** 20, 2 ** -300, 2 ** -600])("is the same: times %d", async (factor) => {
    // Correlated columns, whose box is turned.
    const rows = three.map(([x, y]) => [x + y, x + 1.25 * y]);
    const options = { ...few, silhouette: false };
    const { curve, k } = await elbow(rows, options);
    const scaled = await elbow(
      mapped(rows, (value) => value * factor),
      options,
    );
    expect(scaled.k).toBe(k);
    expect(scaled.curve.map(({ excess, z }) => [excess, z])).toEqual(curve.map(({ excess, z }) => [excess, z]));
  });
});

describe("elbow with weights", () => {
  it("goes by the weights", async () => {
    // Without their weights the two lone rows are hardly noticed.
    const rows = [...normalRows(60, 2, 2), [40, 40], [40, 41]];
    const weights = rows.map((_, row) => (row < 60 ? 1 : 30));
    const { models } = await elbow(rows, { ...few, weights });
    expect(models[1].weightSums.toSorted((a, b) => a - b)).toEqual([60, 60]);
    expect(models[1].sizes.toSorted((a, b) => a - b)).toEqual([2, 60]);
  });

  it("is blind to rows of weight 0, however far off", async () => {
    const without = await elbow(three, { ...few, silhouette: false, weights: three.map(() => 1) });
    const rows = three.flatMap((row, i) => [row, [1e6, -1e6 + i]]);
    const weights = rows.map((_, i) => (i % 2 === 0 ? 1 : 0));
    const { curve, k } = await elbow(rows, { ...few, silhouette: false, weights });
    expect(k).toBe(3);
    const numbers = (points: typeof curve) =>
      points.flatMap(({ inertia, excess, z }) => [inertia, excess ?? 0, z ?? 0]);
    expectClose(numbers(curve), numbers(without.curve), 1e-9);
  });

  it("is measured on the rows that weigh something, few as they may be among many", async () => {
    const rows = Array.from({ length: 3000 }, (_, row) => [row % 10 === 0 ? 100 : row % 7, row % 3]);
    const weights = rows.map((_, row) => (row === 1000 || row === 1007 || row === 1014 ? 1 : 0));
    const { curve, reason } = await elbow(rows, { kMax: 3, restarts: 1, weights });
    expect(curve[2].inertia).toBe(0);
    expect(curve[1].z).not.toBe(0);
    expect(reason).not.toContain("sample");
  });
});

describe("elbow of many rows", () => {
  it("takes silhouettes and evidence on samples, and says so", async () => {
    const rows = groupsOf(3, 12_000, 10, 4);
    const { sampled, k, reason, models } = await elbow(rows, { kMin: 3, kMax: 3, restarts: 1 });
    expect(sampled).toBe(9_999);
    expect(k).toBe(3);
    expect(reason).toContain("measured on a sample of 1,000 rows");
    expect(models[0].labels.length).toBe(12_000);
  });
});

describe("elbow at work", () => {
  it("tells how far it is, never falling, through all its stages to the end", async () => {
    const seen: Progress[] = [];
    await elbow(three, { ...few, onProgress: (progress) => seen.push(progress) });
    const fractions = seen.flatMap(({ fraction }) => (fraction === null ? [] : [fraction]));
    expect(fractions).toEqual([...fractions].sort((a, b) => a - b));
    expect(fractions.every((fraction) => fraction >= 0 && fraction <= 1)).toBe(true);
    expect(fractions.at(-1)).toBe(1);
    expect(new Set(seen.map(({ stage }) => stage))).toEqual(
      new Set(["loading", "seeding", "iterating", "swapping", "silhouette", "references"]),
    );
  });

  it.each<[string, ElbowOptions]>([
    ["swaps", {}],
    ["restarts", { search: "restarts" }],
    ["as many clusters as rows differ", { kMax: 90 }],
    ["no silhouettes", { silhouette: false }],
  ])("tells each point of the curve as soon as it is known, from the first k to the last: %s", async (_, options) => {
    const points: CurvePoint[] = [];
    const onProgress = ({ point, k, stage }: Progress): void => {
      if (point === undefined) return;
      expect(k).toBe(point.k);
      expect(stage).toBe(options.silhouette === false ? "iterating" : "silhouette");
      points.push(point);
    };
    const rows = three.slice(0, 30);
    const { curve, models } = await elbow(rows, { kMin: 1, kMax: 5, restarts: 1, ...options, onProgress });
    expect(points).toEqual(
      curve.map(({ k, inertia, silhouette }, i) => {
        return { k, inertia, silhouette, smallest: Math.min(...models[i].sizes) };
      }),
    );
  });

  it("tells the points of one column, whose optima are found together", async () => {
    const points: CurvePoint[] = [];
    const onProgress = ({ point }: Progress): unknown => point && points.push(point);
    const { curve } = await elbow([[1], [2], [8], [9], [9.5], [20]], { kMin: 2, kMax: 6, onProgress });
    expect(points.map(({ k, inertia }) => [k, inertia])).toEqual(curve.map(({ k, inertia }) => [k, inertia]));
    expect(points.map(({ smallest }) => smallest)).toEqual([1, 1, 1, 1, 1]);
  });

  it("stops where it is aborted, with the signal's reason, while timers go on", async () => {
    const reason = new Error("enough");
    const controller = new AbortController();
    setTimeout(() => controller.abort(reason), 20);
    expect(await thrownBy(() => elbow(normalRows(1000, 4, 1), { kMax: 10, signal: controller.signal }))).toBe(reason);
    expect(await thrownBy(() => elbow(three, { signal: AbortSignal.abort(reason) }))).toBe(reason);
  });
});

describe("elbow refuses", () => {
  it.each([[0], [-1], [1.5], [Number.NaN], ["3"], [null]])("kMin and kMax of %s", async (value) => {
    await expectRefusal(() => elbow(three, { kMin: untyped<number>(value) }), "INVALID_K", { says: "kMin" });
    await expectRefusal(() => elbow(three, { kMax: untyped<number>(value) }), "INVALID_K", { says: "kMax" });
  });

  it("kMax below kMin", async () => {
    await expectRefusal(() => elbow(three, { kMin: 4, kMax: 3 }), "INVALID_K", { says: "kMin = 4, got 3" });
    await expectRefusal(() => elbow(three, { kMin: 11 }), "INVALID_K");
  });

  it("kMin beyond the distinct rows", async () => {
    await expectRefusal(() => elbow([[1], [1], [2]], { kMin: 3 }), "TOO_FEW_DISTINCT_ROWS", { says: "got 2" });
  });

  it("given centroids", async () => {
    await expectRefusal(() => elbow(three, { init: [[1, 1]] }), "INVALID_OPTION", { says: "init" });
  });

  it("what kmeans refuses", async () => {
    await expectRefusal(() => elbow([]), "EMPTY");
    await expectRefusal(() => elbow([[1], [Number.NaN]]), "NOT_FINITE", { row: 1, column: 0 });
    await expectRefusal(() => elbow(three, { weights: [1] }), "INVALID_WEIGHTS");
    await expectRefusal(() => elbow(three, { restarts: 0 }), "INVALID_OPTION");
  });
});
