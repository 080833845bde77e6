import type { Column, Segment, Segmentation, Table } from "@kentro/segments";
import { count } from "../../../../text/number.ts";
import { cellText } from "../../customers/list/cells.ts";

const MOST_COLUMNS = 8;
const NAMELESS: ReadonlySet<string> = new Set(["id", "identifier"]);

/** The customer closest to the middle of a segment, in words: who it is, then its values, those clustered by first. */
export function typicalWords(
  { typical }: Segment,
  { features, choice }: Pick<Segmentation, "features" | "choice">,
  { columns }: Table,
): string | null {
  const [row] = typical;
  if (row === undefined) return null;
  const isName = new Set(choice.columns.filter(({ reason }) => NAMELESS.has(reason)).map(({ column }) => column));
  const held = columns.filter(({ type }) => type !== "identifier");
  const taken = features.flatMap((name) => held.filter((column) => column.name === name));
  const others = held.filter((column) => !features.includes(column.name) && !isName.has(column.name));
  const told = [...taken, ...others];
  const who = held.filter(({ name }) => isName.has(name)).map((column) => said(column, row));
  const values = told.slice(0, MOST_COLUMNS).map((column) => said(column, row));
  const rest = told.length - values.length;
  const named = who.length === 0 ? "" : ` (${who[0]})`;
  return `row ${count(row + 1)}${named}: ${values.join(", ")}${rest > 0 ? ` and ${rest} more` : ""}`;
}

function said(column: Column, row: number): string {
  return `${column.name} ${cellText(column, row)}`;
}
