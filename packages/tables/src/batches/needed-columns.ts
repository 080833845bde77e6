import type { Source } from "../source/source.ts";
import { shown, TablesError } from "../tables-error.ts";

/** The columns of a file that somebody works with, by name. */
export interface NeededColumns {
  readonly numeric?: readonly string[];
  readonly text?: readonly string[];
}

/** One of them: the name asked for, and its place in the file. */
export interface PlacedColumn {
  readonly name: string;
  readonly place: number;
}

const MOST_NAMES_SAID = 20;

/**
 * Finds columns by their names: the one of exactly that name, else the only one of that name in other letter case or
 * spacing. Throws NO_SUCH_COLUMN and AMBIGUOUS_COLUMN.
 */
export function placedColumns(names: readonly string[], source: Source, file: string): PlacedColumn[] {
  return names.map((name) => ({ name, place: placeOf(name, source, file) }));
}

function placeOf(name: string, source: Source, file: string): number {
  const exact = source.names.indexOf(name);
  if (exact >= 0) return exact;
  const wanted = folded(name);
  const found = source.names.flatMap((each, place) => (folded(each) === wanted ? [place] : []));
  if (found.length === 1) return found[0];
  if (found.length > 1) {
    const sentence = `${file} has more than one column that could be "${shown(name)}": ${list(found.map((place) => source.names[place]))}.`;
    throw new TablesError("AMBIGUOUS_COLUMN", sentence, { column: name });
  }
  throw new TablesError(
    "NO_SUCH_COLUMN",
    `${file} has no column "${shown(name)}", which is needed. Its columns: ${list(source.names)}.`,
    { column: name },
  );
}

function list(names: readonly string[]): string {
  const said = names.slice(0, MOST_NAMES_SAID).map((name) => `"${shown(name)}"`);
  const unsaid = names.length - said.length;
  return unsaid > 0 ? `${said.join(", ")} and ${unsaid} more` : said.join(", ");
}

function folded(name: string): string {
  return name
    .normalize("NFC")
    .toLowerCase()
    .replace(/[\s_]+/g, " ")
    .trim();
}
