import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { columnList, columnNamesIn } from "./column-names.ts";

const name = fc.oneof(
  fc.string({ unit: "binary", minLength: 1 }),
  fc.stringMatching(/^["', a]{1,6}$/),
  fc.constantFrom('a,b="c"', " age ", '"', '""', ",", "--k", "all", "\n"),
);

describe("a list of column names", () => {
  it("is read as the names it was made of, whatever they hold", () => {
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 5 }), (names) => {
        expect(columnNamesIn(columnList(names))).toEqual(names);
      }),
      { numRuns: 500 },
    );
  });

  it("has plain names as they stand, and those with a comma in quotes", () => {
    expect(columnList(["Annual Income (k$)", "age"])).toBe("Annual Income (k$),age");
    expect(columnList(["Income, net", "age"])).toBe('"Income, net",age');
  });

  it("is split at commas, spaces aside, and takes a quote for what it is where it does not enclose a name", () => {
    expect(columnNamesIn(" a , b")).toEqual(["a", "b"]);
    expect(columnNamesIn('size 5", "x" y')).toEqual(['size 5"', '"x" y']);
    expect(columnNamesIn("a,,b,")).toEqual(["a", "", "b", ""]);
    expect(columnNamesIn("")).toEqual([""]);
  });
});
