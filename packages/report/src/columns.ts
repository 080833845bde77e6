import type { NumericProfile, Segmentation, Table } from "@kentro/segments";
import { everybodysMean, numericColumn } from "./customers.ts";

/** How many columns a card and the profile show. */
const most = 10;

/** A numeric column as the report tells of it. */
export interface ShownColumn {
  readonly column: string;
  /** Whether the segments were made from it. */
  readonly feature: boolean;
  /** The mean of all customers used. */
  readonly everybody: number;
}

/** Which numeric columns to show: the features, then the others by how far the segments differ in them; ten at most. */
export function shownColumns(
  segmentation: Segmentation,
  table: Table,
): { shown: readonly ShownColumn[]; more: number } {
  const { features, segments, labels } = segmentation;
  const others = new Map<string, number>();
  for (const segment of segments) {
    for (const { column, z } of segment.numeric) {
      if (!features.includes(column)) others.set(column, (others.get(column) ?? 0) + segment.share * z * z);
    }
  }
  const ranked = [...others].sort((a, b) => b[1] - a[1]).map(([column]) => column);
  const all = [...features, ...ranked];
  const shown = all.slice(0, most).map((column) => {
    const everybody = everybodysMean(numericColumn(table, segmentation, column), labels);
    return { column, feature: features.includes(column), everybody };
  });
  return { shown, more: all.length - shown.length };
}

/** A segment's figures of a column; undefined where all its cells are empty. */
export function figures(numeric: readonly NumericProfile[], column: string): NumericProfile | undefined {
  return numeric.find((profile) => profile.column === column);
}
