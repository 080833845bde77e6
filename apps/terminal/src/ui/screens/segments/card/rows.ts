import type { Segment, Segmentation } from "@kentro/segments";
import { short, signed } from "../../../../text/number.ts";
import { kept } from "../../../kept.ts";

/** One line of a profile: a column, or one value of a text column, against all customers. */
export interface ProfileRow {
  readonly name: string;
  readonly own: string;
  readonly all: string;
  /** How far from everybody, -1 to 1 as the bar shows it. */
  readonly away: number;
  readonly difference: string;
}

/** A bar is full at this many standard deviations, and at this difference of shares. */
const FULL_Z = 2;
const FULL_DIFFERENCE = 0.5;
const VALUES_OF_A_CATEGORY = 3;

type Shown = Pick<Segmentation, "features" | "segments">;

/** What a segment is like, column by column: means in the file's units, then shares of categories. */
export function profileRows(segment: Segment, shown: Shown): readonly ProfileRow[] {
  return [...numericRows(segment, shown), ...categoryRows(segment)];
}

/** Columns clustered by come first, the others in the table's order after them. */
function numericRows({ numeric }: Segment, { features, segments }: Shown): ProfileRow[] {
  const all = meansOfAll(segments);
  const profiles = new Map(numeric.map((profile) => [profile.column, profile]));
  const inOrder = new Set([...features.filter((name) => profiles.has(name)), ...profiles.keys()]);
  return [...inOrder].map((name) => {
    const { mean, z } = profiles.get(name)!;
    return {
      name,
      own: short(mean),
      all: short(all.get(name) ?? Number.NaN),
      away: z / FULL_Z,
      difference: signed(z),
    };
  });
}

/** The means over all segments by their sizes; a column with empty cells makes them a close estimate. */
const meansOfAll = kept((segments: readonly Segment[]): ReadonlyMap<string, number> => {
  const sums = new Map<string, { mean: number; customers: number }>();
  for (const { means, size } of segments) {
    for (const [column, mean] of Object.entries(means)) {
      const all = sums.get(column) ?? { mean: 0, customers: 0 };
      all.customers += size;
      all.mean += (mean - all.mean) * (size / all.customers);
      sums.set(column, all);
    }
  }
  return new Map([...sums].map(([column, { mean }]) => [column, mean]));
});

function categoryRows({ categories }: Segment): ProfileRow[] {
  return categories.flatMap(({ column, shares }) => {
    const telling = [...shares].sort((a, b) => Math.abs(b.difference) - Math.abs(a.difference));
    return telling.slice(0, shares.length === 2 ? 1 : VALUES_OF_A_CATEGORY).map((each) => ({
      name: `${column}: ${each.value}`,
      own: `${Math.round(each.share * 100)} %`,
      all: `${Math.round(each.overall * 100)} %`,
      away: each.difference / FULL_DIFFERENCE,
      difference: `${points(each.difference)} pp`,
    }));
  });
}

/** A difference of shares in whole percentage points, with its sign. */
function points(difference: number): string {
  const whole = Math.round(difference * 100);
  return whole > 0 ? `+${whole}` : String(whole || 0);
}
