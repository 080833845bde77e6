import { describe, expect, it } from "vitest";
import { withNeeds } from "../../session.ts";
import { replied } from "../../state/reply.ts";
import { pressed, sent } from "../../testing/pressed.ts";
import { ready } from "../../testing/shop.ts";
import { looked, onExport, place, shown, writing } from "./testing/exporting.ts";

describe("looking at the places", () => {
  it("is asked for once, and again after another path, another tick and each writing", () => {
    const first = pressed(ready(), "6");
    expect(sent(first, "look")?.outputs).toMatchObject([
      { option: "--out", path: "shop-segments.csv", wanted: true },
      { option: "--model", path: "shop-model.json", wanted: false },
      { option: "--report", path: "shop-report.html", wanted: true },
      { option: "--charts", path: "shop-charts", wanted: false },
    ]);
    expect(sent(pressed(first.state, "down", "up"), "look")).toBeNull();
    expect(sent(pressed(first.state, "space"), "look")).not.toBeNull();
    const done = withNeeds(replied(writing(), { type: "allWritten", id: writing().writing?.id ?? 0 }));
    expect(sent(done, "look")).not.toBeNull();
  });

  it("is over for a path that was changed since", () => {
    const old = looked(onExport(), place("--out", "shop-segments.csv", { fault: "No." }));
    expect(shown(old)[1]).toContain("not here");
    expect(shown(pressed(old, "enter", "x", "enter").state).join("\n")).not.toContain("not here");
  });
});
