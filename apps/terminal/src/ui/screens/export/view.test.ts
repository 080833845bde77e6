import { describe, expect, it } from "vitest";
import { pressed } from "../../testing/pressed.ts";
import { computing, DEFAULTS } from "../../testing/shop.ts";
import { looked, onExport, place, SAVED, shown } from "./testing/exporting.ts";

describe("the view", () => {
  it("lists what can be written, where to, and how it stands there", () => {
    const state = looked(
      { ...onExport(), saved: [SAVED] },
      place("--out", "shop-segments.csv", { there: { bytes: 8449, files: 1 } }),
      place("--model", "shop-model.json"),
      place("--report", "shop-report.html", { there: { bytes: 212_300, files: 1 } }),
      place("--charts", "shop-charts", { there: { bytes: 9000, files: 9 } }),
    );
    const text = shown(state).join("\n");
    expect(text).toMatch(/^▸\[✓\] Labels +shop-segments\.csv +saved, 8\.4 kB +every row with its segment$/m);
    expect(text).toMatch(/^ \[ \] Model +shop-model\.json +new /m);
    expect(text).toMatch(/^ \[✓\] Report +shop-report\.html +exists, 212 kB /m);
    expect(text).toMatch(/^ \[ \] Charts +shop-charts +exists, 9 files /m);
    expect(text).toContain("To /home/ann/shop-segments.csv (saved, 8.4 kB)");
  });

  it("calls a file of other settings existing, not saved", () => {
    const saved = { ...SAVED, settings: { ...DEFAULTS, k: 4 } };
    const there = place("--out", "shop-segments.csv", { there: { bytes: 8449, files: 1 } });
    expect(shown(looked({ ...onExport(), saved: [saved] }, there))[1]).toContain("exists, 8.4 kB");
  });

  it("shows the command line for what is ticked, in full", () => {
    const all = pressed(onExport(), "j", "space", "G", "space").state;
    expect(shown(all).join(" ").replace(/ +/g, " ")).toContain(
      "kentro segment shop.csv --out shop-segments.csv --model shop-model.json --report shop-report.html --charts shop-charts",
    );
  });

  it("says what is wrong with a place", () => {
    const fault = '"shop-segments.csv" is the file that is read: it stays as it is.';
    expect(shown(looked(onExport(), place("--out", "shop-segments.csv", { fault }))).join("\n")).toContain(fault);
  });

  it("keeps list and command at 40x12", () => {
    const there = place("--out", "shop-segments.csv", { there: { bytes: 8449, files: 1 } });
    const text = shown(looked(onExport(), there), 40, 8).join("\n");
    expect(text).toMatch(/^▸\[✓\] Labels shop-segments\.csv +exists$/m);
    expect(text).toContain("kentro segment shop.csv");
    expect(text).toContain("shop-report.html");
  });

  it("keeps what is under the cursor on the screen where only two lines are left", () => {
    expect(shown(pressed(onExport(), "G").state, 40, 2)[1]).toMatch(/^▸\[ \] Charts/);
  });

  it("shows the end of a path that is too wide, with a status where there is room for both", () => {
    const long = pressed(
      onExport(),
      "enter",
      "ctrl-u",
      ..."/very/long/folder/of/年収/somebody/else/out.csv",
      "enter",
    ).state;
    expect(shown(long, 40)[1]).toMatch(/^▸\[✓\] Labels …\S*somebody\/else\/out\.csv$/);
    const there = place("--model", "shop-model.json", { there: { bytes: 1, files: 1 } });
    expect(shown(looked(long, there), 28).join("\n")).not.toContain("exists");
  });

  it("needs neither boxes nor rules nor inverse video for a screen reader", () => {
    const state = onExport();
    const text = shown({ ...state, look: { ...state.look, reader: true } }).join("\n");
    expect(text).toMatch(/^▸ Labels, ticked: shop-segments\.csv$/m);
    expect(text).toMatch(/^ {2}Model, not ticked: shop-model\.json$/m);
    expect(text).not.toMatch(/[─[\]]/);
  });

  it("says that there is nothing to write yet", () => {
    expect(shown(pressed(computing(), "6").state)[0]).toContain("once they are found");
  });

  it("fits any room", () => {
    for (const [width, height] of [
      [1, 1],
      [3, 2],
      [12, 5],
      [28, 6],
      [40, 7],
      [180, 55],
    ] as const) {
      shown(onExport(), width, height);
    }
  });
});
