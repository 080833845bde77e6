import { expect, test } from "vitest";
import { evaluated } from "../testing/evaluated.ts";
import { mayMeanMissing, meansMissing, meansMissingSql, presentTextSql } from "./missing.ts";

const MISSING = [
  "",
  " ",
  "\t\r\n",
  "\u00a0",
  "\u3000",
  "NA",
  "na",
  " N/A ",
  "#N/A",
  "<NA>",
  "NULL",
  "Null",
  "NaN",
  "nan",
];

test.each(MISSING)("takes %j for missing", (text) => {
  expect(meansMissing(text)).toBe(true);
});

const VALUES = ["0", "-", "?", ".", "none", "None", "nil", "nada", "N A", "NA.", "'NA'", "nul", "Namibia", "unknown"];

test.each(VALUES)("takes %j for a value", (text) => {
  expect(meansMissing(text)).toBe(false);
});

test("never rules out a missing cell by its first byte", () => {
  for (const text of MISSING) expect(mayMeanMissing(Buffer.from(text)[0] ?? 0)).toBe(true);
  for (const text of ["Ada", "7", "-", "_"]) expect(mayMeanMissing(Buffer.from(text)[0] ?? 0)).toBe(false);
});

test("says the same in SQL, and trims as the texts of a column are trimmed", async () => {
  const spaces = ["\v", "\f", "\u1680", "\u2003", "\u2028", "\u2029", "\u202f", "\ufeff", "\u200b", "\u180e"];
  const texts = [...MISSING, ...VALUES, ...spaces, ...spaces.map((space) => `${space}N/A${space}`)];
  expect(await evaluated(texts, meansMissingSql)).toEqual(texts.map((text) => Number(meansMissing(text))));
  const around = spaces.map((space) => `${space} a${space}b ${space}`);
  const lengths = around.map((text) => text.trim().length);
  expect(await evaluated(around, (text) => `length(${presentTextSql(text)})`)).toEqual(lengths);
});
