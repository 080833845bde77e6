import { describe, expect, it } from "vitest";
import { firstTheme } from "./theme.ts";

describe("firstTheme", () => {
  it("believes what the terminal says of its ground", () => {
    expect(firstTheme({ COLORFGBG: "0;15" })).toBe("light");
    expect(firstTheme({ COLORFGBG: "0;default;7" })).toBe("light");
    expect(firstTheme({ COLORFGBG: "15;0" })).toBe("dark");
  });

  it("takes a dark ground where it says nothing or something odd", () => {
    expect(firstTheme({})).toBe("dark");
    expect(firstTheme({ COLORFGBG: "default;default" })).toBe("dark");
  });
});
