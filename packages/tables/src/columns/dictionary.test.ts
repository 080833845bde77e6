import fc from "fast-check";
import { expect, test } from "vitest";
import { openConnection } from "../duckdb/connection.ts";
import { withTexts } from "../testing/texts.ts";
import { Dictionary, MISSING, UNHELD } from "./dictionary.ts";
import { meansMissing } from "./missing.ts";

/** The codes that a dictionary gives to texts. */
const codesOf = (dictionary: Dictionary, texts: readonly string[]): Promise<number[]> =>
  withTexts(texts, (cells) => texts.map((_, row) => dictionary.code(cells, row)));

test("numbers texts by first appearance, whatever the spaces around them", async () => {
  const dictionary = new Dictionary();
  expect(await codesOf(dictionary, ["b", "a", " b", "NA", "a ", "", "a longer text", " a longer text"])).toEqual([
    0,
    1,
    0,
    MISSING,
    1,
    MISSING,
    2,
    2,
  ]);
  expect(dictionary.categories).toEqual(["b", "a", "a longer text"]);
});

test("gives the code of any text back, however alike the texts are", async () => {
  const alike = fc.oneof(
    fc.string({ unit: fc.constantFrom("a", "b"), minLength: 10, maxLength: 14 }),
    fc.string({ unit: "grapheme", maxLength: 20 }).filter((text) => !text.includes("\0")),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(alike, { minLength: 1, maxLength: 300 }), async (texts) => {
      const dictionary = new Dictionary();
      const codes = await codesOf(dictionary, texts);
      const back = codes.map((code) => dictionary.categories[code] ?? null);
      expect(back).toEqual(texts.map((text) => (meansMissing(text) ? null : text.trim())));
      expect(new Set(dictionary.categories).size).toBe(dictionary.categories.length);
    }),
    { seed: 3, numRuns: 10 },
  );
});

test("is full after 65,536 texts: from then on it knows those, and what means nothing", async () => {
  const dictionary = new Dictionary();
  const connection = await openConnection("none");
  try {
    for await (const chunk of connection.chunks("SELECT 'text number ' || i FROM range(65536) t(i)")) {
      const cells = chunk.texts(0);
      for (let row = 0; row < chunk.rows; row++) dictionary.code(cells, row);
    }
  } finally {
    connection.close();
  }
  expect(dictionary.full).toBe(false);
  expect(
    await codesOf(dictionary, ["text number 65535", "one more", "text number 7", "null", "text number 65536"]),
  ).toEqual([65_535, UNHELD, 7, MISSING, UNHELD]);
  expect(dictionary.full).toBe(true);
  expect(dictionary.categories).toHaveLength(65_536);
});
