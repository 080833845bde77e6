/** A segment as the overview of its files has it. */
export interface SegmentInFiles {
  readonly letter: string;
  readonly name: string;
  /** What it is worth, where that is known: the sum of a column, and its share of that of all customers. */
  readonly value?: { readonly total: number; readonly share: number | null };
}

/** How many there are of a segment. */
export interface SegmentCounts {
  readonly customers: number;
  /** How many ids are in its files: those to write to, and those left in peace. */
  readonly contact: number;
  readonly control: number;
}

/** A cell of the overview. */
export type OverviewCell = string | number | null;

const SHARE_DIGITS = 4;
const VALUE_DIGITS = 2;

/** The overview's rows, first its column names; contact and control only where there is a control group, value where it is known. */
export function overviewRows(
  segments: readonly SegmentInFiles[],
  counts: readonly SegmentCounts[],
  control: boolean,
): OverviewCell[][] {
  const customers = counts.reduce((sum, count) => sum + count.customers, 0);
  const valued = segments.some(({ value }) => value !== undefined);
  const header = ["segment", "name", "customers", "share"];
  if (control) header.push("contact", "control");
  if (valued) header.push("value_total", "value_share");
  const rows = segments.map(({ letter, name, value }, i) => {
    const count = counts[i];
    const share = customers === 0 ? null : rounded(count.customers / customers, SHARE_DIGITS);
    const row: OverviewCell[] = [letter, name, count.customers, share];
    if (control) row.push(count.contact, count.control);
    if (valued) row.push(rounded(value?.total ?? null, VALUE_DIGITS), rounded(value?.share ?? null, SHARE_DIGITS));
    return row;
  });
  return [header, ...rows];
}

function rounded(value: number | null, digits: number): number | null {
  return value === null ? null : Number(value.toFixed(digits));
}
