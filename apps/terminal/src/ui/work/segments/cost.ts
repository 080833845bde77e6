import { editCost } from "@kentro/segments";
import type { Work } from "../desk.ts";
import { type Held, readTable, runOf } from "../held.ts";
import type { CostRequest } from "./protocol.ts";

/** Says what a merge or a split would do, without doing it. */
export async function cost({ id, run, edit }: CostRequest, held: Held, { signal, answer }: Work): Promise<void> {
  const { table } = readTable(held);
  const { found, options } = runOf(held, run);
  const { words } = await editCost(table, found, edit, { ...options, signal });
  answer({ type: "cost", id, edit, words });
}
