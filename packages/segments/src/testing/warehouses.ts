import { DuckDBInstance } from "@duckdb/node-api";
import { PGlite } from "@electric-sql/pglite";
import { identifier, literal, numeral } from "../sql/dialect.ts";
import type { Column, Table } from "../table.ts";

/** A database that runs in this process. */
export interface Warehouse {
  readonly dialect: "duckdb" | "postgres";
  /** Makes a table of what the columns hold, and of the number of each row in `kentro row`. */
  readonly load: (name: string, table: Table) => Promise<void>;
  readonly rows: (sql: string) => Promise<readonly Readonly<Record<string, unknown>>[]>;
  readonly close: () => Promise<void>;
}

/** The column that holds the number of each row, 0-based: a query need not keep their order. */
export const ROW = "kentro row";

export async function duckdb(): Promise<Warehouse> {
  const instance = await DuckDBInstance.create();
  const connection = await instance.connect();
  return {
    dialect: "duckdb",
    load: async (name, table) => {
      for (const sql of tableSql(name, table, "DOUBLE")) await connection.run(sql);
    },
    rows: async (sql) => (await connection.runAndReadAll(sql)).getRowObjects(),
    close: async () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

export async function postgres(): Promise<Warehouse> {
  const database = await PGlite.create();
  return {
    dialect: "postgres",
    load: async (name, table) => {
      for (const sql of tableSql(name, table, "double precision")) await database.exec(sql);
    },
    rows: async (sql) => (await database.query<Record<string, unknown>>(sql)).rows,
    close: async () => await database.close(),
  };
}

function tableSql(name: string, { rows, columns }: Table, number: string): readonly string[] {
  const typed = columns.map((column) => `${identifier(column.name)} ${column.type === "text" ? "text" : number}`);
  const lines = Array.from({ length: rows }, (_, row) => {
    return `(${[row, ...columns.map((column) => cell(column, row, number))].join(", ")})`;
  });
  return [
    `DROP TABLE IF EXISTS ${identifier(name)}`,
    `CREATE TABLE ${identifier(name)} (${[`${identifier(ROW)} int`, ...typed].join(", ")})`,
    ...(rows === 0 ? [] : [`INSERT INTO ${identifier(name)} VALUES ${lines.join(", ")}`]),
  ];
}

function cell(column: Column, row: number, number: string): string {
  if (column.type === "identifier") return "NULL";
  if (column.type === "text") return column.codes[row]! < 0 ? "NULL" : literal(column.categories[column.codes[row]!]!);
  const value = column.values[row]!;
  // Empty and NaN are both missing.
  if (Number.isNaN(value)) return row % 2 === 0 ? "NULL" : `CAST('NaN' AS ${number})`;
  return Number.isFinite(value) ? numeral(value) : `CAST('${value < 0 ? "-" : ""}Infinity' AS ${number})`;
}
