import { expect, test } from "vitest";
import { quoted, quotedList } from "./quoted.ts";

test("shows what cannot be seen, so that it does nothing to a terminal", () => {
  expect(quoted("a\u001b[31mb\u202ec\u2028")).toBe('"a<U+001B>[31mb<U+202E>c<U+2028>"');
});

test("cuts long text between characters", () => {
  expect(quoted("😀".repeat(100))).toBe(`"${"😀".repeat(60)}…"`);
});

test("says how many of a long list are left unsaid", () => {
  expect(quotedList(["a", "b", "c"], 2)).toBe('"a", "b" and 1 more');
  expect(quotedList(["a", "b"], 2)).toBe('"a", "b"');
});
