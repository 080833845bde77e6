import { SegmentsError } from "../error.ts";
import { quoted, quotedList } from "../quoted.ts";
import type { Column, Table } from "../table.ts";
import { nearest } from "./nearest.ts";

/**
 * The column that a name means: the column of exactly that name; else the only one of that name in other letter case or
 * spacing; else the only numeric one (failing that, the only one of any type) whose name has it as a part.
 * @throws SegmentsError `UNKNOWN_COLUMN`, `AMBIGUOUS_COLUMN`
 */
export function findColumn(table: Table, asked: string): Column {
  return byName(table, asked) ?? byPart(table, asked) ?? unknown(table, asked);
}

/** The column of this name, letter case and spacing aside, or null. Throws `AMBIGUOUS_COLUMN`. */
export function byName(table: Table, asked: string): Column | null {
  const exact = table.columns.find(({ name }) => name === asked);
  if (exact !== undefined) return exact;
  const wanted = folded(asked);
  return only(
    asked,
    table.columns.filter(({ name }) => folded(name) === wanted),
  );
}

/** The only numeric column (failing that, the only one) whose name has this as a part, or null. Throws `AMBIGUOUS_COLUMN`. */
export function byPart(table: Table, asked: string): Column | null {
  const wanted = folded(asked);
  if (wanted === "") return null;
  const having = table.columns.filter(({ name }) => folded(name).includes(wanted));
  const numeric = having.filter(({ type }) => type === "numeric");
  return only(asked, numeric.length > 0 ? numeric : having);
}

function only(asked: string, found: readonly Column[]): Column | null {
  if (found.length <= 1) return found[0] ?? null;
  const names = quotedList(found.map(({ name }) => name));
  throw new SegmentsError("AMBIGUOUS_COLUMN", `${quoted(asked)} could be any of ${names}: say more of the name.`);
}

function unknown(table: Table, asked: string): never {
  const names = table.columns.map(({ name }) => name);
  const near = nearest(folded(asked), names, folded);
  const hint = near === null ? "" : ` Did you mean ${quoted(near)}?`;
  const listed = names.length === 0 ? "There are no columns." : `The columns are ${quotedList(names)}.`;
  throw new SegmentsError("UNKNOWN_COLUMN", `There is no column ${quoted(asked)}.${hint} ${listed}`);
}

function folded(name: string): string {
  return name
    .normalize("NFC")
    .toLowerCase()
    .replace(/[\s_]+/g, " ")
    .trim();
}
