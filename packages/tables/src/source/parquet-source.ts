import { pathLiteral } from "../duckdb/sql-text.ts";
import { TablesError } from "../tables-error.ts";
import { columnNames } from "./column-names.ts";
import type { SourceKind } from "./source.ts";

const NUMBER_TYPE = /^(?:U?(?:TINY|SMALL|BIG|HUGE)INT|U?INTEGER|FLOAT|DOUBLE|DECIMAL\(.*\))$/;

/** A Parquet file: numbers are numeric whatever they are, all else is text (dates in ISO form, nested values as DuckDB writes them). */
export const parquet: SourceKind = {
  async find(file, connection) {
    // A folder named year=2020 is a place, no column.
    const table = `read_parquet(${pathLiteral(file.path)}, hive_partitioning = false)`;
    const columns = await connection.describe(`SELECT * FROM ${table}`);
    const header = columns.map((column) => column.name);
    return {
      names: columnNames(header, file.name),
      header,
      numeric: columns.map((column) => NUMBER_TYPE.test(column.type)),
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
