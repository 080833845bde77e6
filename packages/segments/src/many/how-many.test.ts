import type { Elbow } from "@kentro/core";
import { describe, expect, test } from "vitest";
import { howMany } from "./how-many.ts";

const resampling = { resamples: 10, resampleRows: 200, comparedRows: 200, restarts: 1, seed: 0 };

/** A curve over k = 1, 2, ... with these silhouettes, as far as `howMany` looks at it. */
function curveOf(silhouettes: readonly (number | null)[], k: number | null): Elbow {
  return {
    curve: silhouettes.map((silhouette, i) => ({
      k: i + 1,
      inertia: 100 / (i + 1),
      silhouette,
      excess: null,
      z: null,
    })),
    k,
    ...{ strength: null, kneedle: null, reason: "", sampled: null },
    models: silhouettes.map((_, i) => ({ k: i + 1, sizes: [50, 10 - i] }) as unknown as Elbow["models"][number]),
  };
}

const stable = (...means: readonly number[]) => new Map(means.map((mean, i) => [i + 2, mean]));

describe("side by side", () => {
  const found = howMany(curveOf([null, 0.4, 0.6, 0.5], 3), 3, stable(0.9, 0.95, 0.7), resampling);

  test("each number of segments has what speaks for it", () => {
    expect(found.candidates).toEqual([
      { k: 1, inertia: 100, silhouette: null, stability: null, smallest: 10 },
      { k: 2, inertia: 50, silhouette: 0.4, stability: 0.9, smallest: 9 },
      { k: 3, inertia: 100 / 3, silhouette: 0.6, stability: 0.95, smallest: 8 },
      { k: 4, inertia: 25, silhouette: 0.5, stability: 0.7, smallest: 7 },
    ]);
    expect(found.resampling).toEqual(resampling);
  });

  test("votes that agree leave nothing to say but the reason", () => {
    expect(found.votes).toEqual({ elbow: 3, silhouette: 3, stability: 3 });
    expect(found.disagreement).toBeNull();
    expect(found.reason).toBe(
      "3 segments: the curve of inertia bends there more than it does in data without groups, and drawing the customers " +
        "again finds the same segments: they are highly stable (0.95).",
    );
  });
});

describe("the votes", () => {
  const votesOf = (silhouettes: readonly (number | null)[], means: readonly number[]) =>
    howMany(curveOf(silhouettes, null), 2, stable(...means), resampling).votes;

  test("of the silhouette is the best from 0.25 on, the smallest k of equals", () => {
    expect(votesOf([null, 0.3, 0.3], [])?.silhouette).toBe(2);
    expect(votesOf([null, 0.25, 0.2], [])?.silhouette).toBe(2);
    expect(votesOf([null, 0.249, 0.2], [])?.silhouette).toBeNull();
  });

  test("of stability is the largest k that is stable", () => {
    expect(votesOf([null, 0.3, 0.3, 0.3], [0.9, 0.75, 0.749]).stability).toBe(3);
    expect(votesOf([null, 0.3, 0.3, 0.3], [0.7, 0.6, 0.749]).stability).toBeNull();
  });
});

describe("votes that differ", () => {
  const said = (elbow: number | null, silhouettes: readonly (number | null)[], means: readonly number[] | null) =>
    howMany(curveOf(silhouettes, elbow), 2, stable(...(means ?? [])), means && resampling).disagreement;

  test("are said in a sentence", () => {
    expect(said(2, [null, 0.5, 0.6], [0.9, 0.8])).toBe(
      "The elbow says 2; the silhouette says 3; as many as 3 segments are stable.",
    );
    expect(said(2, [null, 0.5, 0.4], [0.9, 0.8])).toBe(
      "The elbow and the silhouette say 2; as many as 3 segments are stable.",
    );
    expect(said(2, [null, 0.1, 0.1], [0.1, 0.1])).toBe(
      "The elbow says 2; no silhouette is 0.25 or more; no number of segments is stable.",
    );
    expect(said(null, [null, 0.5, 0.4], [0.9, 0.1])).toBe(
      "The curve has no clear elbow; the silhouette says 2; as many as 2 segments are stable.",
    );
  });

  test("leave stability out where it was not asked for", () => {
    expect(said(2, [null, 0.5, 0.6], null)).toBe("The elbow says 2; the silhouette says 3.");
    expect(said(3, [null, 0.5, 0.6], null)).toBeNull();
  });
});

describe("without a clear elbow", () => {
  const reasonOf = (silhouette: number | null, mean: number | null) =>
    howMany(
      curveOf([null, silhouette], null),
      silhouette === null ? 1 : 2,
      stable(...(mean === null ? [] : [mean])),
      null,
    ).reason;

  test("there is no clear structure, however stable the segments are", () => {
    expect(reasonOf(0.6, 0.93)).toBe(
      "No clear structure: the curve of inertia bends no more than it does in data without groups; 2 segments, the best " +
        "by silhouette (0.60), are a convenient cut, and that they are highly stable (0.93) makes no groups of them, for " +
        "the halves of one long group are stable too.",
    );
    expect(reasonOf(0.6, 0.5)).toMatch(/^No clear structure: .* \(0\.60\), are a convenient cut\.$/);
  });

  test("and without any silhouette everybody is one segment", () => {
    expect(reasonOf(null, null)).toMatch(/^No clear structure: .*, so that all customers are one segment\.$/);
  });
});

test("an elbow whose segments are not found again says so", () => {
  const { reason } = howMany(curveOf([null, 0.5], 2), 2, stable(0.61), resampling);
  expect(reason).toMatch(
    /, but drawing the customers again does not always find the same segments: they are doubtful \(0\.61\)\.$/,
  );
  expect(howMany(curveOf([null, 0.5], 2), 2, stable(), null).reason).toBe(
    "2 segments: the curve of inertia bends there more than it does in data without groups.",
  );
});
