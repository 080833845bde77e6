import { open, readFile, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { PassThrough, Readable } from "node:stream";
import { gzipSync } from "node:zlib";
import { DuckDBInstance } from "@duckdb/node-api";
import { afterEach, expect, test, vi } from "vitest";
import { spool } from "./input/standard-input.ts";
import { readTable } from "./read-table.ts";
import type { Table } from "./table.ts";
import { fault, folderForEachTest } from "./testing/folder.ts";
import { writeTable } from "./write-table.ts";

const folder = folderForEachTest();
let removing: (() => Promise<void>)[] = [];
afterEach(async () => {
  vi.restoreAllMocks();
  for (const remove of removing) await remove();
  removing = [];
});

/** Makes a stream standard input; what is spooled of it is removed after the test, as it would be at the process's end. */
function comesIn(stream: Readable): void {
  vi.spyOn(process, "stdin", "get").mockReturnValue(Object.assign(stream, { fd: 0 as const }) as typeof process.stdin);
  removing.push(async () => {
    const spooled = await spool(stream).catch(() => null);
    await spooled?.remove();
  });
}

async function read(...pieces: (string | Uint8Array)[]): Promise<Table> {
  comesIn(Readable.from(pieces.map((piece) => Buffer.from(piece))));
  return readTable("-");
}

const PEOPLE = [
  { name: "name", categories: ["Ada", "Bob"] },
  { name: "age", values: Float64Array.of(36, 41) },
];

test("reads CSV from standard input, in pieces of any size", async () => {
  expect((await read("na", "me;age\nAda;3", "6\nBob;41\n")).columns).toMatchObject(PEOPLE);
});

test("finds out what it is from what comes in: gzip, JSON lines, UTF-16, Parquet", async () => {
  const json = '{"name":"Ada","age":36}\n{"name":"Bob","age":41}\n';
  expect((await read(gzipSync("name,age\nAda,36\nBob,41\n"))).columns).toMatchObject(PEOPLE);
  expect((await read(json)).columns).toMatchObject(PEOPLE);
  expect((await read(gzipSync(json))).columns).toMatchObject(PEOPLE);
  expect((await read(Buffer.from(`\ufeff${json}`, "utf16le"))).columns).toMatchObject(PEOPLE);
  const utf16 = await read(Buffer.from("\ufeffname,age\nAda,36\nBob,41\n", "utf16le"));
  expect(utf16).toMatchObject({ columns: PEOPLE, notes: ["Standard input: read as UTF-16 text."] });
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  const rows = "SELECT 'Ada' AS name, 36 AS age UNION ALL SELECT 'Bob', 41";
  await connection.run(`COPY (${rows}) TO '${folder.path("x.parquet")}' (FORMAT parquet)`);
  connection.closeSync();
  instance.closeSync();
  expect((await read(await readFile(folder.path("x.parquet")))).columns).toMatchObject(PEOPLE);
});

test("calls it by its name in faults", async () => {
  expect((await fault("EMPTY_FILE", read())).message).toBe("Standard input is empty.");
  expect((await fault("RAGGED_ROW", read("a,b\n1\n"))).message).toBe(
    "Standard input, row 1: expected 2 columns, got 1.",
  );
  expect((await fault("JSON_ARRAY", read('[{"a":1}]'))).message).toContain("Standard input is one JSON array");
});

test("reads it once, and gives it as often as it is asked for: to write what was read", async () => {
  await read("a,b\n1,x\n");
  await writeTable(folder.path("out.csv"), { source: "-", added: [] });
  expect(await folder.text("out.csv")).toBe("a,b\n1,x\n");
});

test("refuses to write over the file that standard input is", async () => {
  const file = await open(await folder.file("x.csv", "a,b\n1,2\n"));
  const stdin = Object.assign(Readable.from([]), { fd: file.fd });
  vi.spyOn(process, "stdin", "get").mockReturnValue(stdin as unknown as typeof process.stdin);
  await fault("SAME_FILE", writeTable(folder.path("x.csv"), { source: "-", added: [], overwrite: true }));
  await file.close();
  expect(await folder.text("x.csv")).toBe("a,b\n1,2\n");
});

test("holds it in a file that nobody else may read, and that goes with the process", async () => {
  const before = process.listeners("exit");
  const stream = Readable.from([Buffer.from("a\n1\n")]);
  comesIn(stream);
  await readTable("-");
  const { path } = await spool(stream);
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  expect((await stat(dirname(path))).mode & 0o777).toBe(0o700);
  const [atExit] = process.listeners("exit").filter((listener) => !before.includes(listener));
  atExit(0);
  await expect(stat(dirname(path))).rejects.toMatchObject({ code: "ENOENT" });
});

test("stops waiting for it when aborted, and leaves nothing", async () => {
  const stream = new PassThrough();
  comesIn(stream);
  const abort = new AbortController();
  const reading = readTable("-", { signal: abort.signal });
  stream.write("a,b\n1,");
  await expect.poll(() => stream.readableLength).toBe(0); // what came is read, and more is waited for
  abort.abort("enough");
  await expect(reading).rejects.toBe("enough");
  expect(stream.destroyed).toBe(true);
});

test("rejects as the stream does", async () => {
  const stream = new Readable({ read: () => stream.destroy(new Error("torn")) });
  comesIn(stream);
  await expect(readTable("-")).rejects.toThrow("torn");
});
