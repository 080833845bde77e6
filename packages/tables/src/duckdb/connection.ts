import type { DuckDBConnection } from "@duckdb/node-api";
import { TablesError } from "../tables-error.ts";
import { type Bindings, Chunk } from "./chunk.ts";
import { globEscaped, literal } from "./sql-text.ts";

/** Whatever DuckDB refused or failed at, as `cause`; never shown to people. */
export class DuckDbFault extends Error {
  constructor(cause: unknown) {
    super("DuckDB failed", { cause });
  }
}

/** A DuckDB of its own, in memory, that can touch the files it is opened for and nothing else. Close it, or it keeps its threads. */
export interface Connection {
  /** The rows of a query in order, some 2,048 at a time. One query at a time. */
  chunks(sql: string): AsyncGenerator<Chunk>;
  /** The names and DuckDB types of a query's columns. */
  describe(sql: string): Promise<readonly { name: string; type: string }[]>;
  close(): void;
}

/** Enough for DuckDB's threads to read ahead of us; with its default of 1 MB they take turns. */
const STREAM_BUFFER = "64MB";
const INTERRUPT_EVERY_MS = 20;

/**
 * Opens DuckDB for local files: no extension is loaded or fetched, no other path or URL is opened, nothing is spilled
 * to disk, and none of this can be changed afterwards. An aborted signal interrupts a running query.
 *
 * Throws READER_MISSING where DuckDB's native part cannot be loaded.
 */
export async function openConnection(files: string | readonly string[], signal?: AbortSignal): Promise<Connection> {
  const { duckdb, bindings } = await loadDuckDb();
  signal?.throwIfAborted();
  const instance = await duckdb.DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  // One interrupt is lost when it comes between two steps of a query.
  let interrupting: NodeJS.Timeout | undefined;
  const interrupt = (): void => {
    connection.interrupt();
    interrupting = setInterval(() => connection.interrupt(), INTERRUPT_EVERY_MS);
  };
  signal?.addEventListener("abort", interrupt, { once: true });
  const close = (): void => {
    signal?.removeEventListener("abort", interrupt);
    clearInterval(interrupting);
    connection.closeSync();
    instance.closeSync();
  };
  const attempt = async <T>(step: () => Promise<T>): Promise<T> => {
    signal?.throwIfAborted();
    try {
      return await step();
    } catch (error) {
      signal?.throwIfAborted();
      throw new DuckDbFault(error);
    }
  };
  try {
    await attempt(() => shutIn(connection, typeof files === "string" ? [files] : files));
  } catch (error) {
    close();
    throw error;
  }
  return {
    async *chunks(sql) {
      await attempt(() => connection.run("BEGIN TRANSACTION"));
      try {
        const result = await attempt(() => connection.stream(sql));
        for (;;) {
          const chunk = await attempt(() => result.fetchChunk());
          if (chunk === null || chunk.rowCount === 0) break;
          yield new Chunk(bindings, chunk.chunk, chunk.rowCount);
        }
        // When a query fails after its first rows, its stream ends as if there were no more: only its transaction,
        // in which nothing can be asked any longer, tells.
        await attempt(() => connection.run("SELECT 1"));
      } finally {
        await connection.run("ROLLBACK").catch(() => {});
      }
    },
    async describe(sql) {
      const result = await attempt(() => connection.stream(`SELECT * FROM (${sql}) LIMIT 0`));
      const types = result.columnTypes();
      return result.columnNames().map((name, index) => ({ name, type: String(types[index]) }));
    },
    close,
  };
}

async function shutIn(connection: DuckDBConnection, files: readonly string[]): Promise<void> {
  const allowed = [...new Set(files.flatMap((path) => [path, globEscaped(path)]))].map(literal).join(", ");
  for (const setting of [
    "autoinstall_known_extensions = false",
    "autoload_known_extensions = false",
    "temp_directory = ''",
    "preserve_insertion_order = true",
    `streaming_buffer_size = '${STREAM_BUFFER}'`,
    "TimeZone = 'UTC'",
    `allowed_paths = [${allowed}]`,
    "enable_external_access = false",
    "lock_configuration = true",
  ]) {
    await connection.run(`SET ${setting}`);
  }
}

async function loadDuckDb(): Promise<{
  duckdb: typeof import("@duckdb/node-api");
  bindings: Bindings;
}> {
  try {
    const [duckdb, bindings] = await Promise.all([import("@duckdb/node-api"), import("@duckdb/node-bindings")]);
    return { duckdb, bindings: bindings.default };
  } catch {
    throw new TablesError(
      "READER_MISSING",
      `Files are read by DuckDB, whose part for this computer (${process.platform} ${process.arch}) is not installed.`,
    );
  }
}
