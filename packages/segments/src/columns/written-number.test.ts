import { expect, test } from "vitest";
import { writtenNumber } from "./written-number.ts";

test.each(["2177,83", "1,234.50", "1.234,50", "1'234", "-3,5", "$12", "12.50 €", "40 %", "1\u00a0234,5"])(
  "%s is a number to people",
  (value) => {
    expect(writtenNumber([value])).toBe(value);
  },
);

test.each(["Rome", "2023-05-15", "15.05.2023", "a1,5", "1,2,3", "A-12", "", "10-20"])("%s is none", (value) => {
  expect(writtenNumber([value])).toBeUndefined();
});

test("numbers as programs write them need no other writing", () => {
  expect(writtenNumber(["1", "2.5"])).toBeUndefined();
  expect(writtenNumber(["1", "2,5"])).toBe("2,5");
});

test("a few words among the numbers do not hide them, many do", () => {
  expect(writtenNumber(["1,5", "2,5", "3,5", "4,5", "none"])).toBe("1,5");
  expect(writtenNumber(["1,5", "none", "unknown"])).toBeUndefined();
});

test("no value at all is no number", () => {
  expect(writtenNumber([])).toBeUndefined();
});
