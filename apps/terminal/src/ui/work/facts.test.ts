import { describe, expect, it } from "vitest";
import { numbers, texts } from "../testing/made.ts";
import { factsOf } from "./facts.ts";

describe("factsOf", () => {
  it("says the least, the mean and the most of the numbers that are there", () => {
    const [facts] = factsOf({ rows: 4, columns: [numbers("income", [15, Number.NaN, 137, 61])] });
    expect(facts).toEqual({ type: "numeric", low: 15, high: 137, mean: 71, cells: 3 });
  });

  it("knows no number of a column without any", () => {
    const [facts] = factsOf({ rows: 1, columns: [numbers("income", [Number.NaN])] });
    expect(facts).toEqual({ type: "numeric", low: Number.NaN, high: Number.NaN, mean: Number.NaN, cells: 1 });
  });

  it("does not overflow in the mean of huge numbers", () => {
    const [facts] = factsOf({ rows: 2, columns: [numbers("huge", [1.7e308, 1.7e308])] });
    expect(facts).toMatchObject({ mean: 1.7e308 });
  });

  it("measures text in cells, as it is shown", () => {
    const columns = [
      texts("city", ["年収", "a\u001b", null]),
      { name: "key", type: "identifier", missing: 0 } as const,
    ];
    expect(factsOf({ rows: 3, columns })).toEqual([
      { type: "text", distinct: 2, cells: 4 },
      { type: "identifier", cells: 8 },
    ]);
  });
});
