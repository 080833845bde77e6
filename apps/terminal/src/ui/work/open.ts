import type { Doing } from "../../command/progress-line.ts";
import { inputsOf, openSource } from "../../command/source.ts";
import type { Work } from "./desk.ts";
import { factsOf } from "./facts.ts";
import { recentPath, remember } from "./files/recent.ts";
import { HELD_NOTHING, type Held } from "./held.ts";
import { reporter } from "./progress.ts";
import type { Request } from "./protocol.ts";
import { sharedTable } from "./shared.ts";

/** Reads a file, or the sample: what is found in another one is forgotten. */
export async function openTable(
  { id, source: asked }: Extract<Request, { type: "open" }>,
  held: Held,
  { signal, answer }: Work,
): Promise<void> {
  const at = reporter((progress) => answer({ type: "progress", id, progress }));
  const reading = (doing: Doing): void => {
    if (doing.what === "reading") at.reading(doing.rows);
  };
  const source = await openSource({ sources: [asked], where: undefined }, { signal, at: reading });
  const table = sharedTable(source.table);
  Object.assign(held, HELD_NOTHING, { source, table });
  answer({ type: "opened", id, table, facts: factsOf(table) });
  const shape = { rows: table.rows, columns: table.columns.length };
  for (const file of inputsOf({ sources: [asked] })) await remember(recentPath(), file, shape, Date.now());
}
