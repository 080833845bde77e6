import { describe, expect, it } from "vitest";
import { DEFAULTS, shopResult } from "../../testing/shop.ts";
import type { Result, Settings } from "../../work/protocol.ts";
import { pairOf } from "./pair.ts";
import { compared, comparisonOfFour, fourFound } from "./testing.ts";
import { agreementWords, brief, flowWords, incomparable, indexText, otherWords, runWords, verdict } from "./words.ts";

const state = compared();
const pair = pairOf(state)!;
const of = (change: Partial<Settings>, found: Partial<Result["segmentation"]> = {}): Result => {
  const result = shopResult({ ...DEFAULTS, ...change });
  return { ...result, segmentation: { ...result.segmentation, ...found } };
};

describe("agreement", () => {
  it.each([
    [1, "the same"],
    [0.9999, "almost the same"],
    [0.9, "almost the same"],
    [0.8999, "much the same"],
    [0.8, "much the same"],
    [0.65, "alike in part"],
    [0.6499, "different"],
    [0.1, "different"],
    [0.0999, "no more alike than by chance"],
    [-0.5, "no more alike than by chance"],
  ])("of %d is called %s", (agreement, words) => {
    expect(agreementWords(agreement)).toBe(words);
  });

  it("is not rounded up to the whole", () => {
    expect([1, 0.9999, 0.985, 0.93, -0.04].map(indexText)).toEqual(["1.00", ">0.99", "0.98", "0.93", "-0.04"]);
  });
});

describe("the verdict", () => {
  it("says how far the two agree, how many moved, and which is tighter", () => {
    expect(verdict(comparisonOfFour(state), pair)).toEqual([
      "The segments are much the same: adjusted Rand index 0.85 (1 is the same, 0 is chance). 2 of 11 customers (18.2 %) changed segment.",
      "Inertia 65.6, was 65.6 (it falls with every further segment); silhouette 0.55, was 0.55 (higher is clearer).",
    ]);
    expect(brief(comparisonOfFour(state))).toBe("Much the same (0.85): 2 of 11 changed segment.");
  });

  it("tells apart who is in one of the two only", () => {
    const said = verdict(comparisonOfFour(state, { onlyBefore: 3, onlyAfter: 1200, moved: 0, agreement: 1 }), pair);
    expect(said[0]).toContain("The segments are the same: adjusted Rand index 1.00");
    expect(said[0]).toContain("Nobody changed segment.");
    expect(said[1]).toBe("Not counted: 1,200 customers who are in the result shown alone, and 3 in the other alone.");
  });

  it("compares inertia and silhouette only where they measure the same", () => {
    expect(incomparable(of({}), of({ k: 7, seed: 3 }))).toBeNull();
    expect(incomparable(of({}), of({ features: ["Income", "Visits"] }))).toBeNull();
    expect(incomparable(of({}), of({ features: ["Income"] }))).toBe("the columns differ");
    expect(incomparable(of({}), of({ scale: "robust" }))).toBe("the scaling differs");
    expect(incomparable(of({}), of({ log: ["Income"] }))).toBe("logarithms, weights or missing values differ");
    expect(incomparable(of({}), of({}, { rows: 10 }))).toBe("they are not of the same customers");
    const other = { before: of({ scale: "robust" }), after: of({}) };
    expect(verdict(comparisonOfFour(state), other).at(-1)).toBe(
      "Inertia and silhouette cannot be compared: the scaling differs.",
    );
  });
});

describe("a run", () => {
  it("is told of by what it was made with, and by what is other in it", () => {
    expect(runWords(of({}))).toBe("k 3, standard, 2 columns");
    expect(otherWords(of({}), of({}))).toBe("the same settings");
    expect(otherWords(pair.before, pair.after)).toBe("1 segment fewer");
    expect(otherWords(pair.after, pair.before)).toBe("1 segment more");
    const other = of(
      { scale: "robust", features: ["Income"], weights: { Income: 2 }, missing: ["median"] },
      { seed: 4 },
    );
    expect(otherWords(other, of({}))).toBe(
      "scaled robust, not standard; without Visits; Income ×2; missing values: median; seed 4",
    );
    expect(otherWords(of({}), other)).toContain("no weights");
    expect(otherWords(of({}), of({ log: ["Income"] }))).toBe("no logarithm");
    const more = of({ log: ["Income"], edits: [{ type: "merge", segments: ["A", "B"] }] });
    expect(otherWords(more, of({ features: ["Income"] }))).toBe(
      "with Visits; logarithm of Income; other changes by hand",
    );
  });
});

describe("who moved", () => {
  it("is told with what they are like", () => {
    const comparison = comparisonOfFour(fourFound().state);
    const [flow] = comparison.flows;
    expect(flowWords(flow!, pair, comparison)).toBe(
      "2 (50.0 %) of B went to C: lower Visits than those who stayed (20, not 21)",
    );
    expect(flowWords({ ...flow!, differs: null }, pair, comparison)).toBe(
      "2 (50.0 %) of B went to C: much like those who stayed",
    );
    expect(flowWords(flow!, pair, { ...comparison, matches: [0, null, null, 2] })).toBe(
      "2 (50.0 %) of B went to C: B is no segment of its own now",
    );
  });
});
