import { expect, test } from "vitest";
import { count, milliseconds } from "./number.ts";

test.each([
  [0, "0"],
  [0.012345, "0.0123"],
  [0.5, "0.500"],
  [4.4999, "4.50"],
  [45.678, "45.7"],
  [456.7, "457"],
  [12345.6, "12,346"],
  [-0.25, "-0.250"],
])("%d ms reads as %s", (value, text) => {
  expect(milliseconds(value)).toBe(text);
});

test("thousands are set apart", () => {
  expect([count(7), count(1000), count(1_000_000)]).toEqual(["7", "1,000", "1,000,000"]);
});
