import { type Reading, UNDECIDED } from "../cells/reading.ts";
import { pathLiteral } from "../duckdb/sql-text.ts";
import { TablesError } from "../tables-error.ts";
import { columnNames } from "./column-names.ts";
import type { SourceKind } from "./source.ts";

const NUMBER_TYPE = /^(?:U?(?:TINY|SMALL|BIG|HUGE)INT|U?INTEGER|FLOAT|DOUBLE|DECIMAL\(.*\))$/;

const DATE_TYPE = /^(?:DATE|TIMESTAMP(?:_S|_MS|_NS)?|TIMESTAMP WITH TIME ZONE)$/;

/** A Parquet file: numbers are numeric whatever they are, dates are dates, all else is text (nested values as DuckDB writes them). */
export const parquet: SourceKind = {
  async find(file, connection) {
    // A folder named year=2020 is a place, no column.
    const table = `read_parquet(${pathLiteral(file.path)}, hive_partitioning = false)`;
    const columns = await connection.describe(`SELECT * FROM ${table}`);
    const header = columns.map((column) => column.name);
    return {
      names: columnNames(header, file.name),
      header,
      readings: columns.map((column) => readingOf(column.type)),
      delimiter: null,
      relation: `(SELECT * FROM ${table}) AS t(${header.map((_, i) => `c${i}`).join(", ")})`,
    };
  },

  async explain(file) {
    return new TablesError(
      "DAMAGED_FILE",
      `${file.name} cannot be read as Parquet: it is cut short, was changed, or is of a kind that is not supported.`,
    );
  },
};

function readingOf(type: string): Reading {
  if (NUMBER_TYPE.test(type)) return { as: "number", how: "native" };
  return DATE_TYPE.test(type) ? { as: "date", how: "native" } : UNDECIDED;
}
