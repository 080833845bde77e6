import { describe, expect, test } from "vitest";
import { mall, mallPreset } from "../mall.ts";
import type { SegmentProgress } from "../progress.ts";
import { Random } from "../random.ts";
import { segment } from "../segment.ts";
import { tableOf } from "../testing/table.ts";

describe("the mall's segments", () => {
  test("are highly stable, and few customers are on a border", async () => {
    const { segments, stability, howMany } = await segment(mall, mallPreset);
    expect(stability).toMatchObject({ resamples: 50, resampleRows: 200, comparedRows: 200, seed: 0 });
    for (const [id, { stability: own, border, size }] of segments.entries()) {
      expect(own).toEqual(stability?.segments[id]);
      expect(own?.level).toBe("highly stable");
      expect(border?.share).toBe((border?.customers ?? 0) / size);
    }
    // scikit-learn 1.2.1: np.sort(KMeans(5, n_init=50, random_state=0).fit(X).transform(X)), (d2 - d1) / d2 < 0.1.
    expect(segments.map(({ border }) => border?.customers)).toEqual([1, 0, 0, 1, 0]);
    expect(howMany?.votes).toMatchObject({ elbow: 5, silhouette: 5 });
    expect(howMany?.suggestion).toBe(5);
    // The stability of the suggestion is the one that is told everywhere else.
    expect(howMany?.candidates[4]?.stability).toBe(stability?.mean);
    expect(howMany?.candidates.map(({ stability: own }) => own === null)).toEqual([true, ...new Array(9).fill(false)]);
  });

  test("say nothing of stability where it was not asked for", async () => {
    const { segments, stability, howMany } = await segment(mall, { ...mallPreset, resamples: 0 });
    expect(stability).toBeNull();
    expect(segments.every((each) => each.stability === null && each.border !== null)).toBe(true);
    expect(howMany?.candidates.every((each) => each.stability === null)).toBe(true);
    expect([howMany?.resampling, howMany?.votes.stability]).toEqual([null, null]);
  });

  test("of a given number have no table of numbers, and one has no border and no stability", async () => {
    const { segments, stability, howMany } = await segment(mall, { ...mallPreset, k: 1 });
    expect([stability, howMany, segments[0]?.stability, segments[0]?.border]).toEqual([null, null, null, null]);
  });
});

describe("no clear structure is what", () => {
  /** Two columns of so many customers, from a seeded generator. */
  const made = (draw: (random: Random) => readonly [number, number]) => {
    const random = new Random(11);
    const rows = Array.from({ length: 400 }, () => draw(random));
    return tableOf({ x: rows.map(([x]) => x), y: rows.map(([, y]) => y) });
  };
  const uniform = (random: Random) => random.bits() / 2 ** 32;
  const normal = (random: Random) =>
    Math.sqrt(-2 * Math.log(1 - uniform(random))) * Math.cos(2 * Math.PI * uniform(random));

  test("uniform noise gets, whatever its stability", async () => {
    const { howMany, headline, structure } = await segment(made((random) => [uniform(random), uniform(random)]));
    expect(howMany?.votes.elbow).toBeNull();
    expect(howMany?.reason).toMatch(/^No clear structure:/);
    expect(headline).toMatch(/^No clear structure:/);
    expect(structure).not.toBe("clear");
  });

  test("one long group gets, though its two halves are stable", async () => {
    const long = made((random) => [20 * normal(random), normal(random)]);
    const { howMany, headline, structure } = await segment(long, { scale: "none", kMax: 2 });
    expect(howMany?.candidates[1]?.stability).toBeGreaterThan(0.85);
    expect(howMany?.votes).toMatchObject({ elbow: null, silhouette: 2 });
    expect(howMany?.reason).toMatch(/^No clear structure: .* makes no groups of them/);
    expect(headline).toMatch(/^No clear structure:/);
    expect(structure).not.toBe("clear");
  });
});

test("progress goes from preparing over clustering and stability to describing, and never falls", async () => {
  const told: SegmentProgress[] = [];
  await segment(mall, { ...mallPreset, kMax: 3, resamples: 3, onProgress: (progress) => told.push(progress) });
  const fractions = told.flatMap(({ fraction }) => fraction ?? []);
  expect(fractions).toEqual(fractions.toSorted((a, b) => a - b));
  expect(fractions.at(-1)).toBe(1);
  const drawn = told.filter(({ stage }) => stage === "stability");
  expect(told[0]).toEqual({ stage: "preparing", fraction: 0 });
  expect(told.slice(-drawn.length - 1)).toEqual([...drawn, { stage: "describing", fraction: 1 }]);
  expect(drawn).toHaveLength(6);
});

test("progress never falls where edits are done between", async () => {
  const told: SegmentProgress[] = [];
  const edits = [{ type: "merge", segments: ["A", "B"] }] as const;
  const onProgress = (progress: SegmentProgress) => told.push(progress);
  await segment(mall, { ...mallPreset, kMax: 5, resamples: 3, edits, onProgress });
  const fractions = told.flatMap(({ fraction }) => fraction ?? []);
  expect(fractions).toEqual(fractions.toSorted((a, b) => a - b));
  expect(fractions.at(-1)).toBe(1);
});

test("the same customers are as sure in another thread", async () => {
  const found = (threads: number) => segment(mall, { ...mallPreset, k: 5, resamples: 5, threads });
  expect((await found(2)).stability).toEqual((await found(1)).stability);
});
