import { expect, test } from "vitest";
import { dialects, identifier, literal, numeral } from "./dialect.ts";

test("no name ends its quotes", () => {
  const name = 'a"b`c\\d\n';
  expect(dialects.map((dialect) => identifier(name, dialect))).toEqual([
    '"a""b`c\\d\n"',
    '"a""b`c\\d\n"',
    '`a"b\\`c\\\\d\\n`',
    '`a"b\\`c\\\\d\\n`',
  ]);
});

test("no text ends its quotes", () => {
  const text = "it's \\'; DROP TABLE t\r\n";
  expect(dialects.map((dialect) => literal(text, dialect))).toEqual([
    "'it''s \\''; DROP TABLE t\r\n'",
    "'it''s \\''; DROP TABLE t\r\n'",
    "'it\\'s \\\\\\'; DROP TABLE t\\r\\n'",
    "'it\\'s \\\\\\'; DROP TABLE t\\r\\n'",
  ]);
});

test("a number is written as a float of all its digits", () => {
  expect([0, -1.5, 0.1 + 0.2, 1e-7, 1e300].map(numeral)).toEqual([
    "0e0",
    "-1.5e0",
    "0.30000000000000004e0",
    "1e-7",
    "1e+300",
  ]);
});
