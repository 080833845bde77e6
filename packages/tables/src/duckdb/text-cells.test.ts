import { expect, test } from "vitest";
import { withTexts } from "../testing/texts.ts";

const texts = [
  "",
  "a",
  "twelve bytes",
  "thirteen byte",
  null,
  "é😀日本",
  "日本語の長い文字列です",
  "x".repeat(100_000),
  "a text of its own that is long",
  null,
  "y".repeat(5000),
];

test("gives each text back, short and long, and tells NULL from an empty one", async () => {
  const read = await withTexts(texts, (cells) => texts.map((_, row) => (cells.holds(row) ? cells.text(row) : null)));
  expect(read).toEqual(texts);
});

test("gives the bytes of each text", async () => {
  await withTexts(texts, (cells) => {
    texts.forEach((text, row) => {
      if (text === null) return;
      const bytes = cells.bytes(row).subarray(cells.start(row), cells.end(row));
      expect(Buffer.compare(bytes, Buffer.from(text))).toBe(0);
      expect(cells.isShort(row)).toBe(bytes.length <= 12);
    });
  });
});

test("gives many long texts in their order, with short ones and NULL between", async () => {
  const many = Array.from({ length: 2000 }, (_, i) => [`short ${i}`, null, `${i} ${"long ".repeat(i % 50)}`][i % 3]);
  const read = await withTexts(many, (cells) => many.map((_, row) => (cells.holds(row) ? cells.text(row) : null)));
  expect(read).toEqual(many);
});
