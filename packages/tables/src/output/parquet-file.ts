import { type Connection, DuckDbFault } from "../duckdb/connection.ts";
import { literal, pathLiteral } from "../duckdb/sql-text.ts";
import { shownPath, TablesError } from "../tables-error.ts";
import { diskFull } from "./atomic-file.ts";

/** What DuckDB passes on from the system. */
const NO_SPACE = /no space left|disk quota|not enough space/i;
const NOT_WRITTEN = /could not (?:write|sync|truncate)/i;

/**
 * Has DuckDB write the rows of a query, in order, to a Parquet file at `path`, which the connection may touch, and
 * returns how many are in it. `out` is what errors call the file: DISK_FULL, WRITE_FAILED.
 */
export async function writeParquet(connection: Connection, query: string, path: string, out: string): Promise<number> {
  try {
    // Without its own temporary file: that name is not one that may be touched.
    for await (const _ of connection.chunks(
      `COPY (${query}) TO ${literal(path)} (FORMAT parquet, USE_TMP_FILE false)`,
    ));
    const counted = `SELECT num_rows::DOUBLE FROM parquet_file_metadata(${pathLiteral(path)})`;
    for await (const chunk of connection.chunks(counted)) return chunk.numbers(0)[0];
  } catch (error) {
    const cause = error instanceof DuckDbFault ? String(error.cause) : "";
    if (NO_SPACE.test(cause)) throw diskFull(out);
    if (NOT_WRITTEN.test(cause)) {
      throw new TablesError("WRITE_FAILED", `${shownPath(out)} cannot be written. Nothing was kept.`);
    }
    throw error;
  }
  throw new Error("expected a Parquet file to have a number of rows");
}
