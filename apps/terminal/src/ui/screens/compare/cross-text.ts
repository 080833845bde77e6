import { count } from "../../../text/number.ts";
import { tabSeparated } from "../../text/tab-separated.ts";
import type { Comparison } from "../../work/compare/protocol.ts";
import type { Pair } from "./pair.ts";

/** The cross table for a spreadsheet: values apart by tabs, a line for each segment of the other run. */
export function crossTsv({ counts }: Comparison, { before, after }: Pair): string {
  const title = ({ letter, name }: { readonly letter: string; readonly name: string }): string => `${letter} ${name}`;
  const heading = ["", ...after.segmentation.segments.map(title)];
  const rows = counts.map((row, from) => [title(before.segmentation.segments[from]!), ...row]);
  return tabSeparated([heading, ...rows]);
}

/** A row of the cross table as a sentence, the largest first: `A low income: 81 now in A, 3 in B.` */
export function rowSentence(row: readonly number[], from: number, { before, after }: Pair): string {
  const { letter, name } = before.segmentation.segments[from]!;
  const there = row
    .map((customers, to) => ({ customers, letter: after.segmentation.segments[to]!.letter }))
    .filter(({ customers }) => customers > 0)
    .sort((a, b) => b.customers - a.customers)
    .map(({ customers, letter: now }, place) => `${count(customers)} ${place === 0 ? "now " : ""}in ${now}`);
  return `${letter} ${name}: ${there.length === 0 ? "nobody in both" : there.join(", ")}.`;
}
