import { sqlOf } from "@kentro/segments";
import type { SqlInvocation } from "./arguments/invocation.ts";
import { readModel } from "./model-file.ts";
import type { Work } from "./work.ts";

/** The query that labels a table: what stdout is to say. The parts of a table's name stand between points. */
export async function runSql({ model, dialect, table }: SqlInvocation, work: Work): Promise<string> {
  const query = sqlOf(await readModel(model, work.signal), { dialect, table: table.split(".") });
  return query.endsWith("\n") ? query : `${query}\n`;
}
