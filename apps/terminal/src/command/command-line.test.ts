import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { commandText } from "./command-line.ts";

describe("commandText", () => {
  it("quotes only what a shell would change", () => {
    expect(commandText(["segment", "a.csv", "--features", "Annual Income (k$),Age", "--k", "5"])).toBe(
      "kentro segment a.csv --features 'Annual Income (k$),Age' --k 5",
    );
  });

  it("is read back by a shell as it was given", () => {
    const args = ["", "it's", "$HOME", "a\nb", "`x`", "--x=*", "\\", "é"];
    const echo = commandText(args).replace(/^kentro/, "printf '%s\\0'");
    expect(execFileSync("sh", ["-c", echo], { encoding: "utf8" })).toBe(args.map((arg) => `${arg}\0`).join(""));
  });
});
