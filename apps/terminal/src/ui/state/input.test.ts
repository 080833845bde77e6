import { describe, expect, it } from "vitest";
import { inputOf, suggestedInput, textOf, typedInto } from "./input.ts";

describe("a line that suggests a text", () => {
  it("gives way to the first that is typed, and to no more than that", () => {
    const first = typedInto(suggestedInput("low income"), { kind: "insert", text: "V" });
    expect(textOf(first)).toBe("V");
    expect(textOf(typedInto(first, { kind: "insert", text: "IP" }))).toBe("VIP");
  });

  it.each([
    ["left", "low incom!e"],
    ["home", "!low income"],
    ["end", "low income!"],
    ["backspace", "low incom!"],
  ] as const)("is edited after %s", (kind, edited) => {
    const moved = typedInto(suggestedInput("low income"), { kind });
    expect(textOf(typedInto(moved, { kind: "insert", text: "!" }))).toBe(edited);
  });

  it("is a line like any other where it suggests nothing", () => {
    expect(suggestedInput("")).toEqual(inputOf(""));
  });
});
