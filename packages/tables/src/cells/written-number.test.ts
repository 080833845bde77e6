import fc from "fast-check";
import { expect, test } from "vitest";
import { evaluated } from "../testing/evaluated.ts";
import { type DecimalMark, fitsEitherSql, isWrittenNumber, writtenNumberSql } from "./written-number.ts";

const asNumbers = (texts: readonly string[], mark: DecimalMark): Promise<number[]> =>
  evaluated(texts, (text) => writtenNumberSql(text, mark));

/** A text, and the number that it is with a decimal comma and with a decimal point; null for none. */
const cases: readonly (readonly [string, number | null, number | null])[] = [
  ["1.234,56", 1234.56, null],
  ["1,234.56", null, 1234.56],
  ["1.234", 1234, 1.234],
  ["1,234", 1.234, 1234],
  ["0,123", 0.123, null],
  ["0.123", null, 0.123],
  ["1.234.567", 1234567, null],
  ["1,234,567", null, 1234567],
  ["12,34,567.5", null, 1234567.5],
  ["1 234,56", 1234.56, null],
  ["1\u00a0234,56", 1234.56, null],
  ["1\u202f234\u202f567", 1234567, 1234567],
  ["1'234", 1234, 1234],
  ["1’234.50", null, 1234.5],
  ["1'234,50", 1234.5, null],
  ["1234,5", 1234.5, null],
  [",5", 0.5, null],
  ["5,", 5, null],
  ["1,5e3", 1500, null],
  ["2e-3", 0.002, 0.002],
  [" 7 ", 7, 7],
  ["€5", 5, 5],
  ["€ 5,50", 5.5, null],
  ["5,50 €", 5.5, null],
  ["$1,000.00", null, 1000],
  ["US$ 3", 3, 3],
  ["£3.20", null, 3.2],
  ["¥300", 300, 300],
  ["EUR 1.234,5", 1234.5, null],
  ["1234.5USD", null, 1234.5],
  ["100 kr.", 100, 100],
  ["Fr 20.50", null, 20.5],
  ["12,5 %", 12.5, null],
  ["12.5%", null, 12.5],
  ["-5,5", -5.5, null],
  ["−5,5", -5.5, null],
  ["+5,5", 5.5, null],
  ["-$5", -5, -5],
  ["$-5.25", null, -5.25],
  ["- 5 €", -5, -5],
  ["1.234,50-", -1234.5, null],
  ["5 €-", -5, -5],
  ["(1,234.50)", null, -1234.5],
  ["($ 5)", -5, -5],
  ["(5 %)", -5, -5],
];

const none = [
  ...["", "-", "€", "%", "(5", "5)", "--5", "-5-", "-(5)", "5 kg", "SKU 123", "ABC 5", "A1", "1 2", "12 34"],
  ...["030 123 456", "192.168.1.1", "1.2.10", "1,23,45", "1.23.456", "12345.678.901", "1,234.567,8", "1.234'567,8"],
  ...[
    "1e",
    "e5",
    "0x1F",
    "1_000",
    "inf",
    "NaN",
    "\u0661",
    "5\n",
    "10:30",
    "2025-12-31",
    "31.12.2025",
    "1 / 2",
    "1,,5",
    "..5",
  ],
];

test("reads a number with a decimal comma, and with a point", async () => {
  const texts = cases.map(([text]) => text);
  const [comma, point] = [await asNumbers(texts, "comma"), await asNumbers(texts, "point")];
  const orNull = (value: number): number | null => (Number.isNaN(value) ? null : value);
  expect(texts.map((text, i) => [text, orNull(comma[i]), orNull(point[i])])).toEqual(cases);
  expect(texts.filter((text) => !isWrittenNumber(text))).toEqual([]);
});

test("takes nothing else for a number", async () => {
  for (const mark of ["comma", "point"] as const) {
    const read = await asNumbers(none, mark);
    expect(none.filter((_, i) => !Number.isNaN(read[i]))).toEqual([]);
  }
  expect(none.filter(isWrittenNumber)).toEqual([]);
});

test("knows which numbers are others the other way", async () => {
  const either = ["1.234", "1,234", "-12.345", "€ 123,456", "999.999 USD"];
  const clear = ["0.123", "1.23", "1.2345", "1234", "1 234", "1.234,5", "1.234.567", "1'234"];
  expect(await evaluated([...either, ...clear], fitsEitherSql)).toEqual([
    ...either.map(() => 1),
    ...clear.map(() => 0),
  ]);
});

test("gives back any amount, however it is written, to the last bit", async () => {
  const style = fc.record({
    mark: fc.constantFrom<DecimalMark>("comma", "point"),
    apart: fc.constantFrom("", "mark", " ", "\u00a0", "\u202f", "'"),
    money: fc.constantFrom<[string, string]>(
      ["", ""],
      ["€ ", ""],
      ["", " €"],
      ["$", ""],
      ["USD ", ""],
      ["", "%"],
      ["", " %"],
    ),
    negative: fc.constantFrom<[string, string]>(["-", ""], ["\u2212", ""], ["", "-"], ["(", ")"]),
  });
  const amount = fc.tuple(fc.integer({ min: -999_999_999_999, max: 999_999_999_999 }), fc.integer({ min: 0, max: 4 }));
  await fc.assert(
    fc.asyncProperty(style, fc.array(amount, { minLength: 1, maxLength: 300 }), async (how, amounts) => {
      const texts = amounts.map(([units, places]) => {
        const digits = String(Math.abs(units)).padStart(places + 1, "0");
        const whole = digits.slice(0, digits.length - places);
        const thousands = how.mark === "comma" ? "." : ",";
        const apart = how.apart === "mark" ? thousands : how.apart;
        const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, apart);
        const fraction = places === 0 ? "" : (how.mark === "comma" ? "," : ".") + digits.slice(-places);
        const [before, behind] = units < 0 ? how.negative : ["", ""];
        return before + how.money[0] + grouped + fraction + how.money[1] + behind;
      });
      const expected = amounts.map(([units, places]) => Number(`${units}e-${places}`));
      expect(await asNumbers(texts, how.mark)).toEqual(expected.map((value) => value + 0));
    }),
    { seed: 5, numRuns: 25 },
  );
});
