import { describe, expect, it } from "vitest";
import { withKey, withoutOption } from "./note-words.ts";

const NOTE = "Income (net) is skewed to the right (skewness 3.1): its logarithm (--log 'Income (net)') may tell more.";

describe("a note on the data", () => {
  it("says the key, not the option of the command line", () => {
    const start = "Income (net) is skewed to the right (skewness 3.1): its logarithm";
    expect(withKey(NOTE)).toBe(`${start} (L on its line) may tell more.`);
    expect(withoutOption(NOTE)).toBe(`${start} may tell more.`);
  });

  it("stays as it is where it speaks of no option", () => {
    expect(withKey("200 rows read, all used.")).toBe("200 rows read, all used.");
  });
});
