import { link, mkdir } from "node:fs/promises";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import type { AddedColumn } from "./table.ts";
import { fault, folderForEachTest } from "./testing/folder.ts";
import { writeTable } from "./write-table.ts";

const folder = folderForEachTest();

const segment = (codes: readonly number[], name = "segment"): AddedColumn => ({
  name,
  codes: Int32Array.from(codes),
  categories: ["A", "B"],
});

/** What is written for a source of this text and one added column. */
async function labelled(
  text: string | Uint8Array,
  codes: readonly number[],
  name = "x.csv",
  out = "out.csv",
): Promise<string> {
  await writeTable(folder.path(out), { source: await folder.file(name, text), added: [segment(codes)] });
  return folder.text(out);
}

test("writes rows and columns as they stand, and the added column after them", async () => {
  const text = 'Name , Income (k$)\n"Ada, L.",007.50\nBob,NA\n"say ""hi""\r\nthere",\n';
  expect(await labelled(text, [0, -1, 1])).toBe(
    '"Name "," Income (k$)",segment\n"Ada, L.",007.50,A\nBob,NA,\n"say ""hi""\r\nthere",,B\n',
  );
});

test("writes comma and LF whatever the source has, and tabs to .tsv", async () => {
  expect(await labelled("\ufeffa;b\r\n1,5;x\r\n\r\n2;y", [0, 1])).toBe('a,b,segment\n"1,5",x,A\n2,y,B\n');
  expect(await labelled("a;b\n1,5;x\n", [0], "x.csv", "out.tsv")).toBe('a\tb\tsegment\n"1,5"\tx\tA\n');
});

test("writes the rows that are read: no empty lines, but empty cells of a file of one column", async () => {
  expect(await labelled("\n\na,b\n\n1,2\n\n\n3,4\n\n", [0, 1])).toBe("a,b,segment\n1,2,A\n3,4,B\n");
  expect(await labelled('a\n1\n\n""\n2', [0, 1, 0, 1], "y.csv", "y-out.csv")).toBe("a,segment\n1,A\n,B\n,A\n2,B\n");
  const source = folder.path("y.csv");
  await writeTable(folder.path("z.csv"), { source, added: [] });
  expect(await folder.text("z.csv")).toBe('a\n1\n""\n""\n2\n');
});

test("writes mixed line ends, gzip'd files and JSON lines", async () => {
  expect(await labelled("a,b\n1,2\r\n3,4\n", [0, 1])).toBe("a,b,segment\n1,2,A\n3,4,B\n");
  expect(await labelled(gzipSync("a,b\n1,2\n"), [0], "x.csv.gz", "gz.csv")).toBe("a,b,segment\n1,2,A\n");
  const json = '{"a":"x, y","b":1}\n{"b":null,"c":[1]}\n';
  expect(await labelled(json, [0, 1], "x.jsonl", "json.csv")).toBe('a,b,c,segment\n"x, y",1,,A\n,,[1],B\n');
});

test("keeps a column that has the added one's name, and numbers the added", async () => {
  expect(await labelled("Segment,segment_2\nold,older\n", [1])).toBe("Segment,segment_2,segment_3\nold,older,B\n");
});

test("disarms formulas in what is added, and leaves the file's own cells and numbers", async () => {
  const source = await folder.file("x.csv", "=a,-b\n=1+1,-5\n@x,+5\n");
  const added = [{ name: "@n", codes: Int32Array.of(0, 1), categories: ["=cmd('/C calc')", "-5"] }];
  await writeTable(folder.path("out.csv"), { source, added });
  expect(await folder.text("out.csv")).toBe("=a,-b,'@n\n=1+1,-5,'=cmd('/C calc')\n@x,+5,'-5\n");
});

test("keeps long texts and the order of rows over many chunks", async () => {
  const rows = Array.from(
    { length: 30_000 },
    (_, i) => `${i},"a text, longer than others: ${i % 10}",${"é".repeat(i % 20)}`,
  );
  const codes = rows.map((_, i) => (i % 3) - 1);
  const expected = rows.map((row, i) => `${row},${["", "A", "B"][i % 3]}`);
  expect(await labelled(`a,b,c\n${rows.join("\n")}\n`, codes)).toBe(`a,b,c,segment\n${expected.join("\n")}\n`);
});

test("refuses an existing file before anything else, and replaces it when asked to", async () => {
  const source = folder.path("none.csv");
  const out = await folder.file("out.csv", "mine");
  await fault("EXISTS", writeTable(out, { source, added: [] }));
  await writeTable(out, { source: await folder.file("x.csv", "a\n1\n"), added: [], overwrite: true });
  expect(await folder.text("out.csv")).toBe("a\n1\n");
});

test("refuses to write over the file that it reads, by whatever name", async () => {
  const source = await folder.file("x.csv", "a\n1\n");
  await link(source, folder.path("same.csv"));
  await mkdir(folder.path("inner"));
  for (const out of [source, folder.path("same.csv"), `${folder.path("inner")}/../x.csv`]) {
    const error = await fault("SAME_FILE", writeTable(out, { source, added: [], overwrite: true }));
    expect(error.message).toBe(`${out} is the file that is read: write to another, so that it stays as it is.`);
  }
  expect(await folder.text("x.csv")).toBe("a\n1\n");
});

test("refuses to write what it cannot by its name", async () => {
  const source = await folder.file("x.csv", "a\n1\n");
  for (const out of ["o.xlsx", "o.gz", "o.jsonl"]) {
    await fault("OUTPUT_TYPE", writeTable(folder.path(out), { source, added: [] }));
  }
});

test("says that the source has changed when its rows and the codes are not as many", async () => {
  const source = await folder.file("x.csv", "a\n1\n2\n");
  for (const codes of [[0], [0, 1, 0]]) {
    const error = await fault("ROWS_CHANGED", writeTable(folder.path("o.csv"), { source, added: [segment(codes)] }));
    expect(error.message).toBe(
      `x.csv has 2 rows, but the columns to add have ${codes.length}: it has changed since it was read.`,
    );
  }
  expect(await folder.names()).toEqual(["x.csv"]);
});

test("refuses a code without a category", async () => {
  const source = await folder.file("x.csv", "a\n1\n");
  const writing = writeTable(folder.path("o.csv"), { source, added: [segment([2])] });
  await expect(writing).rejects.toThrow("Expected a code from -1 to 1 in row 0, got 2");
  expect(await folder.names()).toEqual(["x.csv"]);
});

test("leaves nothing behind when the source turns out to be broken", async () => {
  const source = await folder.file("x.csv", `a,b\n${"1,2\n".repeat(300_000)}3\n`);
  const error = await fault("RAGGED_ROW", writeTable(folder.path("o.csv"), { source, added: [] }));
  expect(error.message).toBe("x.csv, row 300001: expected 2 columns, got 1.");
  expect(await folder.names()).toEqual(["x.csv"]);
});

test("leaves nothing behind when aborted in the middle", async () => {
  const source = await folder.file("x.csv", `a,b\n${"1,2\n".repeat(400_000)}`);
  const abort = new AbortController();
  const reason = new Error("enough");
  const writing = writeTable(folder.path("o.csv"), { source, added: [], signal: abort.signal });
  const partAppears = async (): Promise<void> => {
    while ((await folder.names()).length === 1) await new Promise((resolve) => setImmediate(resolve));
  };
  await partAppears();
  abort.abort(reason);
  await expect(writing).rejects.toBe(reason);
  expect(await folder.names()).toEqual(["x.csv"]);
});
