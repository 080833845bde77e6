import { count, counted } from "../../../text/number.ts";
import { quotedName, visible } from "../../../text/visible.ts";
import type { Listing, Shape } from "../../work/files/protocol.ts";

/** `1,234 × 8`: rows and columns. */
export function shapeWords({ rows, columns }: Shape): string {
  return `${count(rows)} × ${count(columns)}`;
}

const MINUTE = 60_000;
const AGES = [
  [365 * 24 * 60 * MINUTE, "year"],
  [30 * 24 * 60 * MINUTE, "month"],
  [7 * 24 * 60 * MINUTE, "week"],
  [24 * 60 * MINUTE, "day"],
  [60 * MINUTE, "hour"],
  [MINUTE, "minute"],
] as const;

/** How long ago something was: `just now`, `5 minutes ago`, `1 year ago`. */
export function agoWords(thenMs: number, nowMs: number): string {
  const age = nowMs - thenMs;
  const [unitMs, unit] = AGES.find(([ms]) => age >= ms) ?? [0, ""];
  return unitMs === 0 ? "just now" : `${counted(Math.floor(age / unitMs), unit)} ago`;
}

/** Which folder is listed and what is in it: `~/shop  3 tables, newest first`. */
export function folderWords(listing: Listing, sort: "newest" | "name"): string {
  const { shown, tables, more } = listing;
  const order = tables.length < 2 ? "" : sort === "newest" ? ", newest first" : ", by name";
  const unlisted = more === 0 ? "" : `, ${count(more)} more files and folders are not listed`;
  return `${visible(shown)}  ${tables.length === 0 ? "no tables" : counted(tables.length, "table")}${order}${unlisted}`;
}

/** What stands in the place of items where there are none. */
export function nothingWords(filter: string): string {
  return filter === ""
    ? "There are no tables here: .csv .tsv .txt .parquet .jsonl .gz are looked for."
    : `Nothing has ${quotedName(filter)} in its name.`;
}
