import { describe, expect, it } from "vitest";
import { pressed } from "../testing/pressed.ts";
import { beginning, computing, ready } from "../testing/shop.ts";

const said = (...keys: readonly string[]): string | undefined => pressed(ready(), ...keys).state.message?.text;

describe("a key that does nothing here", () => {
  it("says what it does, and where", () => {
    expect(said("4", "n")).toBe("n: rename the segment, on Segments (3).");
    expect(said("3", "s")).toBe("s: next scaling: standard, robust, minmax, none, on Data (1).");
    expect(said("3", "~")).toBe("~: type the path of a table or folder, on Open (O).");
  });

  it("says that there is nothing to do now", () => {
    expect(said("u")).toBe("u: undo the last change. Now it does nothing.");
    expect(said("r")).toBe("r: run with the settings as they are. Now it does nothing.");
  });

  it("is silent where it never does anything, in a dialog, and over the progress of the first run", () => {
    expect(said("z")).toBeUndefined();
    expect(said("6", "?", "n")).toBeUndefined();
    expect(said("4", "/", "n")).toBeUndefined();
    expect(pressed(beginning(), "n").state.message).toBeNull();
    expect(pressed(computing(), "n").state.message).toBeNull();
  });

  it("changes nothing else", () => {
    const before = pressed(ready(), "4").state;
    expect(pressed(before, "n").state).toEqual({ ...before, message: expect.anything() });
  });
});
