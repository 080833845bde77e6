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

/** The shares in each segment; null for a segment, or all of them, where every cell is empty or nothing differs. */
export function categoryShares(
  { codes, categories }: TextColumn,
  rows: Int32Array,
  labels: Int32Array,
  segments: number,
): readonly (readonly CategoryShare[] | null)[] {
  const values = categories.length;
  const nothing = new Array<null>(segments).fill(null);
  if (values > MOST_CATEGORIES) return nothing;
  const counts = Array.from({ length: segments }, () => new Float64Array(values));
  const overall = new Float64Array(values);
  for (let i = 0; i < rows.length; i++) {
    const code = codes[rows[i]!]!;
    if (code < 0) continue;
    counts[labels[i]!]![code]!++;
    overall[code]!++;
  }
  const everybody = overall.reduce((a, b) => a + b, 0);
  const present = [...categories.keys()].filter((code) => overall[code]! > 0);
  if (present.length < 2) return nothing;
  present.sort((a, b) => overall[b]! - overall[a]! || (categories[a]! < categories[b]! ? -1 : 1));
  return counts.map((count) => {
    const size = count.reduce((a, b) => a + b, 0);
    if (size === 0) return null;
    return present.map((code) => {
      const [share, all] = [count[code]! / size, overall[code]! / everybody];
      return { value: categories[code]!, share, overall: all, difference: share - all, effect: cohenH(share, all) };
    });
  });
}

/** The difference of two shares on the scale where equal steps are equally easy to detect (Cohen 1988, chapter 6). */
function cohenH(share: number, overall: number): number {
  return 2 * Math.asin(Math.sqrt(share)) - 2 * Math.asin(Math.sqrt(overall));
}
