import type { KnownFile } from "../source/file-kind.ts";
import { readBytes } from "../source/read-bytes.ts";
import { shown, TablesError } from "../tables-error.ts";
import { type CsvDialect, declaresDelimiter, sameWidth } from "./dialect.ts";
import { CsvRecords } from "./records.ts";

/** Longest row in bytes that is read; DuckDB's own default. */
export const LONGEST_ROW = 2_000_000;

/**
 * Reads a CSV file from the beginning and returns the first thing that is wrong with it, or null: bytes that are not
 * UTF-8, a quote never closed or followed by text, a row too long, and, where the header is known, a row with more or
 * fewer cells; then line ends of different kinds that DuckDB would misread.
 */
export async function findCsvFault(
  file: KnownFile,
  dialect: Pick<CsvDialect, "delimiter"> & { readonly header: readonly string[] | null },
  signal?: AbortSignal,
): Promise<TablesError | null> {
  const columns = dialect.header?.length ?? null;
  let row = -1; // the header
  let ragged = 0;
  const records = new CsvRecords(dialect.delimiter, (cells, blank) => {
    if (blank && (columns !== 1 || row < 0)) return true;
    if (row < 0 && declaresDelimiter(cells)) return true;
    if (row >= 0 && columns !== null && !sameWidth(cells, columns)) {
      ragged = cells.length;
      return false;
    }
    row++;
    return true;
  });
  const where = (): string => (row < 0 ? "the header" : `row ${row + 1}`);
  const fault = (): TablesError => {
    if (records.fault === "unclosed") {
      return new TablesError("UNCLOSED_QUOTE", `${file.name}, ${where()}: a quote (") is opened and never closed.`, {
        row,
      });
    }
    if (records.fault === "after-quote") {
      return new TablesError(
        "BAD_QUOTE",
        `${file.name}, ${where()}: text follows a closing quote ("); a quote inside a quoted cell is written twice ("").`,
        { row },
      );
    }
    return new TablesError(
      "RAGGED_ROW",
      `${file.name}, row ${row + 1}: expected ${count(columns ?? 0, "column")}, got ${ragged}.`,
      { row },
    );
  };

  const notUtf8 = (bytes: Buffer): TablesError => {
    const sample = shown(new TextDecoder("latin1").decode(bytes).trim());
    return new TablesError(
      "BAD_ENCODING",
      `${file.name}, ${where()} is not UTF-8 text ("${sample}"): save the file as UTF-8.`,
      { row },
    );
  };

  const decoder = new TextDecoder("utf-8", { fatal: true });
  let last: Buffer = Buffer.alloc(0);
  for await (const bytes of readBytes(file.path, file.gzip, signal)) {
    for (const piece of pieces(bytes)) {
      let text: string;
      try {
        text = decoder.decode(piece, { stream: true });
      } catch {
        return notUtf8(piece);
      }
      last = piece;
      if (!records.push(text)) return fault();
    }
    if (records.pending > LONGEST_ROW) {
      return new TablesError(
        "ROW_TOO_LONG",
        `${file.name}, ${where()} is longer than 2 MB: is a quote (") never closed?`,
        { row },
      );
    }
  }
  try {
    decoder.decode();
  } catch {
    return notUtf8(last); // it ends in the middle of a character
  }
  if (!records.end()) return fault();
  // DuckDB takes \r\n for two line ends, and so for a row more, in a file of one column whose first line ends in \n,
  // and loses cells where \r is one line end among others.
  const mixed = records.lineEnds.size > 1 && (columns === 1 || records.lineEnds.has("\r"));
  return mixed ? mixedLineEnds(file.name) : null;
}

export function mixedLineEnds(name: string): TablesError {
  return new TablesError("MIXED_LINE_ENDS", `${name} ends its lines in different ways: save it again as CSV.`);
}

/** Lines, or what there is of them, so that the row of a byte that is not UTF-8 is known. */
function* pieces(bytes: Buffer): Generator<Buffer> {
  for (let from = 0; from < bytes.length; ) {
    const end = bytes.indexOf(0x0a, from);
    const to = end < 0 ? bytes.length : end + 1;
    yield bytes.subarray(from, to);
    from = to;
  }
}

function count(n: number, thing: string): string {
  return `${n} ${thing}${n === 1 ? "" : "s"}`;
}
