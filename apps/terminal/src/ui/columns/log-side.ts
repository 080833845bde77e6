import type { Scatter } from "@kentro/cells";
import type { State } from "../state/state.ts";
import type { ColumnFacts } from "../work/protocol.ts";

/** The most is so many times as far from the median as the least is, and so many times the least. */
const LOPSIDED = 8;
const WIDE = 20;

/** Which sides of a picture of customers along columns are in powers of ten; without a column, a side is not. */
export function logSides(
  { opened, result }: Pick<State, "opened" | "result">,
  x: string,
  y: string | null,
): NonNullable<Scatter["log"]> {
  const isLog = (name: string | null): boolean => {
    const index = opened?.table.columns.findIndex((column) => column.name === name) ?? -1;
    return name !== null && isLogSide(opened?.facts[index], result?.settings.log.includes(name) ?? false);
  };
  return { x: isLog(x), y: isLog(y) };
}

/** What a side of a picture is called. */
export function sideTitle(name: string, isLog: boolean): string {
  return isLog ? `${name} (log scale)` : name;
}

/**
 * Whether a side of the picture is in powers of ten: nearly all customers would lie in one corner else. So it is where the
 * segments were found by the column's logarithm, too.
 */
export function isLogSide(facts: ColumnFacts | undefined, byLogarithm: boolean): boolean {
  if (facts?.type !== "numeric" || !(facts.low > 0)) return false;
  const { low, median, high } = facts;
  return byLogarithm || (high - median >= LOPSIDED * (median - low) && high >= WIDE * low);
}
