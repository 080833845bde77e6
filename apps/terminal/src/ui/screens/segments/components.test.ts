import { describe, expect, it } from "vitest";
import { withNeeds } from "../../session.ts";
import { reduce } from "../../state/reduce.ts";
import type { State } from "../../state/state.ts";
import { still } from "../../state/step.ts";
import { pressed, sent } from "../../testing/pressed.ts";
import { ready, shop } from "../../testing/shop.ts";
import type { ComponentsReply } from "../../work/segments/protocol.ts";
import { segmentsView } from "./view.ts";

const body = (state: State): string =>
  segmentsView(state, { width: 120, height: 36, panes: "columns" })
    .map((line) => line.map(({ text }) => text).join(""))
    .join("\n");

describe("the principal components", () => {
  const asked = pressed(ready(), "P");
  const reply: ComponentsReply = {
    ...{ type: "components" as const, id: asked.state.lastId, run: 2, explained: [0.7, 0.25] },
    ...{ x: Float64Array.from({ length: shop.rows }, (_, row) => row), y: new Float64Array(shop.rows) },
  };

  it("are asked for once, when they are to be seen", () => {
    expect(sent(asked, "components")).toEqual({ type: "components", id: asked.state.lastId, run: 2 });
    expect(body(asked.state)).toContain("Working out the components ...");
    expect(sent(withNeeds(still(asked.state)), "components")).toBeNull();
    expect(sent(pressed(ready(), "down"), "components")).toBeNull();
  });

  it("lie along the picture with the variance that they explain, until P or x is pressed", () => {
    const shown = reduce(asked.state, { type: "reply", reply }).state;
    expect(body(shown)).toContain("↑ component 2 (25.0 %)");
    expect(body(shown)).toContain("component 1 (70.0 %) →");
    expect(body(pressed(shown, "P").state)).toContain("Income →");
    expect(body(pressed(shown, "x").state)).not.toContain("component 1");
    expect(sent(pressed(shown, "P", "P"), "components")).toBeNull();
  });

  it("of one column are one", () => {
    const one = reduce(asked.state, { type: "reply", reply: { ...reply, explained: [1] } }).state;
    expect(body(one)).toContain("nothing: there is one component");
  });

  it("are asked for anew where other points are clustered, and kept for another k", () => {
    const { state } = reduce(asked.state, { type: "reply", reply });
    const { result } = state;
    const other = (change: object): State => ({
      ...state,
      result: { ...result!, run: 9, settings: { ...result!.settings, ...change } },
    });
    expect(sent(withNeeds(still(other({ k: 2 }))), "components")).toBeNull();
    expect(sent(withNeeds(still(other({ scale: "robust" }))), "components")).toMatchObject({ run: 9 });
  });

  it("that cannot be had say why, and are not asked for again", () => {
    const message = "these segments are not kept any more";
    const failed = reduce(asked.state, { type: "reply", reply: { type: "failed", id: reply.id, message } }).state;
    expect(body(failed)).toContain(message);
    expect(sent(withNeeds(still(failed)), "components")).toBeNull();
  });
});
