import { sep } from "node:path";

/** Text as an SQL string literal. */
export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** A path as a literal that DuckDB reads as this one file: its glob characters stand for themselves. */
export function pathLiteral(path: string): string {
  return literal(globEscaped(path));
}

/**
 * A path with the characters that DuckDB takes for a pattern (* ? [) put in brackets. In a pattern it takes a backslash
 * for the end of a folder's name, on every system: where it is none, the narrowest range around it ([ to ^) stands for it.
 */
export function globEscaped(path: string, separator: string = sep): string {
  if (!/[*?[]/.test(path)) return path;
  const escaped = path.replace(/[*?[]/g, (character) => `[${character}]`);
  return separator === "\\" ? escaped : escaped.replaceAll("\\", "[[-^]");
}

/** Text as the name of a column. */
export function identifier(name: string): string {
  return `"${name.replaceAll("\0", "\ufffd").replaceAll('"', '""')}"`;
}
