import { isUtf8 } from "node:buffer";
import { UNDECIDED } from "../cells/reading.ts";
import { literal, pathLiteral } from "../duckdb/sql-text.ts";
import { columnNames } from "../source/column-names.ts";
import type { KnownFile } from "../source/file-kind.ts";
import { refuseOtherText } from "../source/other-text.ts";
import { readHead } from "../source/read-bytes.ts";
import type { Source, SourceKind } from "../source/source.ts";
import { shown, TablesError } from "../tables-error.ts";
import { findCsvFault, LONGEST_ROW, mixedLineEnds } from "./csv-fault.ts";
import { type CsvDialect, sniffDialect } from "./dialect.ts";
import type { LineEnd } from "./records.ts";

const HEAD_BYTES = 1 << 20;
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;

/** How DuckDB is to read: each way takes more files than the one before, and more time. */
interface Way {
  /** DuckDB takes \n beside \r\n only when it is not strict. */
  readonly strict: boolean;
  /** Several threads can fail on quoted cells of many lines: they begin in the middle of the file, maybe of a cell. */
  readonly parallel: boolean;
}

const STRICT: Way = { strict: true, parallel: true };
const LAX: Way = { strict: false, parallel: false };
const WAYS: readonly Way[] = [STRICT, { strict: true, parallel: false }, LAX];

/** Text with delimiters: the header names the columns, and every cell is read as text. */
export const csv: SourceKind = {
  async find(file, _connection, signal) {
    const dialect = await readDialect(file, signal);
    refuseNumbers(dialect, file.name);
    if (dialect.mixed && dialect.skip > 0) throw mixedLineEnds(file.name); // lines are skipped by another count
    // Here DuckDB may read more rows than there are, or fewer, and not fail.
    const risky = dialect.header.length === 1 || dialect.mixed;
    const fault = risky ? await findCsvFault(file, dialect, signal) : null;
    if (fault !== null) throw fault;
    return csvSource(file, dialect, dialect.mixed ? LAX : STRICT);
  },

  async explain(file, source, signal) {
    const dialect = await readDialect(file, signal);
    const ways = WAYS.map((way) => csvSource(file, dialect, way));
    const tried = ways.findIndex((way) => way.relation === source?.relation);
    const fault = tried > 0 ? null : await findCsvFault(file, dialect, signal);
    if (fault !== null) return fault;
    if (tried + 1 < ways.length) return ways[tried + 1]; // the file is well-formed after all
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

/** Refuses a header of numbers alone: it is a row, whose cells would pass for names and be missed among the rows. */
function refuseNumbers({ header, delimiter }: CsvDialect, name: string): void {
  if (!header.every((cell) => NUMBER.test(cell.trim()))) return;
  const line = shown(header.join(delimiter));
  throw new TablesError(
    "NO_HEADER",
    `${name} begins with a line of numbers (${line}), not with column names: add a first line that names the columns.`,
  );
}

function lastLineEnd(bytes: Buffer): number {
  return Math.max(bytes.lastIndexOf("\n"), bytes.lastIndexOf("\r"));
}

function csvSource(file: KnownFile, dialect: CsvDialect, way: Way): Source {
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
    `new_line = ${literal(lineEndName(dialect.lineEnd))}`,
    ...(way.strict ? [] : ["strict_mode = false"]), // said of its default, DuckDB finds no rows between \r\n
    `parallel = ${way.parallel}`,
    "hive_partitioning = false", // a folder named year=2020 is a place, no column
    `max_line_size = ${LONGEST_ROW}`,
    `compression = ${file.gzip ? "'gzip'" : "'none'"}`,
    `columns = {${header.map((_, i) => `c${i}: 'VARCHAR'`).join(", ")}}`,
  ];
  return {
    names,
    header,
    readings: header.map(() => UNDECIDED),
    delimiter: dialect.delimiter,
    relation: `read_csv(${options.join(", ")})`,
  };
}

/** As DuckDB's option has it. */
function lineEndName(lineEnd: LineEnd): string {
  return lineEnd.replace("\r", "\\r").replace("\n", "\\n");
}
