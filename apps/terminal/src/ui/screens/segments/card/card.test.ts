import type { Segment } from "@kentro/segments";
import { describe, expect, it } from "vitest";
import type { State } from "../../../state/state.ts";
import { numbers, resultOf } from "../../../testing/made.ts";
import { DEFAULTS, ready } from "../../../testing/shop.ts";
import { told } from "../testing/told.ts";
import { cardOf } from "./card.ts";

/** The facts of the first segment, changed. */
function facts(change: Partial<Segment>, state: State = told(ready())): Record<string, string> {
  const { segmentation, ...result } = state.result!;
  const [first, ...others] = segmentation.segments;
  const segments = [{ ...first!, ...change }, ...others];
  const card = cardOf({ ...state, result: { ...result, segmentation: { ...segmentation, segments } } });
  return Object.fromEntries(card?.facts.map(({ label, text }) => [label, text]) ?? []);
}

describe("the facts of a segment", () => {
  it("are said in words, with numbers", () => {
    expect(facts({})).toEqual({
      Note: "Call in May",
      Size: "5 of 11 customers, 45.5 %",
      Value: "32.1 % of everybody's Total spend: 1,234 in all, 246.8 a customer; high-spending",
      Typical: "row 3: Income 12, Visits 3, City Oslo",
      Rule: "income under 20 (right for 70.0 % of those it names, finds all of the segment; three thresholds do not do)",
      Stable: "94.0 % comes back when customers are drawn again: highly stable",
      Border: "1 customer (20.0 %) is about as close to another segment",
    });
  });

  it("are left out where there is nothing to say", () => {
    const nothing = { note: null, value: null, typical: [], rule: null, stability: null, border: null };
    expect(Object.keys(facts(nothing))).toEqual(["Size"]);
  });

  it("say nobody and all where it is so", () => {
    const rule = { conditions: [], words: "x over 1", sql: "", precision: 1, recall: 0.5, sufficient: true };
    expect(facts({ rule, border: { customers: 0, share: 0 } })).toMatchObject({
      Rule: "x over 1 (right for all it names, finds 50.0 % of the segment)",
      Border: "nobody is about as close to another segment",
    });
  });

  it("say no share of a value that has none", () => {
    expect(facts({ value: { total: -5, share: null, mean: -1, high: false } })).toMatchObject({
      Value: "-5 in all, -1 a customer",
    });
  });

  it("name the typical customer by the column that identifies, and tell of eight columns", () => {
    const columns = ["id", ..."abcdefghij"].map((name) => numbers(name, [1, 2, 3, 4]));
    const table = { rows: 4, columns };
    const result = resultOf(table, [0, 0, 1, 1], ["low", "high"], { ...DEFAULTS, features: ["c"] });
    const choice = {
      ...result.segmentation.choice,
      columns: result.segmentation.choice.columns.map((each) =>
        each.column === "id" ? { ...each, reason: "identifier" as const } : each,
      ),
    };
    const state: State = {
      ...ready(),
      opened: { table, facts: [], choice: null },
      result: { ...result, segmentation: { ...result.segmentation, choice } },
    };
    expect(facts({ typical: [1] }, state)).toMatchObject({
      Typical: "row 2 (id 2): c 2, a 2, b 2, d 2, e 2, f 2, g 2, h 2 and 2 more",
    });
  });
});
