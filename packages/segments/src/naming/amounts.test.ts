import fc from "fast-check";
import { expect, test } from "vitest";
import { amountWords, apartWords, exactWords, unitOf } from "./amounts.ts";

test.each([
  [82.13, "82"],
  [9.53, "9.5"],
  [4, "4"],
  [126.4, "126"],
  [99.7, "100"],
  [0.0234, "0.023"],
  [9999.6, "10,000"],
  [1234567.8, "1,234,568"],
  [-0.04, "-0.04"],
  [-1e-9, "-1.0e-9"],
  [1e20, "1.0e+20"],
  [0, "0"],
])("%d is said as %s", (value, words) => {
  expect(amountWords(value)).toBe(words);
});

test.each([
  [69.855, "69.855"],
  [0.1, "0.1"],
  [1985, "1985"],
  [70_000, "70,000"],
  [-0, "0"],
  [1e-7, "1e-7"],
  [1e21, "1e+21"],
])("%d in all its digits is %s", (value, words) => {
  expect(exactWords(value)).toBe(words);
});

test("two numbers have as many digits as tell them apart", () => {
  expect(apartWords(82.1, 50.2)).toEqual(["82", "50"]);
  expect(apartWords(49.52, 50.2)).toEqual(["49.5", "50.2"]);
  expect(apartWords(1985.2, 1985.4)).toEqual(["1985.2", "1985.4"]);
  expect(apartWords(7, 7)).toEqual(["7", "7"]);
});

test.each([
  ["Annual Income (k$)", " k$"],
  ["revenue, EUR", " EUR"],
  ["Basket value [EUR]", " EUR"],
  ["total_spend_usd", " USD"],
  ["recency_days", " days"],
  ["share_pct", " %"],
  ["petal length (cm)", " cm"],
  ["Spending Score (1-100)", ""],
  ["Age", ""],
  ["holidays", ""],
])("the unit of %s is %j", (column, unit) => {
  expect(unitOf(column)).toBe(unit);
});

test("all digits of a number read back as that number", () => {
  const number = fc.double({ noNaN: true, noDefaultInfinity: true });
  const small = fc.double({ min: 1e-6, max: 1e-4, noNaN: true });
  fc.assert(
    fc.property(fc.oneof(number, small), (value) => {
      expect(Number(exactWords(value).replaceAll(",", ""))).toBe(value + 0);
    }),
    { seed: 3, numRuns: 500 },
  );
});
