import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { savePath } from "./save-path.ts";

describe("savePath", () => {
  it("starts where the user stands, or at home", () => {
    expect(savePath("out.csv")).toBe(resolve("out.csv"));
    expect(savePath("/tmp/out.csv")).toBe(resolve("/tmp/out.csv"));
    expect(savePath("~/out.csv", "/home/ann")).toBe(resolve("/home/ann/out.csv"));
    expect(savePath("~ann.csv", "/home/ann")).toBe(resolve("~ann.csv"));
  });
});
