import { expect, test } from "vitest";
import { mayMeanMissing, meansMissing } from "./missing.ts";

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

test.each(["0", "-", "?", ".", "none", "None", "nil", "nada", "N A", "NA.", "'NA'", "nul", "Namibia", "unknown"])(
  "takes %j for a value",
  (text) => {
    expect(meansMissing(text)).toBe(false);
  },
);

test("never rules out a missing cell by its first byte", () => {
  for (const text of MISSING) expect(mayMeanMissing(Buffer.from(text)[0] ?? 0)).toBe(true);
  for (const text of ["Ada", "7", "-", "_"]) expect(mayMeanMissing(Buffer.from(text)[0] ?? 0)).toBe(false);
});
