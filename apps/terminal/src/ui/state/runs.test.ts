import { describe, expect, it } from "vitest";
import { DEFAULTS, shopResult } from "../testing/shop.ts";
import type { Result, Settings } from "../work/protocol.ts";
import { withRun } from "./runs.ts";

const NAMED = { type: "rename", segment: "A", name: "Poor" } as const;
const SPLIT = { type: "split", segment: "A" } as const;
const found = (run: number, change: Partial<Settings>): Result => ({
  ...shopResult({ ...DEFAULTS, ...change }),
  run,
});
const kept = (...results: readonly Result[]): readonly number[] =>
  results.reduce<readonly Result[]>(withRun, []).map(({ run }) => run);

describe("the results that can be compared", () => {
  it("are those of different settings, the last eight", () => {
    expect(kept(...Array.from({ length: 10 }, (_, run) => found(run, { k: run + 1 })))).toEqual([
      2, 3, 4, 5, 6, 7, 8, 9,
    ]);
  });

  it("are not told apart by names and notes: the last ones count", () => {
    const [first, named] = [found(1, { k: 3 }), found(3, { k: 3, edits: [NAMED] })];
    expect(kept(first, found(2, { k: 4 }), named)).toEqual([2, 3]);
    expect(kept(first, named, first)).toEqual([1]);
  });

  it("are told apart by merges and splits", () => {
    expect(kept(found(1, {}), found(2, { edits: [SPLIT] }), found(3, { edits: [NAMED, SPLIT] }))).toEqual([1, 3]);
  });
});
