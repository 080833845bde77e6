import fc from "fast-check";
import { expect, test } from "vitest";
import { withTexts } from "../testing/texts.ts";
import { MISSING } from "./dictionary.ts";
import { KeptTexts } from "./kept-texts.ts";
import { meansMissing } from "./missing.ts";

async function codesIn(kept: KeptTexts, texts: readonly (string | null)[]): Promise<number[]> {
  return withTexts(texts, (cells) => texts.map((_, row) => (cells.holds(row) ? kept.code(cells, row) : MISSING)));
}

test("numbers texts by first appearance, whatever the spaces around them, and gives each back", async () => {
  const kept = new KeptTexts();
  const texts = [
    "b",
    " a ",
    "NA",
    "a",
    null,
    "a text that is long",
    "",
    "b\u00a0",
    "é",
    "a text that is long ",
    "\ufeffé",
    "😀",
  ];
  expect(await codesIn(kept, texts)).toEqual([0, 1, -1, 1, -1, 2, -1, 0, 3, 2, 3, 4]);
  expect(kept.categories).toEqual(["b", "a", "a text that is long", "é", "😀"]);
});

test("holds more texts than a dictionary does, across its growing", async () => {
  const kept = new KeptTexts();
  const text = (i: number): string => (i % 3 === 0 ? `${i}` : `customer ${i} with a longer name`);
  const texts = Array.from({ length: 80_000 }, (_, i) => text(i));
  const bytes = texts.map((each) => new TextEncoder().encode(each));
  const cells = { bytes: (i: number) => bytes[i], start: () => 0, end: (i: number) => bytes[i].length, text };
  expect(texts.every((_, i) => kept.code(cells, i) === i)).toBe(true);
  expect(await codesIn(kept, [text(0), text(79_999), text(40_000)])).toEqual([0, 79_999, 40_000]);
  expect(kept.categories.every((category, i) => category === text(i))).toBe(true);
});

test("notices a NUL character", async () => {
  const kept = new KeptTexts();
  const nul = new TextEncoder().encode("a\0b");
  const cells = { bytes: () => nul, start: () => 0, end: () => nul.length, text: () => "a\0b" };
  expect(kept.holdsNul).toBe(false);
  kept.code(cells, 0);
  expect(kept.holdsNul).toBe(true);
});

test("keeps texts apart just where they differ once trimmed", async () => {
  const text = fc.oneof(
    fc.string({ unit: "grapheme", maxLength: 20 }),
    fc.array(fc.constantFrom("a", "b", " ", "\u00a0", "é"), { maxLength: 15 }).map((all) => all.join("")),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        text.filter((one) => !one.includes("\0")),
        { minLength: 1, maxLength: 200 },
      ),
      async (texts) => {
        const kept = new KeptTexts();
        const codes = await codesIn(kept, texts);
        const different = [...new Set(texts.filter((one) => !meansMissing(one)).map((one) => one.trim()))];
        expect(kept.categories).toEqual(different);
        expect(codes).toEqual(texts.map((one) => different.indexOf(one.trim())));
      },
    ),
    { seed: 4, numRuns: 15 },
  );
});
