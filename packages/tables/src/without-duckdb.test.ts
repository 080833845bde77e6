import { expect, test } from "vitest";
import { type Table, writeColumns, writeText } from "./index.ts";
import { fault, folderForEachTest } from "./testing/folder.ts";

const folder = folderForEachTest();

test("writes text and tables without loading DuckDB", async () => {
  const table: Table = {
    rows: 1,
    columns: [{ name: "a", type: "text", codes: Int32Array.of(0), categories: ["x"], missing: 0 }],
  };
  await writeText(folder.path("model.json"), '{"é":1}\n');
  await writeColumns(folder.path("table.csv"), { table });
  expect(await folder.text("model.json")).toBe('{"é":1}\n');
  expect(await folder.text("table.csv")).toBe("a\nx\n");
  const nativeParts: unknown = Reflect.get(process.report.getReport(), "sharedObjects");
  expect(JSON.stringify(nativeParts)).not.toContain("duckdb");
});

test("keeps an existing text unless asked to replace it", async () => {
  const out = await folder.file("model.json", "old");
  await fault("EXISTS", writeText(out, "new"));
  expect(await folder.text("model.json")).toBe("old");
  await writeText(out, "new", { overwrite: true });
  expect(await folder.text("model.json")).toBe("new");
});
