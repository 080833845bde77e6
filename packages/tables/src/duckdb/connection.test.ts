import { expect, test } from "vitest";
import { folderForEachTest } from "../testing/folder.ts";
import { type Connection, DuckDbFault, openConnection } from "./connection.ts";
import { literal, pathLiteral } from "./sql-text.ts";

const folder = folderForEachTest();

async function count(connection: Connection, sql: string): Promise<number> {
  let rows = 0;
  for await (const chunk of connection.chunks(sql)) rows += chunk.rows;
  return rows;
}

test("reads the one file it is opened for, and refuses every other path, URL and change of settings", async () => {
  const path = await folder.file("x.csv", "a\n1\n2\n");
  const other = await folder.file("other.csv", "a\n1\n2\n");
  const connection = await openConnection(path);
  try {
    expect(await count(connection, `SELECT * FROM read_csv(${pathLiteral(path)})`)).toBe(2);
    for (const sql of [
      `SELECT * FROM read_csv(${literal(other)})`,
      `SELECT * FROM ${literal(other)}`,
      `SELECT * FROM read_csv(${literal(folder.path("*.csv"))})`,
      `SELECT * FROM read_csv(${literal(`${path}/../other.csv`)})`,
      `SELECT * FROM read_text(${literal(other)})`,
      `SELECT * FROM glob(${literal(folder.path("*"))})`,
      "SELECT * FROM read_csv('https://example.com/x.csv')",
      "SELECT * FROM read_parquet('s3://bucket/x.parquet')",
      `ATTACH ${literal(folder.path("x.db"))} AS x`,
      `COPY (SELECT 1) TO ${literal(folder.path("out.csv"))}`,
      `COPY (SELECT 1) TO ${literal(path)}`,
      `EXPORT DATABASE ${literal(folder.path("dump"))}`,
      "INSTALL httpfs",
      "LOAD httpfs",
      "SET enable_external_access = true",
      "SET allowed_directories = ['/']",
      "SET autoinstall_known_extensions = true",
      `SET temp_directory = ${literal(folder.path("tmp"))}`,
      "SET lock_configuration = false",
      "RESET enable_external_access",
    ]) {
      await expect(count(connection, sql), sql).rejects.toBeInstanceOf(DuckDbFault);
    }
    expect(await folder.names()).toEqual(["other.csv", "x.csv"]);
    expect(await folder.text("x.csv")).toBe("a\n1\n2\n");
  } finally {
    connection.close();
  }
});

test("reads the several files it is opened for, and refuses a pattern that others match", async () => {
  const paths = [await folder.file("1.csv", "a\n1\n"), await folder.file("[2].csv", "a\n2\n")];
  await folder.file("2.csv", "a\n3\n");
  const connection = await openConnection(paths);
  try {
    const query = paths.map((path) => `SELECT * FROM read_csv(${pathLiteral(path)})`).join(" UNION ALL ");
    expect(await count(connection, query)).toBe(2);
    for (const other of ["2.csv", "*.csv", "1.csv/../2.csv"]) {
      const reading = count(connection, `SELECT * FROM read_csv(${literal(folder.path(other))})`);
      await expect(reading, other).rejects.toBeInstanceOf(DuckDbFault);
    }
  } finally {
    connection.close();
  }
});

test("has no folder to spill to", async () => {
  const connection = await openConnection(folder.path("x.csv"));
  try {
    const settings = "SELECT 1 FROM duckdb_settings() WHERE name = 'temp_directory' AND coalesce(value, '') = ''";
    expect(await count(connection, settings)).toBe(1);
  } finally {
    connection.close();
  }
});

test("rejects when a query fails after its first rows, and can be asked again", async () => {
  const connection = await openConnection(folder.path("x.csv"));
  const rows = 20_000_000;
  try {
    const failing = `SELECT CASE WHEN i = ${rows - 1} THEN error('late') ELSE i END FROM range(${rows}) t(i)`;
    let seen = 0;
    const reading = (async () => {
      for await (const chunk of connection.chunks(failing)) seen += chunk.rows;
    })();
    await expect(reading).rejects.toBeInstanceOf(DuckDbFault);
    expect(seen).toBeGreaterThan(0);
    expect(await count(connection, "SELECT 1")).toBe(1);
  } finally {
    connection.close();
  }
});

test("interrupts a query that would not end soon", async () => {
  const abort = new AbortController();
  const connection = await openConnection(folder.path("x.csv"), abort.signal);
  const reason = new Error("enough");
  try {
    const endless = count(connection, "SELECT sum(a.i * b.i) FROM range(10000000) a(i), range(10000000) b(i)");
    setTimeout(() => abort.abort(reason), 20);
    await expect(endless).rejects.toBe(reason);
  } finally {
    connection.close();
  }
});

test("takes an aborted signal for an answer", async () => {
  const reason = new Error("enough");
  await expect(openConnection(folder.path("x.csv"), AbortSignal.abort(reason))).rejects.toBe(reason);
});
