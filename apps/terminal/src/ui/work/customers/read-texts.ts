import type { Table } from "@kentro/segments";
import type { Work } from "../desk.ts";
import { changedSince } from "../files/stamp.ts";
import { type Held, readTable as tableOf } from "../held.ts";
import { pauseOf } from "../pause.ts";
import type { TextsOfColumn, TextsRequest } from "./protocol.ts";
import { sharedTexts } from "./texts.ts";

/**
 * Reads texts that the table does not hold, for people to see: segments are found without them. A file that was
 * written since, or cannot be read again, has none of them.
 */
export async function readTexts(job: TextsRequest, held: Held, { signal, answer }: Work): Promise<void> {
  const tell = (columns: readonly TextsOfColumn[]): void => {
    held.customers = { ...held.customers, texts: new Map(columns.map(({ column, texts }) => [column, texts])) };
    answer({ type: "texts", id: job.id, columns });
  };
  try {
    const { table } = tableOf(held);
    const read = await textsIn(job, table, signal);
    tell((await changedSince(held.stamps)) === null ? read : []);
  } catch (error) {
    if (!signal.aborted) tell([]);
    throw error;
  }
}

async function textsIn({ source, columns }: TextsRequest, table: Table, signal: AbortSignal): Promise<TextsOfColumn[]> {
  const names = columns.map((column) => table.columns[column]!.name);
  const { readTable } = await import("@kentro/tables");
  const again = await readTable([source], { keep: names, signal });
  if (again.rows !== table.rows) return [];
  const pause = pauseOf(signal);
  const read: TextsOfColumn[] = [];
  for (const column of columns) {
    const found = again.columns.find(({ name }) => name === table.columns[column]!.name);
    if (found?.type !== "text") continue;
    const { codes, categories } = found;
    const texts = await sharedTexts(table.rows, (row) => categories[codes[row]!] ?? null, pause);
    if (texts !== null) read.push({ column, texts });
  }
  return read;
}
