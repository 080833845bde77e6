import { expect, test } from "vitest";
import { columnNames, freeNames } from "./column-names.ts";

test("trims names and names empty ones by their place", () => {
  expect(columnNames([" a ", "", "  "], "x.csv")).toEqual(["a", "column 2", "column 3"]);
});

test("refuses names that differ in nothing but case", () => {
  expect(() => columnNames(["Age", "x", "age "], "x.csv")).toThrow(
    'x.csv has two columns named "age" (once as "Age"), columns 1 and 3: rename one.',
  );
});

test("refuses an empty name whose place is a name already", () => {
  expect(() => columnNames(["column 2", ""], "x.csv")).toThrow('two columns named "column 2", columns 1 and 2');
});

test("takes 4,096 columns and no more", () => {
  const names = Array.from({ length: 4097 }, (_, i) => `h${i}`);
  expect(columnNames(names.slice(1), "x.csv")).toHaveLength(4096);
  expect(() => columnNames(names, "x.csv")).toThrow("x.csv has 4,097 columns; at most 4,096 can be read.");
});

test("takes names that objects have of their own", () => {
  expect(columnNames(["__proto__", "constructor", "toString"], "x.csv")).toEqual([
    "__proto__",
    "constructor",
    "toString",
  ]);
});

test("numbers added names that are taken, whatever their case", () => {
  expect(freeNames(["Segment", "segment_2 "], ["segment", "segment_name"])).toEqual(["segment_3", "segment_name"]);
});
