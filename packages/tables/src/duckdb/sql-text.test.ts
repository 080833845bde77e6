import { expect, test } from "vitest";
import { globEscaped, literal, pathLiteral } from "./sql-text.ts";

test("doubles quotes, so that no text ends its literal", () => {
  expect(literal("it's '; DROP TABLE x; --")).toBe("'it''s ''; DROP TABLE x; --'");
});

test("puts what DuckDB takes for a pattern in brackets, and leaves all else", () => {
  expect(globEscaped("/d[1]/a*?.csv", "/")).toBe("/d[[]1]/a[*][?].csv");
  expect(globEscaped("/{a,b}/~$x !-]é.csv", "/")).toBe("/{a,b}/~$x !-]é.csv");
  expect(pathLiteral("it's [1].csv")).toBe("'it''s [[]1].csv'");
});

test("takes a backslash for a character only where it separates nothing, and only in a pattern", () => {
  expect(globEscaped("/a\\b.csv", "/")).toBe("/a\\b.csv");
  expect(globEscaped("/a\\*.csv", "/")).toBe("/a[[-^][*].csv");
  expect(globEscaped("C:\\a\\*.csv", "\\")).toBe("C:\\a\\[*].csv");
});
