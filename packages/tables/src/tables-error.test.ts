import { expect, test } from "vitest";
import { shown, shownPath, TablesError } from "./tables-error.ts";

test("has a code, a sentence, and a place as far as it is known", () => {
  const error = new TablesError("RAGGED_ROW", "x.csv, row 1: no.", { row: 0 });
  expect(error).toMatchObject({ name: "TablesError", code: "RAGGED_ROW", message: "x.csv, row 1: no.", row: 0 });
  expect(error.column).toBeUndefined();
  expect(error).toBeInstanceOf(Error);
});

test("shows text from files on one line, without control or direction characters", () => {
  expect(shownPath("a\u001b[31m\r\nb\u202ec\u2028d\u009be")).toBe("a\ufffd[31m\ufffd\ufffdb\ufffdc\ufffdd\ufffde");
  expect(shownPath("/é 😀/x y.csv")).toBe("/é 😀/x y.csv");
});

test("cuts text to 60 characters, and no character in two", () => {
  expect(shown("x".repeat(60))).toBe("x".repeat(60));
  expect(shown("😀".repeat(61))).toBe(`${"😀".repeat(59)}…`);
});
