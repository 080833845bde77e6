import { expect, test } from "vitest";
import { capital, lined, shortened, wrapped } from "./labels.ts";

test("text that fits stays, longer text is cut to the width", () => {
  expect(shortened("income", 6)).toBe("income");
  expect(shortened("incomes", 6)).toBe("incom…");
  expect(shortened("😀😀😀", 2)).toBe("😀…");
});

test("text that begins a line has a capital", () => {
  expect([capital("high income"), capital("über"), capital("")]).toEqual(["High income", "Über", ""]);
});

test("lines are put around a height", () => {
  expect([lined(["a"], 20).y, lined(["a", "b"], 20).y, lined(["a", "b", "c"], 20).y]).toEqual([20, 13, 6]);
});

test("text is broken between words, into two lines at most", () => {
  expect(wrapped("Annual Income (k$)", 13)).toEqual(["Annual Income", "(k$)"]);
  expect(wrapped("Age", 13)).toEqual(["Age"]);
  expect(wrapped("one two three four", 8)).toEqual(["one two", "three f…"]);
  expect(wrapped("MntSweetProducts", 8)).toEqual(["MntSwee…"]);
  expect(wrapped("one two three four", 8, 3)).toEqual(["one two", "three", "four"]);
});
