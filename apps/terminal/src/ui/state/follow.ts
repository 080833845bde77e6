import type { Result } from "../work/protocol.ts";

/** So many customers of a segment are looked at to see where it went: enough to tell the halves of a split apart. */
const LOOKED_AT = 10_000;

/** A segment that customers of an earlier one are in now. */
interface Heir {
  /** Index of the segment. */
  readonly segment: number;
  /** Of the customers looked at. */
  readonly customers: number;
}

/** Where the customers of a segment are in another result of the same table, most of them first. */
export function heirs({ members }: Result, after: Result, segment: number): readonly Heir[] {
  const { labels, k } = after.segmentation;
  const [start, end] = [members.starts[segment] ?? 0, members.starts[segment + 1] ?? 0];
  const step = Math.max(1, Math.ceil((end - start) / LOOKED_AT));
  const customers = new Float64Array(k);
  for (let i = start; i < end; i += step) {
    const label = labels[members.rows[i]!]!;
    if (label >= 0) customers[label]!++;
  }
  return Array.from(customers, (count, id) => ({ segment: id, customers: count }))
    .filter((heir) => heir.customers > 0)
    .sort((a, b) => b.customers - a.customers || a.segment - b.segment);
}

/** The segment to select after another result took the place of the one shown: where most of its customers are. */
export function followed(before: Result | null, after: Result | null, segment: number): number {
  if (before === null || after === null) return 0;
  return heirs(before, after, segment)[0]?.segment ?? Math.min(segment, after.segmentation.k - 1);
}
