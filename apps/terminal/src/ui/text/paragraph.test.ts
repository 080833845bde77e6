import { expect, it } from "vitest";
import { widthOf } from "./line.ts";
import { paragraph } from "./paragraph.ts";

it("keeps a cell free on both sides", () => {
  const lines = paragraph("three words here", 13, { bold: true });
  expect(lines.map((spans) => spans.map(({ text }) => text).join(""))).toEqual([" three words", " here"]);
  expect(lines.every(([first]) => first?.style.bold)).toBe(true);
});

it("takes no line for an empty text, and at least a cell for any other", () => {
  expect(paragraph("", 20)).toEqual([]);
  expect(paragraph("abc", 1).map(widthOf)).toEqual([2, 2, 2]);
});
