import { csv } from "../csv/csv-source.ts";
import { type Connection, DuckDbFault, openConnection } from "../duckdb/connection.ts";
import { type Input, inputPaths } from "../input/input.ts";
import { type PreparedFile, prepareFile, reencoded } from "../input/prepared-file.ts";
import { TablesError } from "../tables-error.ts";
import { filtered } from "../where/filtered.ts";
import { type KnownFile, readingFault } from "./file-kind.ts";
import { joined } from "./joined-source.ts";
import { jsonLines } from "./json-lines-source.ts";
import { parquet } from "./parquet-source.ts";
import { readBytes } from "./read-bytes.ts";
import type { Source, SourceKind } from "./source.ts";

/** Which rows are read. */
export interface Selection {
  readonly source: Input;
  /** An SQL condition on one row; rows that do not meet it are left out. */
  readonly where?: string | undefined;
}

/** What is known of a table beside its columns. */
export interface Opened {
  /** Of its file or files, fit to stand in a sentence. */
  readonly name: string;
  readonly kind: KnownFile["kind"];
  /** What was done or chosen to read it, as sentences. */
  readonly notes: readonly string[];
  /** Its rows before those that do not meet the condition are left out; null where there is no condition. */
  readonly allRows: number | null;
}

const KINDS: Readonly<Record<KnownFile["kind"], SourceKind>> = { csv, parquet, "json-lines": jsonLines };

/**
 * Opens a table and hands it to `use`, which may be called a second time, from the start, where a file turns out to
 * need another way of reading. Whatever DuckDB fails at becomes a TablesError; an aborted signal its reason.
 * `alsoAllowed` are further paths that the connection may touch.
 */
export async function withSource<T>(
  selection: Input | Selection,
  signal: AbortSignal | undefined,
  use: (source: Source, connection: Connection, opened: Opened) => Promise<T>,
  alsoAllowed: readonly string[] = [],
): Promise<T> {
  signal?.throwIfAborted();
  const { source: input, where } = isInput(selection) ? { source: selection } : selection;
  const prepared: PreparedFile[] = [];
  try {
    for (const path of await inputPaths(input)) prepared.push(await prepareFile(path, signal));
    refuseOtherKinds(prepared.map(({ file }) => file));
    for (const { file } of prepared) if (file.gzip) await readToEnd(file, signal);
    for (;;) {
      try {
        return await reading(prepared, { where, alsoAllowed }, signal, use);
      } catch (error) {
        if (!(error instanceof NotUtf8)) throw error;
        const again = await reencoded(prepared[error.file].file, "windows-1252", signal).catch((fault: unknown) => {
          throw fault instanceof TablesError && fault.code === "BAD_ENCODING" ? error.fault : fault;
        });
        prepared[error.file] = again;
      }
    }
  } catch (error) {
    signal?.throwIfAborted();
    throw readingFault(error, nameOf(prepared));
  } finally {
    for (const { temporary } of prepared) await temporary?.remove();
  }
}

/** A file whose text is not UTF-8, as its reader found: another reading of it may do. */
class NotUtf8 extends Error {
  readonly file: number;
  readonly fault: TablesError;

  constructor(file: number, fault: TablesError) {
    super(fault.message);
    this.file = file;
    this.fault = fault;
  }
}

async function reading<T>(
  prepared: readonly PreparedFile[],
  { where, alsoAllowed }: { readonly where: string | undefined; readonly alsoAllowed: readonly string[] },
  signal: AbortSignal | undefined,
  use: (source: Source, connection: Connection, opened: Opened) => Promise<T>,
): Promise<T> {
  const files = prepared.map(({ file }) => file);
  const notes = prepared.flatMap(({ note }) => (note === null ? [] : [note]));
  const kind = KINDS[files[0].kind];
  const sources: (Source | null)[] = files.map(() => null);
  const connection = await openConnection([...files.map(({ path }) => path), ...alsoAllowed], signal);
  try {
    for (;;) {
      try {
        const parts = [];
        for (const [i, file] of files.entries()) {
          const source = sources[i] ?? (await inUtf8(prepared, i, kind.find(file, connection, signal)));
          sources[i] = source;
          parts.push({ file, source });
        }
        const opened = { name: nameOf(prepared), kind: files[0].kind, notes, allRows: null };
        const whole = joined(parts);
        if (where === undefined) return await use(whole, connection, opened);
        const { source, rows, notes: chosen } = await filtered(whole, connection, where, opened.name);
        return await use(source, connection, { ...opened, notes: [...notes, ...chosen], allRows: rows });
      } catch (error) {
        if (!(error instanceof DuckDbFault)) throw error;
        for (const [i, file] of files.entries()) {
          const answer = await inUtf8(prepared, i, kind.explain(file, sources[i], signal));
          if (answer instanceof TablesError) throw answer;
          sources[i] = answer;
        }
      }
    }
  } finally {
    connection.close();
  }
}

/** What a reader found in a file, or NotUtf8 where that is its fault and nothing was tried about it yet. */
async function inUtf8<T>(prepared: readonly PreparedFile[], file: number, finding: Promise<T>): Promise<T> {
  const found: unknown = await finding.catch((error: unknown) => error);
  const untried = prepared[file].temporary === null;
  if (untried && found instanceof TablesError && found.code === "BAD_ENCODING") throw new NotUtf8(file, found);
  return finding;
}

function refuseOtherKinds(files: readonly KnownFile[]): void {
  const [first] = files;
  const other = files.find(({ kind }) => kind !== first.kind);
  if (other === undefined) return;
  const called: Readonly<Record<KnownFile["kind"], string>> = {
    csv: "CSV",
    parquet: "Parquet",
    "json-lines": "JSON lines",
  };
  throw new TablesError(
    "OTHER_KIND",
    `${first.name} is ${called[first.kind]} and ${other.name} is ${called[other.kind]}: files read as one table must be of one kind.`,
  );
}

function nameOf(prepared: readonly PreparedFile[]): string {
  const [first, ...others] = prepared.map(({ file }) => file.name);
  return others.length === 0 ? (first ?? "The file") : `${first} (and ${others.length} more)`;
}

function isInput(selection: Input | Selection): selection is Input {
  return typeof selection === "string" || Array.isArray(selection);
}

/** DuckDB takes a gzip'd file that is cut short or changed for whole; this rejects. */
async function readToEnd(file: KnownFile, signal?: AbortSignal): Promise<void> {
  try {
    for await (const bytes of readBytes(file.path, file.gzip, signal)) void bytes;
  } catch (error) {
    throw readingFault(error, file.name);
  }
}
