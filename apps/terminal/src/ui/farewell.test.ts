import { describe, expect, it } from "vitest";
import { farewell } from "./farewell.ts";
import type { State } from "./state/state.ts";
import { beginning, DEFAULTS, ready } from "./testing/shop.ts";
import type { OutputOption, Saved } from "./work/export/protocol.ts";
import type { Settings } from "./work/protocol.ts";

function saved(option: OutputOption, name: string, settings: Settings = DEFAULTS): Saved {
  return { option, path: `/home/ann/${name}`, shown: name, bytes: 1, files: 1, source: "shop.csv", settings };
}

const left = (state: State): string[] => farewell(state).split("\n");

describe("farewell", () => {
  it("says nothing where nothing was found", () => {
    expect(farewell(beginning())).toBe("");
  });

  it("gives the command that finds the segments again where nothing was saved", () => {
    expect(left(ready())).toEqual(["To find these segments again: kentro segment shop.csv", ""]);
  });

  it("names what was saved, and the one command that writes all of it again", () => {
    const files = [saved("--out", "a b.csv"), saved("--report", "r.html")];
    expect(left({ ...ready(), saved: files })).toEqual([
      "Saved /home/ann/a b.csv",
      "Saved /home/ann/r.html",
      "To write them again: kentro segment shop.csv --out 'a b.csv' --report r.html --force",
      "",
    ]);
  });

  it("gives a command for each of several results, and for a second file of one kind", () => {
    const files = [saved("--out", "a.csv"), saved("--out", "b.csv"), saved("--model", "m.json", { ...DEFAULTS, k: 4 })];
    expect(left({ ...ready(), saved: files }).slice(3)).toEqual([
      "To write it again: kentro segment shop.csv --out a.csv --force",
      "To write it again: kentro segment shop.csv --out b.csv --force",
      "To write it again: kentro segment shop.csv --k 4 --model m.json --force",
      "",
    ]);
  });

  it("says so when leaving stopped the writing", () => {
    const writing = { id: 9, what: "Writing a.csv", done: [] };
    expect(left({ ...ready(), writing })[0]).toBe("Writing was stopped: nothing is half-written.");
  });

  it("lets no escape code out of a name", () => {
    const files = [saved("--out", "a\x1b[2J.csv")];
    expect(farewell({ ...ready(), saved: files, source: "\x1b]0;x\x07.csv" })).not.toContain("\x1b");
  });
});
