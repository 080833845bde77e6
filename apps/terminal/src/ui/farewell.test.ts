import { describe, expect, it } from "vitest";
import { commandFor, farewell } from "./farewell.ts";
import { DEFAULTS, ready } from "./testing/shop.ts";

describe("farewell", () => {
  it("says nothing where nothing was saved", () => {
    expect(farewell(ready())).toBe("");
  });

  it("names what was saved and the command that makes it again", () => {
    const saved = [{ path: "/out/a b.csv", option: "--out", settings: DEFAULTS } as const];
    expect(farewell({ ...ready(), saved })).toBe(
      "Saved /out/a b.csv\n  kentro segment shop.csv --out '/out/a b.csv'\n",
    );
  });

  it("says so when leaving stopped a file being written", () => {
    expect(farewell({ ...ready(), writing: { id: 9 } })).toBe("Saving was stopped: nothing was written.\n");
  });
});

describe("commandFor", () => {
  it("gives only what is not the default", () => {
    const settings = { ...DEFAULTS, features: ["age", "Annual Income (k$)"], scale: "robust", k: 4 } as const;
    expect(commandFor("-odd.csv", { path: "/o.csv", option: "--out", settings })).toBe(
      "kentro segment ./-odd.csv --features 'age,Annual Income (k$)' --k 4 --scale robust --out /o.csv",
    );
  });

  it("gives names that a list would break one by one", () => {
    const settings = { ...DEFAULTS, features: ["Income, net", "age"] };
    expect(commandFor("a.csv", { path: "/o.csv", option: "--out", settings })).toBe(
      "kentro segment a.csv --feature 'Income, net' --feature age --out /o.csv",
    );
    expect(
      commandFor("a.csv", { path: "/o.csv", option: "--out", settings: { ...DEFAULTS, features: ["all"] } }),
    ).toContain("--feature all");
  });
});
