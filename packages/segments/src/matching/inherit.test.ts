import { describe, expect, test } from "vitest";
import { called } from "./inherit.ts";

const previous = [
  { letter: "A", name: "high income", note: null },
  { letter: "B", name: "low income", note: "Call in May" },
  { letter: "C", name: "average income", note: null },
];

const said = (names: readonly string[], ...earlier: Parameters<typeof called> extends [unknown, ...infer E] ? E : []) =>
  called(names, ...earlier).map(({ letter, name, note }) => [letter, name, note]);

test("without earlier segments letters follow the order", () => {
  expect(said(["big", "small"], null)).toEqual([
    ["A", "big", null],
    ["B", "small", null],
  ]);
});

describe("with segments of a previous model", () => {
  test("those that match keep letter, name and note, whatever they would be called now", () => {
    const matches = [
      { other: 1, jaccard: 0.9 },
      { other: 0, jaccard: 0.5 },
    ];
    expect(said(["few orders", "many orders"], { segments: previous, matches })).toEqual([
      ["B", "low income", "Call in May"],
      ["A", "high income", null],
    ]);
  });

  test("those that match none are new, with a letter that nobody had", () => {
    const matches = [null, null, { other: 0, jaccard: 0.8 }];
    expect(said(["older", "younger", "rich"], { segments: previous, matches })).toEqual([
      ["D", "older", null],
      ["E", "younger", null],
      ["A", "high income", null],
    ]);
  });

  test("a new name that is also inherited gets its letter", () => {
    const matches = [null, { other: 0, jaccard: 1 }];
    expect(said(["high income", "low income"], { segments: previous, matches }).map(([, name]) => name)).toEqual([
      "high income (D)",
      "high income",
    ]);
  });
});

describe("with segments that were edited", () => {
  const nothing = { name: false, note: false };
  const edited = [
    { letter: "A", name: "Best", note: null, byHand: { name: true, note: false } },
    { letter: "B", name: "older", note: null, byHand: { name: false, note: true } },
    { letter: "C", name: "younger", note: "From the model", byHand: nothing },
  ];
  const matches = [
    { other: 2, jaccard: 0.9 },
    { other: 1, jaccard: 0.9 },
    { other: 0, jaccard: 0.9 },
  ];

  test("what was said by hand is kept, and nothing else", () => {
    expect(called(["rich", "poor", "frugal"], null, { segments: edited, matches })).toEqual([
      { letter: "A", name: "rich", note: null, byHand: nothing },
      { letter: "B", name: "poor", note: null, byHand: { name: false, note: true } },
      { letter: "C", name: "Best", note: null, byHand: { name: true, note: false } },
    ]);
  });

  test("it goes before what a previous model says, whose letters stay", () => {
    const same = [
      { other: 0, jaccard: 1 },
      { other: 1, jaccard: 1 },
      { other: 2, jaccard: 1 },
    ];
    expect(said(["x", "y", "z"], { segments: previous, matches: same }, { segments: edited, matches })).toEqual([
      ["A", "high income", null],
      ["B", "low income", null],
      ["C", "Best", null],
    ]);
  });

  test("a name that was given is kept from others by their letters", () => {
    const best = [{ letter: "A", name: "high income", note: null, byHand: { name: true, note: false } }];
    const first = [null, { other: 0, jaccard: 1 }];
    const inherits = [{ other: 0, jaccard: 1 }, null];
    expect(said(["x", "y"], { segments: previous, matches: inherits }, { segments: best, matches: first })).toEqual([
      ["A", "high income (A)", null],
      ["D", "high income", null],
    ]);
  });
});
