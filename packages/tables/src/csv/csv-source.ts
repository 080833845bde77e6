import { isUtf8 } from "node:buffer";
import { literal, pathLiteral } from "../duckdb/sql-text.ts";
import { columnNames } from "../source/column-names.ts";
import type { KnownFile } from "../source/file-kind.ts";
import { readHead } from "../source/read-bytes.ts";
import type { Source, SourceKind } from "../source/source.ts";
import { TablesError } from "../tables-error.ts";
import { findCsvFault, LONGEST_ROW } from "./csv-fault.ts";
import { type CsvDialect, sniffDialect } from "./dialect.ts";

const HEAD_BYTES = 1 << 20;

/** Text with delimiters: the header names the columns, and every cell is read as text. */
export const csv: SourceKind = {
  async find(file, _connection, signal) {
    const dialect = await readDialect(file, signal);
    // Here DuckDB may read more rows than there are, and not fail.
    const fault = dialect.header.length === 1 ? await findCsvFault(file, dialect, signal) : null;
    if (fault !== null) throw fault;
    return csvSource(file, dialect, true);
  },

  async explain(file, source, signal) {
    const dialect = await readDialect(file, signal);
    const fault = await findCsvFault(file, dialect, signal);
    if (fault !== null) return fault;
    // Well-formed after all: both \n and \r\n, which DuckDB takes only when it is not strict.
    const lax = csvSource(file, dialect, false);
    if (lax.relation !== source?.relation) return lax;
    return new TablesError("UNREADABLE_FILE", `${file.name} could not be read as CSV.`);
  },
};

async function readDialect(file: KnownFile, signal?: AbortSignal): Promise<CsvDialect> {
  const head = await readHead(file.path, file.gzip, HEAD_BYTES);
  refuseOtherText(head.bytes, file.name);
  const lines = head.whole ? head.bytes : head.bytes.subarray(0, lastLineEnd(head.bytes) + 1);
  const text = new TextDecoder(isUtf8(lines) ? "utf-8" : "latin1").decode(lines);
  if (text.trim() === "" && head.whole) throw new TablesError("EMPTY_FILE", `${file.name} is empty.`);
  const dialect = sniffDialect(text, head.whole, file.preferredDelimiter);
  if (dialect !== null && isUtf8(lines)) return dialect;
  const delimiter = dialect?.delimiter ?? file.preferredDelimiter;
  const fault = await findCsvFault(file, { delimiter, header: null }, signal);
  throw fault ?? new TablesError("ROW_TOO_LONG", `${file.name} has a first line of more than 1 MB.`);
}

function refuseOtherText(bytes: Buffer, name: string): void {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    throw new TablesError("BAD_ENCODING", `${name} is UTF-16 text: save it as UTF-8 (in Excel: CSV UTF-8).`);
  }
  if (bytes.includes(0)) {
    throw new TablesError(
      "BINARY_FILE",
      `${name} is not a text file: it holds NUL bytes. Expected CSV, Parquet or JSON lines.`,
    );
  }
}

function lastLineEnd(bytes: Buffer): number {
  return Math.max(bytes.lastIndexOf("\n"), bytes.lastIndexOf("\r"));
}

function csvSource(file: KnownFile, dialect: CsvDialect, strict: boolean): Source {
  const { header } = dialect;
  const names = columnNames(header, file.name);
  const options = [
    pathLiteral(file.path),
    "auto_detect = false",
    `delim = ${literal(dialect.delimiter)}`,
    `quote = '"'`,
    `escape = '"'`,
    "header = true",
    `skip = ${dialect.skip}`,
    `strict_mode = ${strict}`,
    `max_line_size = ${LONGEST_ROW}`,
    `compression = ${file.gzip ? "'gzip'" : "'none'"}`,
    `columns = {${header.map((_, i) => `c${i}: 'VARCHAR'`).join(", ")}}`,
  ];
  return { names, header, numeric: header.map(() => false), relation: `read_csv(${options.join(", ")})` };
}
