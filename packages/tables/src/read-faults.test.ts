import { mkdir } from "node:fs/promises";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { readTable } from "./read-table.ts";
import { readingFault } from "./source/file-kind.ts";
import type { TablesErrorCode } from "./tables-error.ts";
import { fault, folderForEachTest } from "./testing/folder.ts";

const folder = folderForEachTest();

const zip = Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0, 0, 0, 8, 0);
const utf16 = Buffer.concat([Uint8Array.of(0xff, 0xfe), Buffer.from("a,b\n1,2\n", "utf16le")]);
// More than what is looked at for the header.
const packed = gzipSync(`a,b\n${Array.from({ length: 200_000 }, (_, i) => `${i},${(i * 7919) % 1000}`).join("\n")}\n`);
const changed = Buffer.from(packed);
changed[packed.length >> 1] ^= 0xff;
const wide = `${Array.from({ length: 4097 }, (_, i) => `h${i}`).join(",")}\n`;
const headless = (line: string): string =>
  `x.csv begins with a line of numbers (${line}), not with column names: add a first line that names the columns.`;

const cases: readonly (readonly [TablesErrorCode, string, string | Uint8Array, string])[] = [
  ["EMPTY_FILE", "x.csv", "", "x.csv is empty."],
  ["EMPTY_FILE", "x.csv", "\n\n \r\n", "x.csv is empty."],
  ["EMPTY_FILE", "x.csv", "\ufeff", "x.csv is empty."],
  ["EMPTY_FILE", "x.csv.gz", gzipSync(""), "x.csv.gz is empty."],
  ["EMPTY_FILE", "x.jsonl", " \n", "x.jsonl is empty."],
  ["NO_ROWS", "x.csv", "a,b\n", "x.csv has column names but no rows."],
  ["NO_ROWS", "x.csv", "a,b", "x.csv has column names but no rows."],
  ["NO_COLUMNS", "x.jsonl", "{}\n{}\n", "x.jsonl has no rows with columns."],
  ["NO_HEADER", "x.csv", "19,15\n21,16\n", headless("19,15")],
  ["NO_HEADER", "x.csv", " 19 ;-1.5;+2e3\r\n20;.5;7\r\n", headless(" 19 ;-1.5;+2e3")],
  ["NO_HEADER", "x.csv", '\ufeff"1","1"\n2,3\n', headless("1,1")],
  ["NO_HEADER", "x.csv", "5\n6\n", headless("5")],
  ["NO_HEADER", "x.csv", "1,2\n3\n", headless("1,2")],
  ["TOO_MANY_COLUMNS", "x.csv", wide, "x.csv has 4,097 columns; at most 4,096 can be read."],
  [
    "DUPLICATE_COLUMN",
    "x.csv",
    "a,b, A\n1,2,3\n",
    'x.csv has two columns named "A" (once as "a"), columns 1 and 3: rename one.',
  ],
  ["DUPLICATE_COLUMN", "x.jsonl", '{"a":1,"a":2}\n', 'x.jsonl has two columns named "a", columns 1 and 2: rename one.'],
  [
    "DUPLICATE_COLUMN",
    "x.jsonl",
    '{"a":1}\n{"A":2}\n',
    'x.jsonl has two columns named "A" (once as "a"), columns 1 and 2: rename one.',
  ],
  ["RAGGED_ROW", "x.csv", "a,b\n1,2\n3\n4,5\n", "x.csv, row 2: expected 2 columns, got 1."],
  ["RAGGED_ROW", "x.csv", 'a,b\n"1\n1",2\n\n3,4,5\n', "x.csv, row 2: expected 2 columns, got 3."],
  ["RAGGED_ROW", "x.csv", "a\n1,2\n", "x.csv, row 1: expected 1 column, got 2."],
  ["RAGGED_ROW", "x.csv.gz", gzipSync("a,b\n1,2\n3\n"), "x.csv.gz, row 2: expected 2 columns, got 1."],
  ["UNCLOSED_QUOTE", "x.csv", 'a,b\n1,2\n"3,4\n5,6\n', 'x.csv, row 2: a quote (") is opened and never closed.'],
  ["UNCLOSED_QUOTE", "x.csv", '"a,b\n1,2\n', 'x.csv, the header: a quote (") is opened and never closed.'],
  [
    "BAD_QUOTE",
    "x.csv",
    'a,b\n"1"x,2\n',
    'x.csv, row 1: text follows a closing quote ("); a quote inside a quoted cell is written twice ("").',
  ],
  [
    "ROW_TOO_LONG",
    "x.csv",
    `a,b\n1,"${"x".repeat(3_000_000)}"\n`,
    'x.csv, row 1 is longer than 2 MB: is a quote (") never closed?',
  ],
  ["ROW_TOO_LONG", "x.csv", "x".repeat(1_500_000), "x.csv has a first line of more than 1 MB."],
  ["MIXED_LINE_ENDS", "x.csv", "\r\n\r\na,b\n1,2\n", "x.csv ends its lines in different ways: save it again as CSV."],
  ["MIXED_LINE_ENDS", "x.csv", "a\n1\r\n2\n", "x.csv ends its lines in different ways: save it again as CSV."],
  [
    "MIXED_LINE_ENDS",
    "x.csv",
    "a,b\n1,2\r3,4\n5,6\r\n",
    "x.csv ends its lines in different ways: save it again as CSV.",
  ],
  [
    "BAD_ENCODING",
    "x.csv",
    Buffer.concat([utf16.subarray(0, -2), Uint8Array.of(0, 0xd8)]),
    "x.csv is not whole: its UTF-16 text holds what is no character.",
  ],
  [
    "BAD_ENCODING",
    "x.csv",
    Buffer.from("a,b\n1,ééé").subarray(0, -1),
    'x.csv, row 1 is not UTF-8 text ("1,Ã©Ã©Ã"): save the file as UTF-8.',
  ],
  [
    "BAD_ENCODING",
    "x.csv",
    Buffer.from("a,b\n1,\x81\n", "latin1"),
    'x.csv, row 1 is not UTF-8 text ("1,\ufffd"): save the file as UTF-8.',
  ],
  ["RAGGED_ROW", "x.csv", "sep=;\na;b\n1;2\n3\n", "x.csv, row 2: expected 2 columns, got 1."],
  [
    "BAD_ENCODING",
    "x.jsonl",
    Buffer.concat([Buffer.from('{"a":"é"}\n{"a":"é'), Uint8Array.of(0xc3), Buffer.from('"}\n')]),
    "x.jsonl, line 2 is not UTF-8 text.",
  ],
  [
    "BINARY_FILE",
    "x.csv",
    "a,b\n1,2\0\n",
    "x.csv is not a text file: it holds NUL bytes. Expected CSV, Parquet or JSON lines.",
  ],
  [
    "BINARY_FILE",
    "x.png",
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13),
    "x.png is not a text file: it holds NUL bytes. Expected CSV, Parquet or JSON lines.",
  ],
  [
    "BINARY_FILE",
    "x.csv",
    `a,b\n${"1,2\n".repeat(600_000)}1,x\0\n`,
    'x.csv is not a text file: row 600001, column "b" holds a NUL character.',
  ],
  ["SPREADSHEET", "x.xlsx", zip, "x.xlsx is a spreadsheet: save it as CSV (in Excel: File, Save As, CSV UTF-8)."],
  ["SPREADSHEET", "x.csv", zip, "x.csv is a ZIP archive or a spreadsheet: unpack it, or save the spreadsheet as CSV."],
  [
    "SPREADSHEET",
    "x.csv",
    Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1),
    "x.csv is a spreadsheet: save it as CSV (in Excel: File, Save As, CSV UTF-8).",
  ],
  [
    "JSON_ARRAY",
    "x.json",
    ' [{"a":1}]',
    'x.json is one JSON array; write one object a line instead (with jq: jq -c ".[]" x.json).',
  ],
  ["BAD_JSON_LINE", "x.jsonl", '{"a":1}\n{"a":2\n{"a":3}\n', 'x.jsonl, line 2 is not a JSON object: {"a":2'],
  ["BAD_JSON_LINE", "x.jsonl", '{"a":1}\n\n5\n', "x.jsonl, line 3 is not a JSON object: 5"],
  ["BAD_JSON_LINE", "x.json", '{\n"a":1\n}\n', "x.json, line 1 is not a JSON object: {"],
  [
    "DAMAGED_FILE",
    "x.csv.gz",
    packed.subarray(0, packed.length >> 1),
    "x.csv.gz is a damaged gzip file: it is cut short or was changed.",
  ],
  [
    "DAMAGED_FILE",
    "x.csv.gz",
    packed.subarray(0, packed.length - 4),
    "x.csv.gz is a damaged gzip file: it is cut short or was changed.",
  ],
  ["DAMAGED_FILE", "x.csv.gz", changed, "x.csv.gz is a damaged gzip file: it is cut short or was changed."],
];

