import type { Segment, Segmentation } from "@kentro/segments";
import { short, signed } from "../../../../text/number.ts";

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
function numericRows(segment: Segment, { features, segments }: Shown): ProfileRow[] {
  const taken = features.flatMap((name) => segment.numeric.filter(({ column }) => column === name));
  const others = segment.numeric.filter(({ column }) => !features.includes(column));
  return [...taken, ...others].map(({ column, mean, z }) => ({
    name: column,
    own: short(mean),
    all: short(meanOfAll(column, segments)),
    away: z / FULL_Z,
    difference: signed(z),
  }));
}

/** The mean over all segments by their sizes; a column with empty cells makes it a close estimate. */
function meanOfAll(column: string, segments: readonly Segment[]): number {
  let mean = 0;
  let customers = 0;
  for (const { means, size } of segments) {
    if (!Object.hasOwn(means, column)) continue;
    const own = means[column]!;
    customers += size;
    mean += (own - mean) * (size / customers);
  }
  return customers === 0 ? Number.NaN : mean;
}

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
