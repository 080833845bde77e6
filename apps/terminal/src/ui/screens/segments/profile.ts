import { centeredBar } from "@kentro/cells";
import type { Segment, Segmentation } from "@kentro/segments";
import { short, signed } from "../../../text/number.ts";
import { cellsOf, visible } from "../../../text/visible.ts";
import { block, cell, type Line, line, span } from "../../text/line.ts";

/** One line of the profile: a column, or one value of a text column, against all customers. */
interface Row {
  readonly name: string;
  readonly own: string;
  readonly all: string;
  /** How far from everybody, -1 to 1 as the bar shows it. */
  readonly away: number;
  readonly difference: string;
}

const VALUE = 8;
const DIFFERENCE = 7;
const LEAST_NAME = 4;
/** A bar is full at this many standard deviations, and at this difference of shares. */
const FULL_Z = 2;
const FULL_DIFFERENCE = 0.5;
const VALUES_OF_A_CATEGORY = 3;

/** The profile of a segment: means in the file's units and shares of categories, each with a bar around what all customers have. */
export function profile(
  segment: Segment,
  segmentation: Pick<Segmentation, "features" | "segments">,
  width: number,
  height: number,
): Line[] {
  const rows = [...numericRows(segment, segmentation), ...categoryRows(segment)];
  const withAll = width >= 52;
  const fixed = 1 + VALUE + (withAll ? VALUE : 0) + 1 + DIFFERENCE;
  const longest = Math.max(LEAST_NAME, ...rows.map(({ name }) => cellsOf(visible(name))));
  const half = Math.max(
    2,
    Math.min(12, Math.floor((width - fixed - Math.min(longest, Math.floor(width * 0.5)) - 1) / 2)),
  );
  const names = Math.max(LEAST_NAME, Math.min(longest, width - fixed - 2 * half - 1));
  const room = height > rows.length ? height - 1 : height;
  const lines = rows.map(
    (row): Line => [
      span(" "),
      cell(row.name, names),
      cell(row.own, VALUE, { bold: true }, "end"),
      ...(withAll ? [cell(row.all, VALUE, undefined, "end")] : []),
      span(" "),
      span(centeredBar(row.away, 1, 2 * half + 1, "blocks"), { segment: segment.id }),
      cell(row.difference, DIFFERENCE, undefined, "end"),
    ],
  );
  const cut = lines.length > room && room > 1;
  const shown = cut ? [...lines.slice(0, room - 1), line(` … ${lines.length - room + 1} more`)] : lines;
  const titles: Line = [
    cell("", names + 1),
    cell("mean", VALUE, undefined, "end"),
    ...(withAll ? [cell("of all", VALUE, undefined, "end")] : []),
    span(" "),
    cell(half < 4 ? "−" : "less", half, undefined, "end"),
    span("│"),
    cell(half < 4 ? "+" : "more", half),
    cell("sd", DIFFERENCE, undefined, "end"),
  ];
  return block(height > rows.length ? [titles, ...shown] : shown, width, height);
}

/** The lines that a profile takes to show all of it, its titles included. */
export function profileHeight(segment: Segment, segmentation: Pick<Segmentation, "features" | "segments">): number {
  return 1 + numericRows(segment, segmentation).length + categoryRows(segment).length;
}

/** Columns clustered by come first, the others in the table's order after them. */
function numericRows(segment: Segment, { features, segments }: Pick<Segmentation, "features" | "segments">): Row[] {
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

/** A difference of shares in whole percentage points, with its sign. */
function points(difference: number): string {
  const whole = Math.round(difference * 100);
  return whole > 0 ? `+${whole}` : String(whole || 0);
}

function categoryRows({ categories }: Segment): Row[] {
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
