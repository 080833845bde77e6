import type { TextColumn } from "../table.ts";

/** How often one value of a text column comes in a segment, and overall; customers with an empty cell do not count. */
export interface CategoryShare {
  readonly value: string;
  /** Within the segment, 0 to 1. */
  readonly share: number;
  /** Among all customers used, 0 to 1. */
  readonly overall: number;
  /** share - overall. */
  readonly difference: number;
  /** Cohen's h of share against overall: 0.2 small, 0.5 medium, 0.8 large; its sign is that of the difference. */
  readonly effect: number;
}

/** A text column in a segment: every value of it, the most frequent overall first. */
export interface CategoryProfile {
  readonly column: string;
  readonly shares: readonly CategoryShare[];
}

/** Text with more different values than this is not profiled. */
export const MOST_CATEGORIES = 50;

/** What a missing value is called where it counts as a value. */
export const MISSING = "";

/** The column with what is missing as a value of its own, `MISSING`. */
export function withMissing(column: TextColumn): TextColumn {
  const known = column.categories.indexOf(MISSING);
  const code = known < 0 ? column.categories.length : known;
  return {
    ...column,
    codes: column.codes.map((each) => (each < 0 ? code : each)),
    categories: known < 0 ? [...column.categories, MISSING] : column.categories,
    missing: 0,
  };
}

/** How many customers have each value of a text column, those with an empty cell left out. */
export interface CategoryCounts {
  /** Those that some customer used has, the most frequent first, equally frequent ones by their letters. */
  readonly values: readonly string[];
  /** For each segment, in the order of the values. */
  readonly segments: readonly (readonly number[])[];
}

/** Counts a text column by segment. `rows` are the rows used, `labels` the segment of each. */
export function countCategories(
  { codes, categories }: TextColumn,
  rows: Int32Array,
  labels: Int32Array,
  segments: number,
): CategoryCounts {
  const counts = Array.from({ length: segments }, () => new Float64Array(categories.length));
  const overall = new Float64Array(categories.length);
  for (let i = 0; i < rows.length; i++) {
    const code = codes[rows[i]!]!;
    if (code < 0) continue;
    counts[labels[i]!]![code]!++;
    overall[code]!++;
  }
  const present = [...categories.keys()].filter((code) => overall[code]! > 0);
  present.sort((a, b) => overall[b]! - overall[a]! || (categories[a]! < categories[b]! ? -1 : 1));
  return {
    values: present.map((code) => categories[code]!),
    segments: counts.map((count) => present.map((code) => count[code]!)),
  };
}

/** The shares in each segment; null for a segment, or all of them, where every cell is empty or nothing differs. */
export function categoryShares(
  column: TextColumn,
  rows: Int32Array,
  labels: Int32Array,
  segments: number,
): readonly (readonly CategoryShare[] | null)[] {
  const nothing = new Array<null>(segments).fill(null);
  if (column.categories.length > MOST_CATEGORIES) return nothing;
  const { values, segments: counts } = countCategories(column, rows, labels, segments);
  if (values.length < 2) return nothing;
  const totals = values.map((_, i) => counts.reduce((total, count) => total + count[i]!, 0));
  const everybody = totals.reduce((a, b) => a + b, 0);
  return counts.map((count) => {
    const size = count.reduce((a, b) => a + b, 0);
    if (size === 0) return null;
    return values.map((value, i) => {
      const [share, overall] = [count[i]! / size, totals[i]! / everybody];
      return { value, share, overall, difference: share - overall, effect: cohenH(share, overall) };
    });
  });
}

/** The difference of two shares on the scale where equal steps are equally easy to detect (Cohen 1988, chapter 6). */
function cohenH(share: number, overall: number): number {
  return 2 * Math.asin(Math.sqrt(share)) - 2 * Math.asin(Math.sqrt(overall));
}