test.each(cases)("%s: %s with %.20s", async (code, name, content, message) => {
  expect((await fault(code, readTable(await folder.file(name, content)))).message).toBe(message);
});

test("says where an error lies", async () => {
  expect(await fault("RAGGED_ROW", readTable(await folder.file("x.csv", "a,b\n1,2\n3\n")))).toMatchObject({ row: 1 });
  expect(await fault("DUPLICATE_COLUMN", readTable(await folder.file("y.csv", "a,a\n1,2\n")))).toMatchObject({
    column: "a",
  });
});

test("names a file that is not there, a folder and what is no file", async () => {
  await mkdir(folder.path("inner"));
  const message = async (code: TablesErrorCode, path: string): Promise<string> =>
    (await fault(code, readTable(path))).message;
  expect(await message("NOT_FOUND", folder.path("none.csv"))).toBe("There is no file none.csv.");
  expect(await message("NOT_FOUND", folder.path("none/x.csv"))).toBe("There is no file x.csv.");
  expect(await message("NOT_FOUND", "a\0b.csv")).toBe("There is no file a\ufffdb.csv: such a name is not possible.");
  expect(await message("NOT_FOUND", `${"x".repeat(300)}.csv`)).toMatch(
    /^There is no file x+…: such a name is not possible\.$/,
  );
  expect(await message("IS_DIRECTORY", folder.path("inner"))).toBe("inner is a folder, not a file.");
  expect(await message("NOT_A_FILE", "/dev/null")).toBe("null is not a regular file.");
});

test("says that a file may not be read", () => {
  const refusal = Object.assign(new Error("EACCES: permission denied, open 'x.csv'"), {
    code: "EACCES",
    syscall: "open",
  });
  expect(readingFault(refusal, "x.csv")).toMatchObject({
    code: "NO_PERMISSION",
    message: "x.csv cannot be read: permission denied.",
  });
});

test("keeps escape codes of a file's name and cells out of its sentences", async () => {
  const error = await fault(
    "DUPLICATE_COLUMN",
    readTable(await folder.file("a\u001b[31m.csv", "\u001b]0;x\u0007,\u001b]0;x\u0007\n1,2\n")),
  );
  expect(error.message).not.toMatch(/\p{Cc}/u);
});
