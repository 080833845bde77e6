import { expect, test } from "vitest";
import { sameWidth, sniffDialect } from "./dialect.ts";

function delimiterOf(text: string, preferred = ","): string | undefined {
  return sniffDialect(text, true, preferred)?.delimiter;
}

test.each([
  [",", "a,b\n1,2\n"],
  [";", "a;b\n1,5;2,5\n"],
  ["\t", "a\tb\n1\t2\n"],
  ["|", "a|b\n1|2\n"],
  [";", '"a,x";b\n"1,2";3\n'],
  [",", "a,b,c\n1,2\n"],
  [",", "name\nAda\n"],
])("finds %j in %j", (delimiter, text) => {
  expect(delimiterOf(text)).toBe(delimiter);
});

test("takes the preferred delimiter where the text does not tell", () => {
  expect(delimiterOf("name\nAda\n", "\t")).toBe("\t");
  expect(delimiterOf("a,b\tc\n1,2\t3\n", "\t")).toBe("\t");
});

test("prefers the delimiter that every line agrees on to one with more cells in the header", () => {
  expect(delimiterOf("last, first, title;age\nx;1\ny;2\n")).toBe(";");
});

test("skips empty lines before the header", () => {
  expect(sniffDialect("\r\n\na,b\n1,2\n", true, ",")).toEqual({
    delimiter: ",",
    skip: 2,
    header: ["a", "b"],
    lineEnd: "\n",
    mixed: true,
  });
});

test("finds nothing where the first record does not end in the text", () => {
  expect(sniffDialect("a,b", false, ",")).toBeNull();
  expect(sniffDialect('"a,b\n', true, ",")).toBeNull();
  expect(sniffDialect("\n\n", true, ",")).toBeNull();
});

test("lets empty cells after the last column pass, and nothing else", () => {
  expect(sameWidth(["1", "2", "", ""], 2)).toBe(true);
  expect(sameWidth(["1", "2", "3"], 2)).toBe(false);
  expect(sameWidth(["1"], 2)).toBe(false);
});

test("prefers a delimiter under which no quote stands in the middle of a cell", () => {
  expect(delimiterOf('n,"a;b;c"\n1,"x;y;z"\n')).toBe(",");
});

test("takes caret or tilde where every line agrees, and none of the four is as regular", () => {
  expect(delimiterOf("a^b\n1,5^2\n")).toBe("^");
  expect(delimiterOf("a~b\n1~2\n")).toBe("~");
  expect(delimiterOf("a~b\n1\n")).toBe(",");
  expect(delimiterOf("a^b;c\n1^2;3\n")).toBe(";");
});

test("takes a delimiter that the first line declares", () => {
  expect(sniffDialect("sep=:\r\n\r\na,x:b\r\n1,5:2\r\n", true, ",")).toEqual({
    delimiter: ":",
    skip: 2,
    header: ["a,x", "b"],
    lineEnd: "\r\n",
    mixed: false,
  });
  expect(delimiterOf("SEP=\t\na,b\tc\n")).toBe("\t");
  expect(sniffDialect("sep=x\na,b\n", true, ",")?.header).toEqual(["sep=x"]);
});

test("finds the line end outside quotes", () => {
  const lineEnd = (text: string): string | undefined => sniffDialect(text, true, ",")?.lineEnd;
  expect(lineEnd('"a\nx",b\r\n1,2\r\n')).toBe("\r\n");
  expect(lineEnd('"a\r\nx",b\n1,2\n')).toBe("\n");
  expect(lineEnd('a,"b\n"\r1,2\r')).toBe("\r");
  expect(lineEnd("\n\na,b\r\n1,2\n")).toBe("\r\n");
  expect(lineEnd("\r\na,b")).toBe("\r\n");
  expect(lineEnd("a,b")).toBe("\n");
});
