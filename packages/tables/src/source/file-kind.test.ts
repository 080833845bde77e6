import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { fault, folderForEachTest } from "../testing/folder.ts";
import { identify, type KnownFile } from "./file-kind.ts";

const folder = folderForEachTest();

const known = async (name: string, content: string | Uint8Array): Promise<KnownFile> =>
  identify(await folder.file(name, content));

test.each([
  ["x.csv", "csv", ","],
  ["x.txt", "csv", ","],
  ["x", "csv", ","],
  ["x.TSV", "csv", "\t"],
  ["x.tab", "csv", "\t"],
  ["x.jsonl", "json-lines", ","],
  ["x.NDJSON", "json-lines", ","],
  ["x.json", "json-lines", ","],
] as const)("takes %s for %s", async (name, kind, preferredDelimiter) => {
  expect(await known(name, "some text")).toMatchObject({ name, kind, gzip: false, preferredDelimiter });
  const packed = await known(`${name}.gz`, gzipSync("some text"));
  expect(packed).toMatchObject({ name: `${name}.gz`, kind, gzip: true, preferredDelimiter });
});

test("goes by the first bytes, not by the name, where they tell", async () => {
  expect(await known("x.csv", "PAR1 and so on")).toMatchObject({ kind: "parquet" });
  expect(await known("not-packed.csv.gz", "a,b\n1,2\n")).toMatchObject({ kind: "csv", gzip: false });
});

test.each([
  ["zstd", Uint8Array.of(0x28, 0xb5, 0x2f, 0xfd, 0x24)],
  ["xz", Uint8Array.of(0xfd, 0x37, 0x7a, 0x58, 0x5a, 0)],
  ["7-Zip", Uint8Array.of(0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c)],
  ["bzip2", Buffer.from("BZh91AY&SY")],
])("says that a file is packed with %s", async (how, content) => {
  const error = await fault("BINARY_FILE", known("x.csv.packed", content));
  expect(error.message).toBe(`x.csv.packed is packed with ${how}: unpack it, or pack it with gzip instead.`);
});

test.each(["x.xlsx", "x.XLS", "x.xlsm", "x.ods", "x.numbers"])("says how to save %s as CSV", async (name) => {
  const error = await fault("SPREADSHEET", known(name, "whatever it holds"));
  expect(error.message).toBe(`${name} is a spreadsheet: save it as CSV (in Excel: File, Save As, CSV UTF-8).`);
});
