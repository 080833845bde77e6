import type { NumericProfile, Segment, Segmentation, Table } from "@kentro/segments";
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

/**
 * Which numeric columns to show, ten at most: the features in their order (those of yes and no are 1 and 0), or of more than
 * ten those that tell the segments apart best; then the others, by how well they do.
 */
export function shownColumns(
  segmentation: Segmentation,
  table: Table,
): { shown: readonly ShownColumn[]; more: number } {
  const { segments, labels } = segmentation;
  const others = new Set(segments.flatMap(({ numeric }) => numeric.map(({ column }) => column)));
  const features = segmentation.features.filter((name) => others.delete(name));
  const best = new Set(byTelling(segments, features).slice(0, most));
  const columns = [...features.filter((feature) => best.has(feature)), ...byTelling(segments, [...others])];
  const shown = columns.slice(0, most).map((column) => {
    const everybody = everybodysMean(numericColumn(table, segmentation, column), labels);
    return { column, feature: best.has(column), everybody };
  });
  return { shown, more: features.length + others.size - shown.length };
}

/** The features that the table has as numbers: not its categories, nor its columns of yes and no. */
export function numericFeatures({ features }: Segmentation, table: Table): readonly string[] {
  const text = new Set(table.columns.flatMap(({ name, type }) => (type === "numeric" ? [] : [name])));
  return features.filter((name) => !text.has(name));
}

/** Columns, first those whose spread the segments explain most of; equals keep their order. */
export function byTelling(segments: readonly Segment[], columns: readonly string[]): readonly string[] {
  const explained = columns.map((column) => {
    const share = segments.reduce((sum, segment) => {
      const z = figures(segment.numeric, column)?.z ?? 0;
      return sum + segment.share * z * z;
    }, 0);
    return { column, share };
  });
  return explained.sort((a, b) => b.share - a.share).map(({ column }) => column);
}

/** A segment's figures of a column; undefined where all its cells are empty. */
export function figures(numeric: readonly NumericProfile[], column: string): NumericProfile | undefined {
  return numeric.find((profile) => profile.column === column);
}
