import { describe, expect, it } from "vitest";
import { numbers, resultOf, texts } from "../../../testing/made.ts";
import { DEFAULTS } from "../../../testing/shop.ts";
import type { Places } from "../../../work/customers/protocol.ts";
import { compared } from "./compared.ts";
import { readComparison } from "./reader.ts";

const table = {
  rows: 4,
  columns: [
    texts("City", ["Oslo", "Oslo", "Rome", null]),
    numbers("Age", [20, 30, 50, Number.NaN]),
    { name: "Id", type: "identifier", missing: 0 } as const,
    numbers("Income", [10, 20, 90, 5]),
  ],
};
const { segments, features } = resultOf(table, [0, 0, 1, -1], ["low", "high"], {
  ...DEFAULTS,
  features: ["Income"],
}).segmentation;
const places: Places = {
  ...{ run: 2, distance: new Float64Array(4), second: new Int32Array(4), margin: new Float64Array(4) },
  spreads: [null, { mean: 33.3, deviation: 10 }, null, { mean: 40, deviation: 0 }],
};

describe("compared", () => {
  it("begins with what segments are found by, and ends with what cannot be compared", () => {
    const all = compared(table, features, segments[0]!, places, 0, () => "reading");
    expect(all.map(({ name, own }) => [name, own])).toEqual([
      ["Income", "10"],
      ["Age", "20"],
      ["City", "Oslo"],
      ["Id", "…"],
    ]);
  });

  it("measures the way from the segment's mean in standard deviations of everybody", () => {
    const [income, age, city] = compared(table, features, segments[0]!, places, 0, () => "none");
    expect(age).toMatchObject({ segment: "25", all: "33.3", away: -0.5, difference: "-0.5" });
    // A column that does not vary has no way to go.
    expect(income).toMatchObject({ segment: "15", all: "40", away: 0, difference: "0.0" });
    expect(city).toMatchObject({ segment: "100 %", all: "50 %", away: null, difference: "" });
  });

  it("compares a customer who is in no segment with everybody", () => {
    const [income, , age] = compared(table, features, null, places, 3, () => "none");
    expect(income).toMatchObject({ own: "5", segment: "", all: "40", away: null });
    expect(age).toMatchObject({ name: "Age", own: "–", segment: "", all: "33.3" });
  });

  it("is told to a screen reader in words", () => {
    const all = compared(table, features, segments[0]!, places, 0, () => "none");
    expect(readComparison(all, segments[0]!)).toEqual([
      "Income 10, A 15, everybody 40, 0.0 standard deviations",
      "Age 20, A 25, everybody 33.3, -0.5 standard deviations",
      "City Oslo, A 100 %, everybody 50 %",
      "Id not held",
    ]);
  });
});
