import type { CategoryShare, Segment } from "@kentro/segments";
import { counted } from "../../text/number.ts";
import { type MatrixRow, matrix } from "./matrix.ts";
import { type Page, shown } from "./page.ts";

const MOST_VALUES = 6;

/** A table for each text column: how often its values come overall and in each segment. */
export function categoryMatrices(segments: readonly Segment[], page: Page): string[][] {
  const columns = new Set(segments.flatMap(({ categories }) => categories.map(({ column }) => column)));
  const headings = ["all", ...segments.map(({ letter }) => letter)];
  return [...columns].map((column) => matrix(`Shares of ${shown(column)}`, headings, rowsOf(column, segments), page));
}

function rowsOf(column: string, segments: readonly Segment[]): MatrixRow[] {
  const profiles = segments.map(({ categories }) => categories.find((profile) => profile.column === column));
  const values = profiles.find((profile) => profile !== undefined)?.shares.map(({ value }) => value) ?? [];
  const shares = new Map(
    values.map((value) => [value, profiles.map((profile) => profile?.shares.find((share) => share.value === value))]),
  );
  const apart = (value: string) => spread(shares.get(value) ?? []);
  const telling = [...values].sort((a, b) => apart(b) - apart(a)).slice(0, MOST_VALUES);
  const rows = values
    .filter((value) => telling.includes(value))
    .map((value): MatrixRow => {
      const found = shares.get(value) ?? [];
      const overall = found.find((share) => share !== undefined)?.overall ?? null;
      return { label: shown(value), cells: [overall, ...found.map((share) => share?.share ?? null)].map(whole) };
    });
  const hidden = values.length - rows.length;
  return hidden === 0 ? rows : [...rows, { label: `and ${counted(hidden, "more value")}`, cells: [] }];
}

function spread(shares: readonly (CategoryShare | undefined)[]): number {
  return shares.reduce((most, share) => Math.max(most, Math.abs(share?.difference ?? 0)), 0);
}

function whole(share: number | null): string {
  if (share === null) return "-";
  const percent = Math.round(share * 100);
  return percent === 0 && share > 0 ? "<1 %" : `${percent} %`;
}
