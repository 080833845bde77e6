import { fstatSync, type Stats } from "node:fs";
import { stat } from "node:fs/promises";
import { inputPaths, STANDARD_INPUT } from "../input/input.ts";
import { refuseExisting } from "../output/atomic-file.ts";
import { outputType } from "../output/output-type.ts";
import type { Selection } from "../source/with-source.ts";
import { shownPath, TablesError } from "../tables-error.ts";
import { labelCsv } from "./label-csv.ts";
import { labelParquet } from "./label-parquet.ts";
import type { Labelled, Labelling, Way } from "./labelling.ts";

/** Writes the rows selected and what labels them to `out`, as its name asks for. */
export async function writeLabelled(
  out: string,
  selection: Selection,
  labelling: Labelling,
  way: Way & { readonly excel: boolean },
): Promise<Labelled> {
  const type = outputType(out, way.excel);
  for (const path of await inputPaths(selection.source)) await refuseSameFile(out, path);
  await refuseExisting(out, way.overwrite);
  return type.format === "parquet"
    ? labelParquet(out, selection, labelling, way)
    : labelCsv(out, type, selection, labelling, way);
}

async function refuseSameFile(out: string, source: string): Promise<void> {
  const [target, origin] = await Promise.all([stat(out).catch(() => null), statusOf(source).catch(() => null)]);
  if (target === null || origin === null) return;
  if (target.ino === origin.ino && target.dev === origin.dev) {
    throw new TablesError(
      "SAME_FILE",
      `${shownPath(out)} is the file that is read: write to another, so that it stays as it is.`,
    );
  }
}

/** Standard input may be a file too, that the shell has opened. */
async function statusOf(source: string): Promise<Stats> {
  return source === STANDARD_INPUT ? fstatSync(process.stdin.fd) : stat(source);
}
