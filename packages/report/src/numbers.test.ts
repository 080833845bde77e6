import { expect, test } from "vitest";
import { amount, change, count, counted, listed, percent, range, short } from "./numbers.ts";

test("whole numbers have their thousands separated", () => {
  expect([count(0), count(999), count(1_234_567)]).toEqual(["0", "999", "1,234,567"]);
});

test("a share reads as a percentage", () => {
  expect([percent(0.195), percent(0.11), percent(0.4567, 0), percent(0), percent(1)]).toEqual([
    "19.5\u00a0%",
    "11\u00a0%",
    "46\u00a0%",
    "0\u00a0%",
    "100\u00a0%",
  ]);
});

test("what is there never reads as 0 %, what is missing never as 100 %", () => {
  expect([percent(1e-9), percent(1 - 1e-9), percent(0.004, 0)]).toEqual([
    "under 0.1\u00a0%",
    "over 99.9\u00a0%",
    "under 1\u00a0%",
  ]);
});

test("an amount has about three digits and keeps its whole ones", () => {
  expect([0, 0.01234, 4.567, 86.54, 123.456, 12345.6, -0.5].map(amount)).toEqual([
    "0",
    "0.0123",
    "4.57",
    "86.5",
    "123.5",
    "12,346",
    "-0.5",
  ]);
  expect([1.23456e15, -4e-9].map(amount)).toEqual(["1.23e+15", "-4.00e-9"]);
});

test("one has a singular", () => {
  expect([counted(1, "customer"), counted(2, "customer"), counted(0, "customer")]).toEqual([
    "1 customer",
    "2 customers",
    "0 customers",
  ]);
});

test("a list reads as people say it", () => {
  expect([listed([]), listed(["a"]), listed(["a", "b"]), listed(["a", "b", "c"])]).toEqual([
    "",
    "a",
    "a and b",
    "a, b and c",
  ]);
});

test("a large amount is short where there is little room", () => {
  expect([999, 12_345, 999_499, 999_500, 12_345_678, 4.567e9, 1.2e12, -3e6, 1e15].map(short)).toEqual([
    "999",
    "12,345",
    "999,499",
    "1M",
    "12.3M",
    "4.57bn",
    "1.2tn",
    "-3M",
    "1.00e+15",
  ]);
});

test("a change has a sign, and in large ones a factor", () => {
  expect([0.43, -0.18, 0.001, -0.001, 9.4, 9.5, 13].map(change)).toEqual([
    "+43\u00a0%",
    "\u221218\u00a0%",
    "0\u00a0%",
    "0\u00a0%",
    "+940\u00a0%",
    "\u00d711",
    "\u00d714",
  ]);
});

test("a range is short, and its sign is no dash", () => {
  expect([range(48, 62), range(48_100, 56_000), range(999_400, 1_234_567), range(-5, 3), range(0.1, 112.2)]).toEqual([
    "48–62",
    "48.1k–56k",
    "999k–1.23M",
    "-5 to 3",
    "0.1–112",
  ]);
});
