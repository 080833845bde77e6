import { execFile } from "node:child_process";
import { tmpdir } from "node:os";
import { describe, expect, it } from "vitest";
import { environment, PROGRAM, start } from "./program.ts";

const shell = (line: string): Promise<{ stdout: string; stderr: string }> =>
  new Promise((resolve, reject) => {
    execFile("sh", ["-c", line, PROGRAM], { env: environment }, (error, stdout, stderr) => {
      if (error) reject(error);
      else resolve({ stdout, stderr });
    });
  });

describe("a pipe that is closed early", () => {
  it("ends the program quietly", async () => {
    expect(await shell('node "$0" segment mall | head -n 1')).toEqual({
      stdout: expect.stringContaining("5 segments"),
      stderr: "",
    });
    expect(await shell('{ node "$0" segment mall --json; echo $? >&2; } | true')).toEqual({
      stdout: "",
      stderr: "0\n",
    });
  });

  it("does not matter on stderr either", async () => {
    const child = start(["segment", "no-such-file.csv"], tmpdir());
    child.stderr?.destroy();
    expect(await new Promise((resolve) => child.on("close", resolve))).toBe(1);
  });
});
