import { type FeatureChoice, featureChoice, SegmentsError, type Table } from "@kentro/segments";
import type { Doing } from "../../command/progress-line.ts";
import { inputsOf, openSource, type Source } from "../../command/source.ts";
import type { Work } from "./desk.ts";
import { factsOfTable } from "./facts.ts";
import { recentPath, remember } from "./files/recent.ts";
import { stampsOf } from "./files/stamp.ts";
import { HELD_NOTHING, type Held } from "./held.ts";
import { reporter } from "./progress.ts";
import type { ColumnFacts, Request } from "./protocol.ts";
import { sharedTable } from "./shared.ts";

/** Reads a file, or the sample: what is found in another one is forgotten. */
export async function openTable(
  { id, source: asked }: Extract<Request, { type: "open" }>,
  held: Held,
  { signal, answer }: Work,
): Promise<void> {
  const at = reporter(id, answer);
  const reading = (doing: Doing): void => {
    if (doing.what === "reading") at.reading(doing.rows);
  };
  const stamps = await stampsOf(inputsOf({ sources: [asked] }));
  let known: Known;
  try {
    const source = await openSource({ sources: [asked], where: undefined }, { signal, at: reading });
    known = await knownOf(source, signal);
  } finally {
    at.end();
  }
  const { source, table, facts, choice } = known;
  Object.assign(held, HELD_NOTHING, { source, table, stamps });
  answer({ type: "opened", id, table, facts, choice });
  const shape = { rows: table.rows, columns: table.columns.length };
  for (const file of inputsOf({ sources: [asked] })) await remember(recentPath(), file, shape, Date.now());
}

/** What is known of a table before any clustering. */
interface Known {
  readonly source: Source;
  readonly table: Table;
  readonly facts: readonly ColumnFacts[];
  readonly choice: FeatureChoice | null;
}

async function knownOf(source: Source, signal: AbortSignal): Promise<Known> {
  const table = await sharedTable(source.table, signal);
  const facts = await factsOfTable(table, signal);
  // What was read is let go: its values would be held twice.
  return { source: { ...source, table }, table, facts, choice: await defaultChoice(table, source.preset, signal) };
}

/** Null where there is nothing to take: the run that follows says why. */
async function defaultChoice(
  table: Table,
  preset: Source["preset"],
  signal: AbortSignal,
): Promise<FeatureChoice | null> {
  try {
    return await featureChoice(table, { features: preset ?? "all", signal });
  } catch (error) {
    if (error instanceof SegmentsError) return null;
    throw error;
  }
}
