import { describe, expect, it } from "vitest";
import { drawsUnicode } from "./locale.ts";

describe("drawsUnicode", () => {
  it("asks the locale, the strongest variable first", () => {
    expect(drawsUnicode({ LANG: "de_DE.UTF-8" }, "linux")).toBe(true);
    expect(drawsUnicode({ LC_ALL: "C", LANG: "de_DE.UTF-8" }, "linux")).toBe(false);
    expect(drawsUnicode({ LC_ALL: "", LC_CTYPE: "C.utf8" }, "darwin")).toBe(true);
    expect(drawsUnicode({}, "linux")).toBe(false);
  });

  it("takes Windows terminals for able", () => {
    expect(drawsUnicode({}, "win32")).toBe(true);
  });
});
