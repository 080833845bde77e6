import fc from "fast-check";
import { expect, test } from "vitest";
import { openConnection } from "../duckdb/connection.ts";
import { readTable } from "../read-table.ts";
import type { Column } from "../table.ts";
import { fault, folderForEachTest } from "../testing/folder.ts";
import { identify } from "./file-kind.ts";
import { jsonLines } from "./json-lines-source.ts";
import type { Source } from "./source.ts";

const folder = folderForEachTest();

const read = async (text: string): Promise<readonly Column[]> =>
  (await readTable(await folder.file("x.jsonl", text))).columns;

async function found(text: string): Promise<Source> {
  const file = await identify(await folder.file("x.jsonl", text));
  const connection = await openConnection(file.path);
  try {
    return await jsonLines.find(file, connection);
  } finally {
    connection.close();
  }
}

test("makes columns of all keys in all lines, in the order of their first appearance", async () => {
  const late = Array.from({ length: 5000 }, (_, i) => `{"b":${i}}\n`).join("");
  const source = await found(`{"b":1," a ":2}\n${late}{"c":3,"b":4}\n`);
  expect(source.header).toEqual(["b", " a ", "c"]);
  expect(source.names).toEqual(["b", "a", "c"]);
});

test("reads numbers, numbers in texts and truth alike, null and lacking keys as missing", async () => {
  const columns = await read('{"a":1.50,"b":"x"}\n{"a":"2","b":true}\n{"a":null,"b":"NA"}\n{}\n');
  expect(columns).toMatchObject([
    { type: "numeric", values: Float64Array.of(1.5, 2, Number.NaN, Number.NaN), missing: 2 },
    { type: "text", categories: ["x", "true"], missing: 2 },
  ]);
});

test("takes infinite numbers for unreadable, and NaN, as Python writes it, for missing", async () => {
  const [a] = await read(`${'{"a":1}\n'.repeat(8)}{"a":1e999}\n{"a":-Infinity}\n{"a":NaN}\n`);
  expect(a).toMatchObject({
    type: "numeric",
    missing: 1,
    unreadable: [
      { row: 8, value: "1e999" },
      { row: 9, value: "-Infinity" },
    ],
  });
});

test("reads each number to the last bit", async () => {
  const number = fc.double({ noNaN: true, noDefaultInfinity: true });
  await fc.assert(
    fc.asyncProperty(fc.array(number, { minLength: 1, maxLength: 300 }), async (numbers) => {
      const [a] = await read(numbers.map((value) => `{"a":${value}}\n`).join(""));
      expect(a.type === "numeric" && [...a.values]).toEqual(numbers.map((value) => value + 0));
    }),
    { seed: 5, numRuns: 10 },
  );
});

test.each([
  ["BAD_JSON_LINE", '{"a":1}\n{"a":"\\ud83d"}\n', "x.jsonl, line 2 holds \\ud83d, which is no character."],
  ["BAD_JSON_LINE", '{"a\\u0000":1}\n', "x.jsonl, line 1 holds \\u0000, which is no character."],
  ["BAD_JSON_LINE", '{"a":NaN}\n{"a":"\\\\ud83d"}\n{"a"}\n', 'x.jsonl, line 3 is not a JSON object: {"a"}'],
  ["BAD_JSON_LINE", '{"a":1}{"a":2}\n', 'x.jsonl, line 1 is not a JSON object: {"a":1}{"a":2}'],
  ["BAD_JSON_LINE", '{"a":1}\nnull\n', "x.jsonl, line 2 is not a JSON object: null"],
  ["BAD_JSON_LINE", '{"a":1}\n[1]\n', "x.jsonl, line 2 is not a JSON object: [1]"],
  ["BINARY_FILE", '{"a":"\\u0000"}\n', 'x.jsonl is not a text file: row 1, column "a" holds a NUL character.'],
] as const)("refuses with %s the text %j", async (code, text, message) => {
  expect((await fault(code, read(text))).message).toBe(message);
});

test("says that a line is too long", async () => {
  const error = await fault("ROW_TOO_LONG", read(`{"a":1}\n{"a":"${"x".repeat(34_000_000)}"}\n`));
  expect(error).toMatchObject({ message: "x.jsonl, line 2 is longer than 16 MB.", row: 1 });
});
