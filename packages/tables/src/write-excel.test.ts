import { expect, test } from "vitest";
import type { Table } from "./table.ts";
import { fault, folderForEachTest } from "./testing/folder.ts";
import { writeColumns } from "./write-columns.ts";
import { writeTable } from "./write-table.ts";

const folder = folderForEachTest();

test("writes what Excel opens well: a byte order mark, semicolons, CRLF, decimal commas in columns of numbers", async () => {
  const source = await folder.file("x.csv", "id,income,version\nu,1234.5,1.5\nv,NA,beta\nw,-2.50,2.0\nx,.5,rc\n");
  const added = [{ name: "segment", codes: Int32Array.of(0, 1, -1, 0), categories: ["A", "-5"] }];
  await writeTable(folder.path("o.csv"), { source, added, excel: true });
  expect(await folder.text("o.csv")).toBe(
    `\ufeff${["id;income;version;segment", 'u;"1234,5";1.5;A', "v;NA;beta;'-5", 'w;"-2,50";2.0;', 'x;",5";rc;A', ""].join("\r\n")}`,
  );
});

test("disarms what Excel would compute in the file's own cells and names, and leaves numbers", async () => {
  const source = await folder.file("x.csv", '=a,b\n=1+1,-5\n"@x",+5\n-1-1,"-1,5"\n"+A1",x\n');
  await writeTable(folder.path("o.csv"), { source, added: [], excel: true });
  const rows = ["'=a;b", "'=1+1;-5", "'@x;+5", `'-1-1;"-1,5"`, "'+A1;x", ""];
  expect(await folder.text("o.csv")).toBe(`\ufeff${rows.join("\r\n")}`);
});

test("writes a table in memory in the same way", async () => {
  const table: Table = {
    rows: 2,
    columns: [
      { name: "@a", type: "text", codes: Int32Array.of(0, -1), categories: ["=1"], missing: 1 },
      { name: "b", type: "numeric", values: Float64Array.of(-0.25, 3), missing: 0, unreadable: [], unreadableCount: 0 },
    ],
  };
  await writeColumns(folder.path("o.csv"), { table, excel: true });
  expect(await folder.text("o.csv")).toBe(`\ufeff'@a;b\r\n'=1;"-0,25"\r\n;3\r\n`);
});

test("refuses to write anything but CSV for Excel", async () => {
  const source = await folder.file("x.csv", "a,b\n1,x\n");
  await fault("OUTPUT_TYPE", writeTable(folder.path("o.parquet"), { source, added: [], excel: true }));
});
