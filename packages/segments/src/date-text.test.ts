import { expect, test } from "vitest";
import { dateText } from "./date-text.ts";

test.each([
  [0, "1970-01-01"],
  [-1, "1969-12-31"],
  [20454, "2026-01-01"],
  [20454.25, "2026-01-01T06:00:00"],
  [20454 + 1 / 86400, "2026-01-01T00:00:01"],
  [-719162, "0001-01-01"],
])("%d days are %s", (days, text) => {
  expect(dateText(days)).toBe(text);
});
