import { elbowOf } from "@kentro/segments";
import type { ElbowInvocation } from "./arguments/invocation.ts";
import { elbowJson, jsonLine } from "./json.ts";
import { preparationOptions } from "./segment-options.ts";
import { openSource } from "./source.ts";
import { elbowText } from "./text/elbow.ts";
import type { Work } from "./work.ts";

/** Draws the curve of inertia over k, and returns what stdout is to say. */
export async function runElbow(asked: ElbowInvocation, work: Work): Promise<string> {
  const source = await openSource(asked, work);
  const result = await elbowOf(source.table, preparationOptions(asked, source, work));
  return asked.json ? jsonLine(elbowJson(result)) : elbowText(result, asked.seed, work.page);
}
