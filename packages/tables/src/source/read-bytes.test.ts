import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { folderForEachTest, isOpen } from "../testing/folder.ts";
import { readBytes, readHead } from "./read-bytes.ts";

const folder = folderForEachTest();
const text = "0123456789".repeat(100_000);

test.each([
  ["plain", false, text],
  ["gzip'd", true, gzipSync(text)],
] as const)("gives all bytes of a %s file, or its head", async (_, gzip, content) => {
  const path = await folder.file("x", content);
  const pieces: Buffer[] = [];
  for await (const bytes of readBytes(path, gzip)) pieces.push(bytes);
  expect(Buffer.concat(pieces).toString() === text).toBe(true);

  expect(await readHead(path, gzip, text.length)).toMatchObject({ whole: true });
  const head = await readHead(path, gzip, 10);
  expect(head.whole).toBe(false);
  expect(text.startsWith(head.bytes.toString())).toBe(true);
});

test("closes a file that is not read to its end", async () => {
  const path = await folder.file("x", text);
  await readHead(path, false, 10);
  await expect.poll(() => isOpen(path)).toBe(false);
});

test("rejects where there is no file, packed or not", async () => {
  for (const gzip of [false, true]) {
    await expect(readHead(folder.path("none"), gzip, 10)).rejects.toMatchObject({ code: "ENOENT" });
  }
});
