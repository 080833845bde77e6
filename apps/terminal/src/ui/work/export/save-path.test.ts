import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { commandPath, savePath } from "./save-path.ts";

describe("savePath", () => {
  it("starts where the user stands, or at home", () => {
    expect(savePath("out.csv")).toBe(resolve("out.csv"));
    expect(savePath("/tmp/out.csv")).toBe(resolve("/tmp/out.csv"));
    expect(savePath("~/out.csv", "/home/ann")).toBe(resolve("/home/ann/out.csv"));
    expect(savePath("~ann.csv", "/home/ann")).toBe(resolve("~ann.csv"));
  });
});

describe("commandPath", () => {
  it("is short below where the user stands, and whole elsewhere", () => {
    expect(commandPath("/home/ann/out/a.csv", "/home/ann")).toBe("out/a.csv");
    expect(commandPath("/home/ann/..a.csv", "/home/ann")).toBe("..a.csv");
    expect(commandPath("/home/bob/a.csv", "/home/ann")).toBe("/home/bob/a.csv");
    expect(commandPath("/home", "/home/ann")).toBe("/home");
  });

  it("is no option, and not standard output", () => {
    expect(commandPath("/home/ann/--k", "/home/ann")).toBe("./--k");
    expect(commandPath("/home/ann/-", "/home/ann")).toBe("./-");
  });
});
