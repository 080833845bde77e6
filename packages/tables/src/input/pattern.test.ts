import { expect, test } from "vitest";
import { nameMatcher } from "./pattern.ts";

test.each([
  ["*.csv", ["a.csv", "x y.csv", "ü.csv", "a\nb.csv"], ["a.csv.gz", ".a.csv", "a.CSV", "csv"]],
  ["sales-*.csv", ["sales-1.csv", "sales-.csv"], ["sales.csv", "sales_1.csv"]],
  ["#a& ~!@%,;:'=<>_-\"`*", ["#a& ~!@%,;:'=<>_-\"`b"], ["b"]],
  ["a?c", ["abc", "a😀c", "a.c"], ["ac", "abbc"]],
  ["[ab]", ["a", "b"], ["c", "ab", "[ab]"]],
  ["[a-c]x", ["ax", "cx"], ["dx", "-x"]],
  ["[!a]", ["b", "!"], ["a"]],
  ["[]]", ["]"], ["[", ""]],
  ["[^a]", ["b"], ["a"]],
  ["[\\]", ["\\"], ["a"]],
  [".*", [".a", "."], ["a"]],
  ["a+(b)|{c}$^.*", ["a+(b)|{c}$^.x"], ["aab", "a+(b)|{c}$^x"]],
  ["a[", ["a["], ["a"]],
  ["[z-a]*", [], ["z", "a"]],
  ["x[!]", ["x[!]"], ["xa", "x"]],
  ["x[]", ["x[]"], ["x", "xa"]],
  ["a**b", ["ab", "axb", "a*b"], ["abc"]],
  [`${"*".repeat(200)}x`, ["yx"], ["y".repeat(200)]],
  [`${"*y".repeat(40)}x`, ["y".repeat(40).concat("x")], ["y".repeat(200)]],
])("%s matches %j and not %j", (pattern, yes, no) => {
  const matches = nameMatcher(pattern);
  expect(yes.filter((name) => !matches(name))).toEqual([]);
  expect(no.filter(matches)).toEqual([]);
});
