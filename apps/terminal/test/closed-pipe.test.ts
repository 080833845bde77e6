import { tmpdir } from "node:os";
import { describe, expect, it } from "vitest";
import { endOf, shell, start } from "./program.ts";

describe("a pipe that is closed early", () => {
  it("ends the program quietly", async () => {
    const { stdout, stderr } = await shell('node "$0" segment mall --k 5 | head -n 1');
    expect({ stdout, stderr }).toEqual({ stdout: expect.stringMatching(/^[^\n]*5 segments[^\n]*\n$/), stderr: "" });
    const unread = await shell('{ node "$0" segment mall --k 5 --json; echo $? >&2; } | true');
    expect(unread).toEqual({ code: 0, stdout: "", stderr: "0\n" });
  });

  it("does not matter on stderr either", async () => {
    const child = start(["segment", "no-such-file.csv"], tmpdir());
    child.stderr?.destroy();
    expect(await endOf(child)).toBe(1);
  });
});
