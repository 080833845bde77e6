import { describe, expect, it } from "vitest";
import { pressed } from "../../../testing/pressed.ts";
import { ready } from "../../../testing/shop.ts";
import { exampleFilter } from "./example.ts";

describe("the example of a filter", () => {
  it("is of the columns of the file and of the selected segment", () => {
    expect(exampleFilter(ready())).toBe("segment=A Income>49 City=Rome");
    expect(exampleFilter(pressed(ready(), "down").state)).toBe("segment=B Income>49 City=Rome");
  });

  it("can be typed as it stands", () => {
    const typed = Array.from(exampleFilter(ready()), (character) => (character === " " ? "space" : character));
    const { state } = pressed(ready(), "4", "&", ...typed, "enter");
    expect(state.message).toBeNull();
    expect(state.customers.filter.conditions).toHaveLength(3);
  });

  it("says nothing of columns that are empty, or text that is there once", () => {
    const state = ready();
    const facts = state.opened!.facts.map((each) => {
      if (each.type === "text") return { ...each, top: [{ value: "Rome", count: 1 }] };
      return each.type === "identifier" ? each : { ...each, median: Number.NaN };
    });
    expect(exampleFilter({ ...state, opened: { ...state.opened!, facts } })).toBe("segment=A");
  });
});
