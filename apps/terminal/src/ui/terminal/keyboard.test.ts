import { PassThrough } from "node:stream";
import { describe, expect, it } from "vitest";
import { keyboardOn } from "./keyboard.ts";

/** What is read of what was typed. */
function read(typed: string): unknown {
  const stdin = new PassThrough({ encoding: "utf8" });
  stdin.write(typed);
  return keyboardOn(stdin).read();
}

describe("the keyboard", () => {
  it.each([
    ["Ctrl-F1", "\x1b[1;5P"],
    ["Ctrl-F13", "\x1b[25;5~"],
    ["Alt-Ctrl-F1", "\x1b\x1b[1;5P"],
    ["a report of the cursor on the first line", "\x1b[1;80R"],
    ["a pasted color", "\x1b[31m"],
  ])("has no %s, and all that is typed around it", (_, key) => {
    expect(read(`a${key}\x1b[B${key}b`)).toBe("a\x1b[Bb");
  });

  it.each([
    "\x1b[A",
    "\x1b[1;5A",
    "\x1b[5A",
    "\x1b\x1b[1;5C",
    "\x1b[5;5~",
    "\x1b[1;2Z",
    "\x1b[27u",
    "\x1b[200~",
    "\x1b[",
    "é年",
  ])("has %j", (key) => expect(read(key)).toBe(key));

  it("has nothing where nothing is typed", () => {
    expect(read("")).toBeNull();
  });
});
