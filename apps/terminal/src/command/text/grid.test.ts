import { describe, expect, it } from "vitest";
import { grid } from "./grid.ts";

describe("grid", () => {
  it("lines columns up by terminal cells", () => {
    const lines = grid([
      { align: "left", cells: ["name", "年収", "e"] },
      { align: "right", cells: ["size", "7", "1000"] },
      { align: "left", cells: ["note", "", "x"] },
    ]);
    expect(lines).toEqual(["name  size  note", "年収     7", "e     1000  x"]);
  });
});
