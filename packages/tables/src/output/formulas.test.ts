import { expect, test } from "vitest";
import { excelText, withoutFormula } from "./formulas.ts";

test("puts an apostrophe before text of our own that would be computed", () => {
  for (const start of ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"])
    expect(withoutFormula(`${start}1`)).toBe(`'${start}1`);
  expect(withoutFormula("a=1")).toBe("a=1");
  expect(withoutFormula("")).toBe("");
});

test.each([
  ["1234.5", "1234,5"],
  ["-0.5", "-0,5"],
  [" .5 ", " ,5 "],
  ["1.5e-7", "1,5e-7"],
  ["12", "12"],
  ["1,234.56", "1234,56"],
  ["$1,234,567", "$1234567"],
  ["(12.50)", "(12,50)"],
  ["1234.5 USD", "1234,5 USD"],
  ["100.5 kr.", "100,5 kr."],
  ["1,5", "1,5"],
  ["1.234,56", "1.234,56"],
  ["192.168.1.1", "192.168.1.1"],
  ["31.12.2025", "31.12.2025"],
  ["abc", "abc"],
  ["v1.2", "v1.2"],
])("writes the number %j of a column with decimal points as %j", (cell, written) => {
  expect(excelText(cell, "point")).toBe(written);
});

test.each(["1.234,56", "-0,5", "1.234", "12"])("leaves %j in a column with decimal commas", (cell) => {
  expect(excelText(cell, "comma")).toBe(cell);
});

test.each(["-5", "+5", "-1.5", "-1,5", "-1e9", "-5 %", "-€ 1.234,50", "+49 151 2345", "1.5", "-.5"])(
  "leaves the number %j of any other column as it stands",
  (cell) => {
    expect(excelText(cell, null)).toBe(cell);
  },
);

test.each(["=1+1", "+A1", "-1-2", "-", "@x", "\t=1", "\r=1", "+1+cmd|'/C calc'!A0", "-2+3", "=5"])(
  "puts an apostrophe before %j",
  (cell) => {
    expect(excelText(cell, null)).toBe(`'${cell}`);
    expect(excelText(cell, "point")).toBe(`'${cell}`);
  },
);

test("takes no longer than a cell is long", () => {
  const cell = `-1${" ".repeat(500_000)}x`;
  expect(excelText(cell, "point")).toBe(`'${cell}`);
});
