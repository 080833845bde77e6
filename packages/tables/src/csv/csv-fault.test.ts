import { expect, test } from "vitest";
import { identify } from "../source/file-kind.ts";
import type { TablesError } from "../tables-error.ts";
import { folderForEachTest } from "../testing/folder.ts";
import { findCsvFault } from "./csv-fault.ts";

const folder = folderForEachTest();

async function faultIn(
  content: string | Uint8Array,
  header: readonly string[] | null = ["a", "b"],
): Promise<TablesError | null> {
  const file = await identify(await folder.file("x.csv", content));
  return findCsvFault(file, { delimiter: ",", header });
}

test.each([
  ["a plain file", "a,b\n1,2\n"],
  ["no line end after the last row", "a,b\n1,2"],
  ["quoted delimiters, quotes and line ends", 'a,b\n"1,""2""\n3",4\n'],
  ["lone quotes inside cells that are not quoted", 'a,b\n5" pipe,it"s\n'],
  ["empty lines anywhere", "\n\na,b\n\n1,2\n\n"],
  ["delimiters behind the last cell", "a,b\n1,2,,\n3,4,\n"],
  ["LF beside CR LF", "a,b\n1,2\r\n3,4\n"],
  ["CR alone", "a,b\r1,2\r"],
  ["a declared delimiter", "sep=,\na,b\n1,2\n"],
  ["a byte order mark", "\ufeffa,b\n1,2\n"],
  ["characters of four bytes", `a,b\n${"😀,é\n".repeat(100_000)}`],
])("finds nothing wrong with %s", async (_, text) => {
  expect(await faultIn(text)).toBeNull();
});

test("tells the first of several faults, and its row", async () => {
  const fault = await faultIn('a,b\n1,2\n\n3\n"4,5\n');
  expect(fault).toMatchObject({ code: "RAGGED_ROW", row: 1, message: "x.csv, row 2: expected 2 columns, got 1." });
});

test("counts rows, not lines: line ends inside quotes are none", async () => {
  expect(await faultIn('a,b\n"1\n\n1",2\n3,4\n5\n')).toMatchObject({ code: "RAGGED_ROW", row: 2 });
});

test("counts an empty line for a row in a file of one column only", async () => {
  expect(await faultIn("a\n\n1\n2,3\n", ["a"])).toMatchObject({ code: "RAGGED_ROW", row: 2 });
  expect(await faultIn("a,b\n\n1,2\n2\n")).toMatchObject({ code: "RAGGED_ROW", row: 1 });
});

test("lets rows be of any width while the header is not known", async () => {
  expect(await faultIn("a,b\n1\n", null)).toBeNull();
});

test("names the row of a byte that is not UTF-8, also of a character cut off by the end", async () => {
  const latin1 = Buffer.from("a,b\n1,2\n3,\xfc\n", "latin1");
  expect((await faultIn(latin1))?.message).toBe('x.csv, row 2 is not UTF-8 text ("3,ü"): save the file as UTF-8.');
  const cut = Buffer.from("a,b\n1,é").subarray(0, -1);
  expect(await faultIn(cut)).toMatchObject({ code: "BAD_ENCODING", row: 0 });
});

test("says that a row is too long before its end is found", async () => {
  const fault = await faultIn(`a,b\n1,2\n"${"x,y\n".repeat(1_000_000)}`);
  expect(fault).toMatchObject({ code: "ROW_TOO_LONG", row: 1 });
});

test("refuses line ends that DuckDB would misread: CR beside others, and any mix in one column", async () => {
  expect(await faultIn("a,b\r1,2\n3,4\r")).toMatchObject({ code: "MIXED_LINE_ENDS" });
  expect(await faultIn("a\n1\r\n", ["a"])).toMatchObject({ code: "MIXED_LINE_ENDS" });
});

test("stops with the signal's reason", async () => {
  const file = await identify(await folder.file("x.csv", "a,b\n1,2\n"));
  const reason = new Error("enough");
  const looking = findCsvFault(file, { delimiter: ",", header: ["a", "b"] }, AbortSignal.abort(reason));
  await expect(looking).rejects.toBe(reason);
});
