import { open, readFile } from "node:fs/promises";
import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { folderForEachTest } from "../testing/folder.ts";
import { type ByteWriter, withByteWriter } from "./byte-writer.ts";

const folder = folderForEachTest();

async function writePieces(writer: ByteWriter): Promise<string> {
  let expected = "";
  for (const size of [0, 1, 1000, 1 << 20, 3_000_000, 5]) {
    writer.all(Buffer.from("x".repeat(size)));
    writer.byte(0x7c);
    expected += `${"x".repeat(size)}|`;
    await writer.flushWhenFull();
  }
  await writer.flush();
  await writer.flush();
  writer.byte(0x7c);
  return `${expected}|`;
}

test("writes bytes in order, whatever their number between two flushes", async () => {
  const file = await open(folder.path("x"), "w");
  const expected = await withByteWriter(file, false, writePieces);
  await file.close();
  expect((await folder.text("x")) === expected).toBe(true);
});

test("packs them with gzip", async () => {
  const file = await open(folder.path("x"), "w");
  const expected = await withByteWriter(file, true, writePieces);
  await file.close();
  expect(gunzipSync(await readFile(folder.path("x"))).toString() === expected).toBe(true);
});

test("goes on where a write took only some of the bytes", async () => {
  const file = await open(folder.path("x"), "w");
  const write = file.write.bind(file);
  Object.assign(file, {
    write: (bytes: Uint8Array, from: number, size: number, position: number) =>
      write(bytes, from, Math.min(size, 3), position),
  });
  await withByteWriter(file, false, async (writer) => writer.all(Buffer.from("0123456789")));
  await file.close();
  expect(await folder.text("x")).toBe("0123456789");
});

test.each([false, true])("rejects with what the file or the writing failed at (gzip: %s)", async (gzip) => {
  const full = Object.assign(new Error("ENOSPC"), { code: "ENOSPC", syscall: "write" });
  const file = await open(folder.path("x"), "w");
  const write = file.write.bind(file);
  let writes = 0;
  const some = (bytes: Uint8Array): unknown => (++writes < 3 ? write(bytes) : Promise.reject(full));
  Object.assign(file, { write: some });
  const noise = new Uint8Array(1 << 20).map((_, i) => Math.imul(i, 2654435761) >>> 13);
  const filling = withByteWriter(file, gzip, async (writer) => {
    for (let i = 0; i < 5; i++) {
      writer.all(noise);
      await writer.flush();
    }
  });
  await expect(filling).rejects.toBe(full);
  const reason = new Error("enough");
  await expect(withByteWriter(file, gzip, () => Promise.reject(reason))).rejects.toBe(reason);
  await file.close();
});
