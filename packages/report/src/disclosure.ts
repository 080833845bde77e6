import type { CategoryProfile, Segment } from "@kentro/segments";
import { count } from "./numbers.ts";

/**
 * Nothing is told of fewer customers than this: figures of a smaller segment, a category that fewer have, the exact
 * count of a sparse cell. A report travels further than the table it was made from.
 */
export const fewest = 5;

/** Whether a segment is large enough to show what it is like. */
export function told(segment: Pick<Segment, "size">): boolean {
  return segment.size >= fewest;
}

/** The categories of a column that at least five customers have, of all `rows` used. */
export function toldCategories({ shares }: CategoryProfile, rows: number): CategoryProfile["shares"] {
  return shares.filter(({ overall }) => Math.round(overall * rows) >= fewest);
}

/** How many customers, in words that tell no number under five: "none", "fewer than 5", "12". */
export function toldCount(customers: number): string {
  if (customers === 0) return "none";
  return customers < fewest ? `fewer than ${fewest}` : count(customers);
}
