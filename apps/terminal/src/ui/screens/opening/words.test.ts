import { describe, expect, it } from "vitest";
import { agoWords, shapeWords, sizeWords } from "./words.ts";

describe("words about files", () => {
  it.each([
    [0, "0 bytes"],
    [1, "1 byte"],
    [999, "999 bytes"],
    [1000, "1.0 kB"],
    [9949, "9.9 kB"],
    [9951, "10 kB"],
    [999_499, "999 kB"],
    [999_501, "1.0 MB"],
    [1_234_567, "1.2 MB"],
    [48e9, "48 GB"],
    [9e15, "9.0 PB"],
    [Number.MAX_SAFE_INTEGER, "9.0 PB"],
  ])("%d bytes are %s", (bytes, words) => {
    expect(sizeWords(bytes)).toBe(words);
  });

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
