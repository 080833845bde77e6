import { CsvRecords } from "./records.ts";

/** How a CSV file is written, as far as its first lines tell. */
export interface CsvDialect {
  readonly delimiter: string;
  /** Empty lines before the header. */
  readonly skip: number;
  /** Names as they stand in the header. */
  readonly header: readonly string[];
}

const DELIMITERS: readonly string[] = [",", ";", "\t", "|"];
const RECORDS_LOOKED_AT = 100;

/**
 * Finds delimiter and header from the beginning of a file. Of the four delimiters (comma, semicolon, tab, pipe) the
 * one wins under which all of the first 100 records have as many cells as the header, at least two; among several, or
 * where none is so regular, the one with most header cells; on a tie `preferred`, then the order above.
 *
 * `whole` says that the text is the whole file, so that its last record counts without a line end. Null where the text
 * has no whole record.
 */
export function sniffDialect(text: string, whole: boolean, preferred: string): CsvDialect | null {
  let best: { delimiter: string; header: readonly string[]; regular: boolean } | null = null;
  for (const delimiter of [preferred, ...DELIMITERS.filter((other) => other !== preferred)]) {
    const records = firstRecords(text, whole, delimiter);
    const header = records[0];
    if (header === undefined) continue;
    const regular = header.length > 1 && records.every((cells) => sameWidth(cells, header.length));
    if (best === null || (regular === best.regular ? header.length > best.header.length : regular)) {
      best = { delimiter, header, regular };
    }
  }
  const skip = /^(?:\r\n|\r|\n)*/.exec(text)?.[0].replaceAll("\r\n", "\n").length ?? 0;
  return best && { delimiter: best.delimiter, skip, header: best.header };
}

/** Whether a record is as wide as the header. Empty cells after the last, from delimiters at the end of a line, are let pass. */
export function sameWidth(cells: readonly string[], columns: number): boolean {
  return cells.length >= columns && cells.slice(columns).every((cell) => cell === "");
}

function firstRecords(text: string, whole: boolean, delimiter: string): readonly (readonly string[])[] {
  const records: (readonly string[])[] = [];
  const reader = new CsvRecords(delimiter, (cells, blank) => {
    if (!blank) records.push(cells);
    return records.length < RECORDS_LOOKED_AT;
  });
  if (reader.push(text) && whole) reader.end();
  return records;
}
