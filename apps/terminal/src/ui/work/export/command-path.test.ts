import { describe, expect, it } from "vitest";
import { commandPath } from "./command-path.ts";

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
