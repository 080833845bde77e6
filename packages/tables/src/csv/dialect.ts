import { CsvRecords, type LineEnd } from "./records.ts";

/** How a CSV file is written, as far as its first lines tell. */
export interface CsvDialect {
  readonly delimiter: string;
  /** Lines before the header: empty ones, and one that declares the delimiter. */
  readonly skip: number;
  /** Names as they stand in the header. */
  readonly header: readonly string[];
  /** Behind the header: inside quotes, in the header too, there may be others. */
  readonly lineEnd: LineEnd;
  /** Whether lines end in different ways, as far as they were looked at. */
  readonly mixed: boolean;
}

const DELIMITERS: readonly string[] = [",", ";", "\t", "|"];
/** Taken only where every line agrees. */
const RARE_DELIMITERS: readonly string[] = ["^", "~"];
const RECORDS_LOOKED_AT = 100;
/** Empty lines, and before them a delimiter declared as spreadsheets do: any one ASCII character may be. */
const BEFORE_HEADER = /^(?:sep=([^\w\s"\u0080-\uffff]|\t)(?=[\r\n]))?[\r\n]*/i;

/**
 * Finds delimiter and header from the beginning of a file. A first line such as `sep=;` declares the delimiter. Else,
 * of comma, semicolon, tab and pipe, the one wins under which all of the first 100 records have as many cells as the
 * header, at least two, and under which no quote stands inside a cell that is not quoted; among several, or where none
 * is so regular, the one with most header cells; on a tie `preferred`, then the order above. Caret and tilde are taken
 * where all records agree on them, and on none of the four.
 *
 * `whole` says that the text is the whole file, so that its last record counts without a line end. Null where the text
 * has no whole record.
 */
export function sniffDialect(text: string, whole: boolean, preferred: string): CsvDialect | null {
  const [before = "", declared] = BEFORE_HEADER.exec(text) ?? [];
  const skipped = Array.from(before.matchAll(/\r\n|\r|\n/g), ([end]) => (end === "\r\n" || end === "\r" ? end : "\n"));
  const guesses = new Set([preferred, ...DELIMITERS, ...RARE_DELIMITERS]);
  let best: Candidate | null = null;
  for (const delimiter of declared === undefined ? guesses : [declared]) {
    const candidate = candidateFor(delimiter, text.slice(before.length), whole);
    if (candidate !== null && (best === null || isBetter(candidate, best))) best = candidate;
  }
  if (best === null) return null;
  const lineEnds = new Set([...best.lineEnds, ...skipped]);
  const [lineEnd = "\n"] = lineEnds;
  return { delimiter: best.delimiter, skip: skipped.length, header: best.header, lineEnd, mixed: lineEnds.size > 1 };
}

/** Whether a first record, split at the delimiter that it declares, is such a declaration. */
export function declaresDelimiter(cells: readonly string[]): boolean {
  return cells.length === 2 && cells[0].toLowerCase() === "sep=" && cells[1] === "";
}

/** Whether a record is as wide as the header. Empty cells after the last, from delimiters at the end of a line, are let pass. */
export function sameWidth(cells: readonly string[], columns: number): boolean {
  return cells.length >= columns && cells.slice(columns).every((cell) => cell === "");
}

interface Candidate {
  readonly delimiter: string;
  readonly header: readonly string[];
  readonly lineEnds: ReadonlySet<LineEnd>;
  /** 2: every record is as wide as the header; 3: and no quote stands where none should; 1: neither. */
  readonly rank: number;
}

function candidateFor(delimiter: string, text: string, whole: boolean): Candidate | null {
  const records: (readonly string[])[] = [];
  const reader = new CsvRecords(delimiter, (cells, blank) => {
    if (!blank) records.push(cells);
    return records.length < RECORDS_LOOKED_AT;
  });
  if (reader.push(text) && whole) reader.end();
  const [header] = records;
  if (header === undefined) return null;
  const regular = header.length > 1 && records.every((cells) => sameWidth(cells, header.length));
  return { delimiter, header, lineEnds: reader.lineEnds, rank: regular ? (reader.strayQuote ? 2 : 3) : 1 };
}

function isBetter(candidate: Candidate, best: Candidate): boolean {
  if (RARE_DELIMITERS.includes(candidate.delimiter)) return candidate.rank > 1 && best.rank === 1;
  return candidate.rank === best.rank ? candidate.header.length > best.header.length : candidate.rank > best.rank;
}
