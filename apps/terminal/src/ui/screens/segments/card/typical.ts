import type { Column, Segment, Segmentation, Table } from "@kentro/segments";
import { count } from "../../../../text/number.ts";
import { cellText } from "../../../columns/cell-text.ts";

const MOST_COLUMNS = 8;
/** A text with more values than this says who customers are, not what they are like. */
const MOST_CATEGORIES = 50;

/** The customer closest to the middle of a segment, in words: who it is, then its values, those clustered by first. */
export function typicalWords(
  { typical }: Segment,
  { features, choice }: Pick<Segmentation, "features" | "choice">,
  { columns }: Table,
): string | null {
  const [row] = typical;
  if (row === undefined) return null;
  const isName = new Set(
    choice.columns.filter(({ reason }) => reason === "id" || reason === "identifier").map(({ column }) => column),
  );
  const held = columns.filter(({ type }) => type !== "identifier");
  const names = held.filter((column) => isName.has(column.name) || isManifold(column));
  const taken = features.flatMap((name) => held.filter((column) => column.name === name));
  const others = held.filter((column) => !features.includes(column.name) && !names.includes(column));
  const told = [...taken, ...others];
  const values = told.slice(0, MOST_COLUMNS).map((column) => said(column, row));
  const rest = told.length - values.length;
  const [who] = names;
  const named = who === undefined ? "" : ` (${said(who, row)})`;
  return `row ${count(row + 1)}${named}: ${values.join(", ")}${rest > 0 ? ` and ${rest} more` : ""}`;
}

function isManifold(column: Column): boolean {
  return column.type === "text" && column.categories.length > MOST_CATEGORIES;
}

function said(column: Column, row: number): string {
  return `${column.name} ${cellText(column, row)}`;
}
