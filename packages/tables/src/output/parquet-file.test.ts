import { expect, test } from "vitest";
import { type Connection, DuckDbFault, openConnection } from "../duckdb/connection.ts";
import { fault, folderForEachTest } from "../testing/folder.ts";
import { writeParquet } from "./parquet-file.ts";

const folder = folderForEachTest();

test("writes the rows of a query, and says how many", async () => {
  const path = await folder.file(".part", "");
  const connection = await openConnection(path);
  try {
    expect(await writeParquet(connection, "SELECT i FROM range(5000) t(i)", path, "o.parquet")).toBe(5000);
    expect(await folder.names()).toEqual([".part"]);
    const elsewhere = writeParquet(connection, "SELECT 1", folder.path("other"), "o.parquet");
    await expect(elsewhere).rejects.toBeInstanceOf(DuckDbFault);
    expect(await folder.names()).toEqual([".part"]);
  } finally {
    connection.close();
  }
});

test.each([
  [
    'IO Error: Could not write all bytes to file "/x/.part", wanted=8, wrote=4: No space left on device',
    "DISK_FULL",
    "o.parquet cannot be written: the disk is full. Nothing was kept.",
  ],
  [
    'IO Error: Could not write file "/x/.part": Input/output error',
    "WRITE_FAILED",
    "o.parquet cannot be written. Nothing was kept.",
  ],
] as const)("makes one sentence of %j", async (said, code, message) => {
  const failing: Connection = {
    // biome-ignore lint/correctness/useYield: it fails before its first chunk
    async *chunks() {
      throw new DuckDbFault(new Error(said));
    },
    describe: async () => [],
    close: () => {},
  };
  const error = await fault(code, writeParquet(failing, "SELECT 1", "/x/.part", "o.parquet"));
  expect(error.message).toBe(message);
});
