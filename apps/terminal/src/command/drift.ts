import { drift } from "@kentro/segments";
import type { DriftInvocation } from "./arguments/invocation.ts";
import { driftJson, jsonLine } from "./json.ts";
import { readModel } from "./model-file.ts";
import { openSource } from "./source.ts";
import { driftText } from "./text/drift.ts";
import type { Work } from "./work.ts";

/** Compares a table with the one that segments were found on, and returns what stdout is to say. */
export async function runDrift(asked: DriftInvocation, work: Work): Promise<string> {
  const model = await readModel(asked.model, work.signal);
  const { table } = await openSource(asked, work);
  work.at({ what: "comparing" });
  const found = await drift(model, table, { signal: work.signal });
  return asked.json ? jsonLine(driftJson(found)) : driftText(found, work.page);
}
