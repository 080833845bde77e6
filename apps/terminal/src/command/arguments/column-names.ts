/** A name between commas: in double quotes, a quote in it twice, as in CSV; or as it stands. Spaces around it go. */
const NAME = /\s*(?:"((?:[^"]|"")*)"\s*(?=,|$)|([^,]*))(,|$)/gy;

/** The column names in a list with commas. A name of nothing is among them as it stands. */
export function columnNamesIn(list: string): readonly string[] {
  const names: string[] = [];
  for (const [, quoted, plain = "", end] of list.matchAll(NAME)) {
    names.push(quoted === undefined ? plain.trim() : quoted.replaceAll('""', '"'));
    if (end === "") break;
  }
  return names;
}

/** A list that is read as these names. */
export function columnList(names: readonly string[]): string {
  return names.map(columnName).join(",");
}

/** A name as a list has it: in quotes where it would not be read as it is. */
export function columnName(name: string): string {
  const survives = name === name.trim() && name !== "" && !name.includes(",") && !name.startsWith('"');
  return survives ? name : `"${name.replaceAll('"', '""')}"`;
}
