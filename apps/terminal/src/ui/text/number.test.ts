import { describe, expect, it } from "vitest";
import { count, percent, seconds, short, signed } from "./number.ts";

describe("numbers", () => {
  it("are short, and exponents only where they must be", () => {
    expect([86.5385, 0.30241, 5.5, 12345.6, 1e6, 1.5e12, 1e-7, 0, -0.00001, 15].map(short)).toEqual(
      ["86.5", "0.302", "5.50", "12,346", "1,000,000", "1.50e12", "1.00e-7", "0", "-1.00e-5", "15"],
    );
    expect(short(Number.NaN)).toBe("–");
  });

  it("carry their sign as z-scores, and never a minus zero", () => {
    expect([1.24, -0.31, -0.04, 0].map(signed)).toEqual(["+1.2", "-0.3", "0.0", "0.0"]);
  });

  it("read as counts, shares and times", () => {
    expect(count(1234567)).toBe("1,234,567");
    expect(percent(0.405)).toBe("40.5 %");
    expect([420, 12_300, 200_000].map(seconds)).toEqual(["0.4 s", "12 s", "3 min 20 s"]);
  });
});
