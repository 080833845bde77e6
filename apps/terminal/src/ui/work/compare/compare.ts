import { matchByCounts, type NumericColumn, type Table } from "@kentro/segments";
import type { Work } from "../desk.ts";
import { type Held, type Run, readTable, runOf } from "../held.ts";
import { agreementOf } from "./agreement.ts";
import { crossTable } from "./cross-table.ts";
import { describedFlows, largestFlows } from "./flows.ts";
import type { CompareRequest } from "./protocol.ts";

/** Says how far two runs agree, who moved and what they are like. */
export async function compare(job: CompareRequest, held: Held, { signal, answer }: Work): Promise<void> {
  const [before, after] = [runOf(held, job.before).found, runOf(held, job.after).found];
  const { counts, ...told } = await crossTable(before.labels, before.k, after.labels, after.k, signal);
  const shared = after.segments.map((_, to) => counts.map((row) => row[to]!));
  const matched = matchByCounts(shared, before.k, 0);
  const matches = matched.map((match) => match?.other ?? null);
  const stayed = matches.reduce<number>((sum, from, to) => sum + (from === null ? 0 : counts[from]![to]!), 0);
  const flows = await describedFlows(
    largestFlows(counts, matches),
    { before: before.labels, after: after.labels },
    matches,
    columnsOf(readTable(held).table, runOf(held, job.after)),
    signal,
  );
  answer({
    ...{ type: "compared", id: job.id },
    comparison: {
      ...{ ...told, before: job.before, after: job.after, counts, matches, flows },
      ...{ agreement: agreementOf(counts), moved: told.rows - stayed },
    },
  });
}

/** The numbers that segments are described by: all but identifiers. */
function columnsOf({ columns }: Table, { found }: Run): readonly NumericColumn[] {
  const described = new Set(found.segments.flatMap(({ numeric }) => numeric.map(({ column }) => column)));
  return columns.filter((column) => column.type === "numeric").filter(({ name }) => described.has(name));
}
