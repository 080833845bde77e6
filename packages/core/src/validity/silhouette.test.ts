import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Random } from "../random.ts";
import { expectRefusal } from "../testing/expectations.ts";
import { groupsOf, normalRows } from "../testing/points.ts";
import { untyped } from "../testing/untyped.ts";
import { silhouette, silhouetteSamples } from "./silhouette.ts";
import { stratifiedSample } from "./stratified-sample.ts";

const points = groupsOf(3, 900, 4, 1);
const labels = points.map((_, row) => row % 3);

describe("silhouette", () => {
  it("is the mean of the samples, and takes every row up to 10,000", async () => {
    const samples = await silhouetteSamples(points, labels);
    const { value, sampled } = await silhouette(points, labels);
    expect(sampled).toBeNull();
    expect(value).toBeCloseTo(samples.reduce((sum, each) => sum + each, 0) / 900, 12);
    expect(await silhouette(points, labels, { sample: "all" })).toEqual({ value, sampled });
    expect(await silhouette(points, labels, { sample: 900 })).toEqual({ value, sampled });
  });

  it("is taken on a sample where one is asked for, near the exact one and the same for the same seed", async () => {
    const exact = await silhouette(points, labels);
    const part = await silhouette(points, labels, { sample: 300 });
    expect(part.sampled).toBe(300);
    expect(Math.abs(part.value - exact.value)).toBeLessThan(0.05);
    expect(part.value).not.toBe(exact.value);
    expect(await silhouette(points, labels, { sample: 300, seed: 0 })).toEqual(part);
    expect((await silhouette(points, labels, { sample: 300, seed: 1 })).value).not.toBe(part.value);
  });

  it("counts clusters of a sample by their true shares", async () => {
    // One cluster of 990 and one of 2 rows: a sample of 20 holds both rows of the small one.
    const rows = [...normalRows(990, 1, 3), [50], [60]];
    const own = rows.map((_, row) => (row < 990 ? 0 : 1));
    const exact = await silhouette(rows, own);
    const part = await silhouette(rows, own, { sample: 20 });
    expect(part.sampled).toBe(22);
    expect(Math.abs(part.value - exact.value)).toBeLessThan(0.01);
  });

  it("of more than 10,000 rows is taken on 10,000 and says so", async () => {
    const many = normalRows(10_200, 1, 1);
    const half = many.map(([x]) => (x > 0 ? 1 : 0));
    const { value, sampled } = await silhouette(many, half);
    expect(sampled).toBe(10_000);
    const exact = await silhouette(many, half, { sample: "all" });
    expect(exact.sampled).toBeNull();
    expect(Math.abs(value - exact.value)).toBeLessThan(0.002);
  });

  it("calls no sample what is every row", async () => {
    const rows = normalRows(30, 1, 1);
    const own = rows.map((_, row) => Math.floor(row / 2));
    expect(await silhouette(rows, own, { sample: 10 })).toEqual(await silhouette(rows, own));
  });

  it("is the same for any number of threads", async () => {
    const one = await silhouette(points, labels, { threads: 1 });
    expect(await silhouette(points, labels, { threads: 16 })).toEqual(one);
  });

  it.each([[0], [1], [-5], [2.5], [Number.NaN], ["100"], ["every"], [null]])(
    "refuses a sample of %s",
    async (sample) => {
      const options = { sample: untyped<number>(sample) };
      await expectRefusal(() => silhouette(points, labels, options), "INVALID_OPTION", { says: "sample" });
    },
  );

  it("refuses a seed that is none", async () => {
    await expectRefusal(() => silhouette(points, labels, { seed: -1 }), "INVALID_OPTION", { says: "seed" });
  });
});

describe("stratifiedSample", () => {
  const given = fc
    .array(fc.nat(4), { minLength: 2, maxLength: 200 })
    .chain((codes) => fc.record({ codes: fc.constant(codes), count: fc.integer({ min: 2, max: codes.length }) }));

  it("takes of each cluster its share, but two where it has them, in the order of rows", () => {
    fc.assert(
      fc.property(given, fc.nat(), ({ codes, count }, seed) => {
        const sizes = new Int32Array(5);
        for (const code of codes) sizes[code]++;
        const sample = stratifiedSample(Int32Array.from(codes), sizes.slice(), count, new Random(seed));
        const rows = Array.from(sample);
        expect(rows).toEqual([...new Set(rows)].sort((a, b) => a - b));
        sizes.forEach((size, code) => {
          const taken = rows.filter((row) => codes[row] === code).length;
          const share = (size * count) / codes.length;
          expect(taken).toBeLessThanOrEqual(size);
          if (share > 2) expect(Math.abs(taken - share)).toBeLessThanOrEqual(0.5);
          else expect(taken).toBe(Math.min(size, 2));
        });
      }),
      { seed: 1 },
    );
  });

  it("takes every row of a cluster as often", () => {
    const codes = Int32Array.from({ length: 20 }, (_, row) => (row < 10 ? 0 : 1));
    const counts = new Array<number>(20).fill(0);
    for (let seed = 0; seed < 2000; seed++) {
      for (const row of stratifiedSample(codes, Int32Array.of(10, 10), 8, new Random(seed))) counts[row]++;
    }
    for (const count of counts) expect(Math.abs(count - 800)).toBeLessThan(6 * Math.sqrt(2000 * 0.4 * 0.6));
  });
});
