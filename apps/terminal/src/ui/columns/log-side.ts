import type { ColumnFacts } from "../work/protocol.ts";

/** The most is so many times as far from the median as the least is, and so many times the least. */
const LOPSIDED = 8;
const WIDE = 20;

/**
 * Whether a side of the picture is in powers of ten: nearly all customers would lie in one corner else. So it is where the
 * segments were found by the column's logarithm, too.
 */
export function isLogSide(facts: ColumnFacts | undefined, byLogarithm: boolean): boolean {
  if (facts?.type !== "numeric" || !(facts.low > 0)) return false;
  const { low, median, high } = facts;
  return byLogarithm || (high - median >= LOPSIDED * (median - low) && high >= WIDE * low);
}
