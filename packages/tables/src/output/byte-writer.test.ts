import { open } from "node:fs/promises";
import { expect, test } from "vitest";
import { folderForEachTest } from "../testing/folder.ts";
import { ByteWriter } from "./byte-writer.ts";

const folder = folderForEachTest();

test("writes bytes in order, whatever their number between two flushes", async () => {
  const file = await open(folder.path("x"), "w");
  const writer = new ByteWriter(file);
  let expected = "";
  for (const size of [0, 1, 1000, 1 << 20, 3_000_000, 5]) {
    writer.all(Buffer.from("x".repeat(size)));
    writer.byte(0x7c);
    expected += `${"x".repeat(size)}|`;
    await writer.flushWhenFull();
  }
  await writer.flush();
  await writer.flush();
  await file.close();
  expect((await folder.text("x")) === expected).toBe(true);
});

test("goes on where a write took only some of the bytes", async () => {
  const file = await open(folder.path("x"), "w");
  const write = file.write.bind(file);
  Object.assign(file, {
    write: (bytes: Uint8Array, from: number, size: number) => write(bytes, from, Math.min(size, 3)),
  });
  const writer = new ByteWriter(file);
  writer.all(Buffer.from("0123456789"));
  await writer.flush();
  await file.close();
  expect(await folder.text("x")).toBe("0123456789");
});
