import { describe, expect, test } from "vitest";
import { SegmentsError } from "../error.ts";
import { checkEdits, nameFor, noteFor, placeOf } from "./check-edit.ts";
import type { Edit } from "./edit.ts";

const named = (name: string, others: readonly string[] = []) =>
  nameFor({ type: "rename", segment: "A", name }, others, 0);
const noted = (note: string) => noteFor({ type: "note", segment: "A", note }, 0);

describe("a list of edits", () => {
  test.each<[unknown]>([
    [[]],
    [[{ type: "merge", segments: ["A", "B"] }]],
    [[{ type: "note", segment: "A", note: "" }]],
  ])("may be %j", (edits) => {
    expect(() => checkEdits(edits)).not.toThrow();
  });

  test.each<[unknown]>([
    [null],
    ["merge A,B"],
    [[null]],
    [[{ type: "drop", segment: "A" }]],
    [[{ type: "merge", segments: ["A"] }]],
    [[{ type: "merge", segments: ["A", 2] }]],
    [[{ type: "merge", segment: "A" }]],
    [[{ type: "split" }]],
    [[{ type: "rename", segment: "A" }]],
    [[{ type: "note", segment: "A", note: 5 }]],
  ])("may not be %j", (edits) => {
    expect(() => checkEdits(edits)).toThrow(expect.objectContaining({ code: "INVALID_EDIT" }));
  });

  test("has at most a thousand of them", () => {
    const split: Edit = { type: "split", segment: "A" };
    expect(() => checkEdits(new Array(1000).fill(split))).not.toThrow();
    expect(() => checkEdits(new Array(1001).fill(split))).toThrow(SegmentsError);
  });
});

describe("a name", () => {
  test.each(["<script>", "=cmd()", "__proto__", "Größte 🙂", "x".repeat(100), "🙂".repeat(100)])(
    "may be %s",
    (name) => {
      expect(named(name)).toBe(name);
    },
  );

  test.each([
    ["", "a name needs a character that can be seen."],
    [" \u3000", "a name needs a character that can be seen."],
    ["x".repeat(101), "a name has at most 100 characters, this one has 101."],
    ["a\u001b[2J", 'a name has no control or invisible characters: "a<U+001B>[2J".'],
    ["a\u202eb", 'a name has no control or invisible characters: "a<U+202E>b".'],
    ["a\nb", 'a name has no control or invisible characters: "a<U+000A>b".'],
    ["Best", 'another segment is called "Best".'],
    [" Best ", 'another segment is called "Best".'],
  ])("may not be %j", (name, why) => {
    expect(() => named(name, ["Best"])).toThrow(`Edit 1 (rename A): ${why}`);
  });
});

describe("a note", () => {
  test("is on one line", () => {
    expect(noted("one\ntwo\r\nthree\u2028four\t.")).toBe("one two three four .");
    expect(noted(" \n ")).toBeNull();
    expect(noted("🙂".repeat(1000))).toHaveLength(2000);
  });

  test("has at most a thousand visible characters", () => {
    expect(() => noted("x".repeat(1001))).toThrow("a note has at most 1000 characters, this one has 1001.");
    expect(() => noted("a\u001b[2J")).toThrow('a note has no control or invisible characters: "a<U+001B>[2J".');
  });
});

test("of very many letters the first are told", () => {
  const letters = Array.from({ length: 40 }, (_, i) => `S${i}`);
  expect(() => placeOf("X\u001b", letters, { type: "split", segment: "X\u001b" }, 2)).toThrow(
    /^Edit 3 \(split X<U\+001B>\): there is no segment "X<U\+001B>"; there are S0, .*, S25 and 14 more\.$/,
  );
});
