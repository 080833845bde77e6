import type { NumericColumn } from "@kentro/segments";
import { breathing } from "./breathing.ts";
import type { Difference, Flow } from "./protocol.ts";

/** So many flows are described. */
export const MOST_FLOWS = 20;

/** Below this many standard deviations (Cohen 1988: a small effect) movers are much like those who stayed. */
const LEAST_Z = 0.2;

/** Groups of rows that are no group. */
const ELSEWHERE = -1;
const ABSENT = -2;

type Moves = Pick<Flow, "from" | "to" | "customers">;

/** The largest flows between segments that are not each other's match; equal ones by their segments. */
export function largestFlows(
  counts: readonly (readonly number[])[],
  matches: readonly (number | null)[],
): readonly Moves[] {
  const flows = counts.flatMap((row, from) =>
    row.flatMap((customers, to) => (customers === 0 || matches[to] === from ? [] : [{ from, to, customers }])),
  );
  return flows.sort((a, b) => b.customers - a.customers || a.from - b.from || a.to - b.to).slice(0, MOST_FLOWS);
}

/** Says of each flow in which column its customers differ most from those who stayed. */
export async function describedFlows(
  flows: readonly Moves[],
  labels: { readonly before: Int32Array; readonly after: Int32Array },
  matches: readonly (number | null)[],
  columns: readonly NumericColumn[],
  signal: AbortSignal,
): Promise<readonly Flow[]> {
  if (flows.length === 0) return [];
  // A group of rows for each flow, and one for those who stayed in each segment that has a match.
  const stays = matches.flatMap((from, to) => (from === null ? [] : [{ from, to }]));
  const groups = [...flows, ...stays];
  const groupOf = await groupsOf(labels, groups, matches.length, signal);
  const best = new Array<Difference | null>(flows.length).fill(null);
  for (const column of columns) {
    const { means, deviation } = await summary(column.values, groupOf, groups.length, signal);
    for (const [i, { from }] of flows.entries()) {
      const stayed = stays.findIndex((each) => each.from === from);
      if (stayed < 0 || !(deviation > 0)) continue;
      const [movers, stayers] = [means[i]!, means[flows.length + stayed]!];
      const z = (movers - stayers) / deviation;
      if (!(Math.abs(z) >= LEAST_Z) || Math.abs(z) <= Math.abs(best[i]?.z ?? 0)) continue;
      best[i] = { column: column.name, movers, stayers, z };
    }
  }
  return flows.map((flow, i) => ({ ...flow, differs: best[i]! }));
}

/** For each row its group; ELSEWHERE where it is in both runs but in no group, ABSENT where it is not in both. */
async function groupsOf(
  { before, after }: { readonly before: Int32Array; readonly after: Int32Array },
  groups: readonly { readonly from: number; readonly to: number }[],
  afterCount: number,
  signal: AbortSignal,
): Promise<Int32Array> {
  const beforeCount = 1 + groups.reduce((most, { from }) => Math.max(most, from), 0);
  const groupAt = new Int32Array(beforeCount * afterCount).fill(ELSEWHERE);
  for (const [group, { from, to }] of groups.entries()) groupAt[from * afterCount + to] = group;
  const groupOf = new Int32Array(before.length);
  await breathing(before.length, signal, (start, end) => {
    for (let row = start; row < end; row++) {
      const [from, to] = [before[row]!, after[row]!];
      groupOf[row] = from < 0 || to < 0 ? ABSENT : (groupAt[from * afterCount + to] ?? ELSEWHERE);
    }
  });
  return groupOf;
}

/** Means of the groups and the standard deviation of all rows in both runs, over the cells that are there. */
async function summary(
  values: Float64Array,
  groupOf: Int32Array,
  groups: number,
  signal: AbortSignal,
): Promise<{ readonly means: Float64Array; readonly deviation: number }> {
  const means = new Float64Array(groups);
  const known = new Float64Array(groups);
  let [all, mean, squares] = [0, 0, 0];
  await breathing(values.length, signal, (start, end) => {
    for (let row = start; row < end; row++) {
      const value = values[row]!;
      const group = groupOf[row]!;
      if (group === ABSENT || Number.isNaN(value)) continue;
      // Welford 1962: no sum of squares that could swallow the differences.
      const off = value - mean;
      mean += off / ++all;
      squares += off * (value - mean);
      if (group >= 0) means[group]! += (value - means[group]!) / ++known[group]!;
    }
  });
  for (let group = 0; group < groups; group++) if (known[group] === 0) means[group] = Number.NaN;
  return { means, deviation: Math.sqrt(squares / all) };
}
