import { type Reading, UNDECIDED } from "../cells/reading.ts";
import { shown, TablesError } from "../tables-error.ts";
import type { KnownFile } from "./file-kind.ts";
import type { Source } from "./source.ts";

/** A file and its own table. */
export interface Part {
  readonly file: KnownFile;
  readonly source: Source;
}

/**
 * The tables of several files, one after the other, as one: columns are matched by name, whatever the case, and stand in
 * the order of the first file.
 *
 * Throws NO_SUCH_COLUMN where a file lacks a column that another has.
 */
export function joined(parts: readonly Part[]): Source {
  const [first, ...others] = parts;
  if (others.length === 0) return first.source;
  const { names, header } = first.source;
  const places = parts.map((part) => columnsOf(part, first));
  const readings = names.map((_, i) => common(parts.map(({ source }, part) => source.readings[places[part][i]])));
  const selects = parts.map(({ source }, part) => {
    const cells = readings.map(({ as }, i) => `c${places[part][i]}${as === "undecided" ? "::VARCHAR" : ""} AS c${i}`);
    return `SELECT ${cells.join(", ")} FROM ${source.relation}`;
  });
  const delimiters = new Set(parts.map(({ source }) => source.delimiter));
  const delimiter = delimiters.size === 1 ? first.source.delimiter : ",";
  return { names, header, readings, delimiter, relation: `(${selects.join(" UNION ALL ")})` };
}

/** For each column of the first file the place of its like in another. */
function columnsOf(part: Part, first: Part): readonly number[] {
  const own = part.source.names.map(key);
  refuseMissing(part, first);
  refuseMissing(first, part);
  return first.source.names.map((name) => own.indexOf(key(name)));
}

function refuseMissing(lacking: Part, having: Part): void {
  const own = new Set(lacking.source.names.map(key));
  const missing = having.source.names.find((name) => !own.has(key(name)));
  if (missing === undefined) return;
  throw new TablesError(
    "NO_SUCH_COLUMN",
    `${lacking.file.name} has no column "${shown(missing)}", as ${having.file.name} has: files read as one table need the same columns.`,
    { column: missing },
  );
}

function key(name: string): string {
  return name.toLowerCase();
}

function common(readings: readonly Reading[]): Reading {
  const [first, ...others] = readings;
  return others.every(({ as }) => as === first.as) ? first : UNDECIDED;
}
