import fc from "fast-check";
import { expect, test } from "vitest";
import { CsvRecords, type QuoteFault } from "./records.ts";

function split(
  pieces: readonly string[],
  delimiter = ",",
): { records: (readonly string[])[]; fault: QuoteFault | null } {
  const records: (readonly string[])[] = [];
  const reader = new CsvRecords(delimiter, (cells) => records.push(cells) > 0);
  if (pieces.every((piece) => reader.push(piece))) reader.end();
  return { records, fault: reader.fault };
}

test.each([
  [
    "ends a record at each kind of line end",
    "a,b\nc,d\r\ne,f\rg,h",
    [
      ["a", "b"],
      ["c", "d"],
      ["e", "f"],
      ["g", "h"],
    ],
  ],
  ["keeps delimiters, line ends and doubled quotes inside quotes", '"a,""b""\r\nc",d\n', [['a,"b"\r\nc', "d"]]],
  ["keeps quotes inside a cell that does not begin with one", '3"x",4\n', [['3"x"', "4"]]],
  ["drops one space before a quote and all after it", ' "a" , "b"  \n', [["a", "b"]]],
  ["takes a quote after two spaces for text", '  "a",b\n', [['  "a"', "b"]]],
  ["gives an empty line as one empty cell", "a\n\nb\n", [["a"], [""], ["b"]]],
  ["gives a last record without a line end", "a,", [["a", ""]]],
  ["gives nothing for nothing", "", []],
])("%s", (_, text, records) => {
  expect(split([text])).toEqual({ records, fault: null });
});

test("says that a quote is never closed", () => {
  expect(split(['a,"b\nc,d\n']).fault).toBe("unclosed");
});

test("says that text follows a closing quote", () => {
  expect(split(['"a"b,c\n']).fault).toBe("after-quote");
});

test("tells an empty line from an empty quoted cell", () => {
  const blanks: boolean[] = [];
  new CsvRecords(",", (_, blank) => blanks.push(blank) > 0).push('\n""\n,\n');
  expect(blanks).toEqual([true, false, false]);
});

test("names the kinds of line ends outside quotes", () => {
  const reader = new CsvRecords(",", () => true);
  reader.push('a\r\n"\r"\r\n\n');
  expect([...reader.lineEnds]).toEqual(["\r\n", "\n"]);
});

test("gives the same records however the text is cut into pieces", () => {
  const text = fc
    .array(fc.constantFrom("a", '"', ",", "\n", "\r\n", "\r", " "), { maxLength: 30 })
    .map((all) => all.join(""));
  fc.assert(
    fc.property(text, fc.integer({ min: 1, max: 4 }), (whole, size) => {
      const pieces = whole.match(new RegExp(`[^]{1,${size}}`, "g")) ?? [];
      expect(split(pieces)).toEqual(split([whole]));
    }),
    { seed: 1, numRuns: 500 },
  );
});
