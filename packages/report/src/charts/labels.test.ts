import { expect, test } from "vitest";
import { shortened, wrapped } from "./labels.ts";

test("text that fits stays, longer text is cut to the width", () => {
  expect(shortened("income", 6)).toBe("income");
  expect(shortened("incomes", 6)).toBe("incom…");
  expect(shortened("😀😀😀", 2)).toBe("😀…");
});

test("text is broken between words, into two lines at most", () => {
  expect(wrapped("Annual Income (k$)", 13)).toEqual(["Annual Income", "(k$)"]);
  expect(wrapped("Age", 13)).toEqual(["Age"]);
  expect(wrapped("one two three four", 8)).toEqual(["one two", "three f…"]);
  expect(wrapped("MntSweetProducts", 8)).toEqual(["MntSwee…"]);
});
