import { describe, expect, it } from "vitest";
import { agoWords, shapeWords } from "./words.ts";

describe("words about files", () => {
  it.each([
    [-5000, "just now"],
    [59_999, "just now"],
    [60_000, "1 minute ago"],
    [3_600_000 * 5, "5 hours ago"],
    [86_400_000, "1 day ago"],
    [86_400_000 * 20, "2 weeks ago"],
    [86_400_000 * 200, "6 months ago"],
    [86_400_000 * 800, "2 years ago"],
  ])("%d milliseconds back is %s", (age, words) => {
    expect(agoWords(1e12 - age, 1e12)).toBe(words);
  });

  it("rows and columns are set apart", () => {
    expect(shapeWords({ rows: 1_234_567, columns: 8 })).toBe("1,234,567 × 8");
  });
});
