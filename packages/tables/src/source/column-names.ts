import { shown, TablesError } from "../tables-error.ts";

const MOST_COLUMNS = 4096;

/**
 * The names of a table's columns from its header: surrounding spaces trimmed, and "column 3" for an empty name in
 * third place (as pandas leaves for its index). Names that differ only in case are the same name.
 *
 * Throws NO_COLUMNS, TOO_MANY_COLUMNS (over 4,096) and DUPLICATE_COLUMN.
 */
export function columnNames(header: readonly string[], file: string): string[] {
  if (header.length === 0) throw new TablesError("NO_COLUMNS", `${file} has no columns.`);
  if (header.length > MOST_COLUMNS) {
    const count = header.length.toLocaleString("en-US");
    throw new TablesError("TOO_MANY_COLUMNS", `${file} has ${count} columns; at most 4,096 can be read.`);
  }
  const names = header.map((name, index) => name.trim() || `column ${index + 1}`);
  const places = new Map<string, number>();
  names.forEach((name, index) => {
    const first = places.get(name.toLowerCase());
    if (first !== undefined) {
      const other = names[first] === name ? "" : ` (once as "${shown(names[first] ?? "")}")`;
      throw new TablesError(
        "DUPLICATE_COLUMN",
        `${file} has two columns named "${shown(name)}"${other}, columns ${first + 1} and ${index + 1}: rename one.`,
        { column: name },
      );
    }
    places.set(name.toLowerCase(), index);
  });
  return names;
}

/** The names under which columns are added to others: the name asked for, or with _2, _3 and so on where it is taken. */
export function freeNames(taken: readonly string[], wanted: readonly string[]): string[] {
  const used = new Set(taken.map((name) => name.trim().toLowerCase()));
  return wanted.map((name) => {
    let free = name;
    for (let suffix = 2; used.has(free.toLowerCase()); suffix++) free = `${name}_${suffix}`;
    used.add(free.toLowerCase());
    return free;
  });
}
