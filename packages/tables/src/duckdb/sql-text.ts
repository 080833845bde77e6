/** Text as an SQL string literal. */
export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** A path as a literal that DuckDB reads as this one file: its glob characters stand for themselves. */
export function pathLiteral(path: string): string {
  return literal(globEscaped(path));
}

/** A path with the characters that DuckDB takes for a pattern (* ? [) put in brackets. */
export function globEscaped(path: string): string {
  return path.replace(/[*?[]/g, (character) => `[${character}]`);
}
