import type { Work } from "../desk.ts";
import { type Held, readTable as tableOf } from "../held.ts";
import { pauseOf } from "./pause.ts";
import type { TextsOfColumn, TextsRequest } from "./protocol.ts";
import { sharedTexts } from "./texts.ts";

/**
 * Reads texts that the table does not hold, for people to see: segments are found without them. A file that has other
 * rows by now has none of them.
 */
export async function readTexts(
  { id, source, columns }: TextsRequest,
  held: Held,
  { signal, answer }: Work,
): Promise<void> {
  const { table } = tableOf(held);
  const names = columns.map((column) => table.columns[column]!.name);
  const { readTable } = await import("@kentro/tables");
  const again = await readTable([source], { keep: names, signal });
  const pause = pauseOf(signal);
  const read: TextsOfColumn[] = [];
  for (const column of again.rows === table.rows ? columns : []) {
    const found = again.columns.find(({ name }) => name === table.columns[column]!.name);
    if (found?.type !== "text") continue;
    const { codes, categories } = found;
    const texts = await sharedTexts(table.rows, (row) => categories[codes[row]!] ?? null, pause);
    if (texts !== null) read.push({ column, texts });
  }
  held.customers = { ...held.customers, texts: new Map(read.map(({ column, texts }) => [column, texts])) };
  answer({ type: "texts", id, columns: read });
}
