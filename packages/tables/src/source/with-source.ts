import { resolve } from "node:path";
import { csv } from "../csv/csv-source.ts";
import { type Connection, DuckDbFault, openConnection } from "../duckdb/connection.ts";
import { TablesError } from "../tables-error.ts";
import { identify, type KnownFile, readingFault } from "./file-kind.ts";
import { jsonLines } from "./json-lines-source.ts";
import { parquet } from "./parquet-source.ts";
import { readBytes } from "./read-bytes.ts";
import type { Source, SourceKind } from "./source.ts";

const KINDS: Readonly<Record<KnownFile["kind"], SourceKind>> = { csv, parquet, "json-lines": jsonLines };

/**
 * Opens a file and hands it to `use`, which may be called a second time, from the start, where the file turns out to
 * need another way of reading. Whatever DuckDB fails at becomes a TablesError; an aborted signal its reason.
 * `alsoAllowed` are further paths that the connection may touch.
 */
export async function withSource<T>(
  path: string,
  signal: AbortSignal | undefined,
  use: (source: Source, connection: Connection, file: KnownFile) => Promise<T>,
  alsoAllowed: readonly string[] = [],
): Promise<T> {
  signal?.throwIfAborted();
  const file = await identify(resolve(path));
  const kind = KINDS[file.kind];
  let connection: Connection | null = null;
  let source: Source | null = null;
  try {
    if (file.gzip) await readToEnd(file, signal);
    connection = await openConnection([file.path, ...alsoAllowed], signal);
    for (;;) {
      try {
        source ??= await kind.find(file, connection, signal);
        return await use(source, connection, file);
      } catch (error) {
        if (!(error instanceof DuckDbFault)) throw error;
        const answer = await kind.explain(file, source, signal);
        if (answer instanceof TablesError) throw answer;
        source = answer;
      }
    }
  } catch (error) {
    signal?.throwIfAborted();
    throw readingFault(error, file.name);
  } finally {
    connection?.close();
  }
}

/** DuckDB takes a gzip'd file that is cut short or changed for whole; this rejects. */
async function readToEnd(file: KnownFile, signal?: AbortSignal): Promise<void> {
  for await (const bytes of readBytes(file.path, file.gzip, signal)) void bytes;
}
