import { describe, expect, it } from "vitest";
import { colorLevel } from "./color.ts";

const terminal = { isTTY: true, getColorDepth: () => 8 };

describe("colorLevel", () => {
  it("follows the stream when nothing else is said", () => {
    expect(colorLevel("auto", {}, terminal)).toBe(2);
    expect(colorLevel("auto", {}, { isTTY: true, getColorDepth: () => 1 })).toBe(0);
    expect(colorLevel("auto", {}, {})).toBe(0);
  });

  it("obeys --color before NO_COLOR before FORCE_COLOR", () => {
    expect(colorLevel("never", { FORCE_COLOR: "3" }, terminal)).toBe(0);
    expect(colorLevel("always", { NO_COLOR: "1" }, {})).toBe(1);
    expect(colorLevel("always", { NO_COLOR: "1" }, terminal)).toBe(2);
    expect(colorLevel("auto", { NO_COLOR: "1", FORCE_COLOR: "3" }, terminal)).toBe(0);
    expect(colorLevel("auto", { NO_COLOR: "" }, terminal)).toBe(2);
    expect(colorLevel("auto", { FORCE_COLOR: "3" }, {})).toBe(3);
    expect(colorLevel("auto", { FORCE_COLOR: "0" }, terminal)).toBe(0);
    expect(colorLevel("auto", { FORCE_COLOR: "" }, {})).toBe(1);
  });
});
