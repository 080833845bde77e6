import { describe, expect, it } from "vitest";
import { hiddenRows, windowStart } from "./window.ts";

describe("rows in a window", () => {
  it("have the cursor in the middle where it can be", () => {
    expect([0, 1, 5, 9].map((cursor) => windowStart(cursor, 10, 4))).toEqual([0, 0, 3, 6]);
    expect(windowStart(2, 3, 9)).toBe(0);
  });

  it("that are out of sight are counted, on either side", () => {
    expect(hiddenRows(0, 10, 4)).toBe("↓ 6 more");
    expect(hiddenRows(3, 10, 4)).toBe("↑ 3 more  ↓ 3 more");
    expect(hiddenRows(6, 10, 4)).toBe("↑ 6 more");
    expect(hiddenRows(0, 3, 9)).toBe("");
  });
});
