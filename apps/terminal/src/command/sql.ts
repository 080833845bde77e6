import { sqlOf } from "@kentro/segments";
import { visible } from "../text/visible.ts";
import type { SqlInvocation } from "./arguments/invocation.ts";
import { CommandError } from "./failure.ts";
import { readModel } from "./model-file.ts";
import type { Work } from "./work.ts";

/** The query that labels a table: what stdout is to say. The parts of a table's name stand between points. */
export async function runSql({ model, dialect, table }: SqlInvocation, work: Work): Promise<string> {
  const query = sqlOf(await readModel(model, work.signal), { dialect, table: table.split(".") });
  // A query must hold names as they are, and a terminal must not be sent what it obeys: somebody looks where bars are.
  if (work.page.bars && query.split("\n").some((line) => visible(line) !== line)) {
    const message =
      "The query has characters that a terminal does not show as they are: write it to a file, with > label.sql.";
    throw new CommandError("input", message);
  }
  return query.endsWith("\n") ? query : `${query}\n`;
}
