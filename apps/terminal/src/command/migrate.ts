import { type Migration, type Move, migrate } from "@kentro/segments";
import type { AddedColumn } from "@kentro/tables";
import type { MigrateInvocation } from "./arguments/invocation.ts";
import { jsonLine, migrationJson } from "./json.ts";
import type { Output } from "./output-faults.ts";
import { checkOutputs } from "./outputs.ts";
import { openSource } from "./source.ts";
import { migrationText } from "./text/migration.ts";
import { writtenText } from "./text/written.ts";
import { type Work, writing } from "./work.ts";

/** Tells who moved between two labelled tables, writes them where it is asked to, and returns what stdout is to say. */
export async function runMigrate(asked: MigrateInvocation, work: Work): Promise<string> {
  const { before, after, id, value, out, force } = asked;
  const outputs: Output[] = out === undefined ? [] : [{ option: "--out", path: out }];
  await checkOutputs(outputs, [before, after], force);
  const table = async (path: string) => (await openSource({ sources: [path], where: undefined }, work, [id])).table;
  const tables = [await table(before), await table(after)] as const;
  work.at({ what: "comparing" });
  const found = await migrate(...tables, { id, ...(value === undefined ? {} : { value }), signal: work.signal });
  if (out !== undefined) await writing(work, out, () => writeMoves(out, found, asked, work));
  return asked.json
    ? jsonLine(migrationJson(found))
    : migrationText(found, work.page) + writtenText(outputs, work.page, "who moved, from which segment to which");
}

async function writeMoves(
  out: string,
  { moves }: Migration,
  { id, force }: MigrateInvocation,
  { signal }: Work,
): Promise<void> {
  const { writeColumns } = await import("@kentro/tables");
  const ids = { ...textColumn(id, moves.map(idOf)), type: "text", missing: 0 } as const;
  const added = [textColumn("from", moves.map(fromOf)), textColumn("to", moves.map(toOf))];
  await writeColumns(out, { table: { rows: moves.length, columns: [ids] }, added, overwrite: force, signal });
}

const idOf = ({ id }: Move): string => String(id);
const fromOf = ({ from }: Move): string => from;
const toOf = ({ to }: Move): string => to;

function textColumn(name: string, cells: readonly string[]): AddedColumn {
  const categories = [...new Set(cells)];
  const places = new Map(categories.map((category, code) => [category, code]));
  return { name, categories, codes: Int32Array.from(cells, (cell) => places.get(cell) ?? -1) };
}
