import type { State } from "../../state/state.ts";
import type { Comparison } from "../../work/compare/protocol.ts";
import type { Result } from "../../work/protocol.ts";

/** What is compared: the result that is shown, and another run. */
export interface Pair {
  readonly before: Result;
  readonly after: Result;
}

/** The runs that the result on the screen can be compared with, the last found first. */
export function otherRuns({ runs, result }: Pick<State, "runs" | "result">): readonly Result[] {
  return result === null ? [] : runs.filter(({ run }) => run !== result.run).reverse();
}

/** The pair that is to be compared: with the run that was chosen, else the one found before; null where there is one alone. */
export function pairOf(state: Pick<State, "runs" | "result" | "compare">): Pair | null {
  const { runs, result: after, compare } = state;
  if (after === null) return null;
  const others = otherRuns(state);
  const now = runs.findIndex(({ run }) => run === after.run);
  const before =
    others.find(({ run }) => run === compare.chosen) ?? others.find((other) => runs.indexOf(other) < now) ?? others[0];
  return before === undefined ? null : { before, after };
}

/** The comparison of the pair, where it has been found. */
export function comparisonOf({ compare }: Pick<State, "compare">, pair: Pair): Comparison | null {
  return isOf(pair, compare.found) ? compare.found : null;
}

/** Whether something is about this pair. */
export function isOf(
  { before, after }: Pair,
  ids: { readonly before: number; readonly after: number } | null,
): boolean {
  return ids?.before === before.run && ids.after === after.run;
}
