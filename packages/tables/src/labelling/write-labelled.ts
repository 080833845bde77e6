import { stat } from "node:fs/promises";
import { type Input, inputPaths } from "../input/input.ts";
import { refuseExisting } from "../output/atomic-file.ts";
import { outputType } from "../output/output-type.ts";
import type { Selection } from "../source/with-source.ts";
import { shownPath, TablesError } from "../tables-error.ts";
import { labelCsv } from "./label-csv.ts";
import { labelParquet } from "./label-parquet.ts";
import type { Labelled, Labelling, Way } from "./labelling.ts";

/** Writes the rows of a selection and what labels its rows to `out`, as its name asks for. */
export async function writeLabelled(
  out: string,
  selection: Selection,
  labelling: Labelling,
  way: Way & { readonly excel: boolean },
): Promise<Labelled> {
  const type = outputType(out, way.excel);
  await refuseSameFile(out, selection.source);
  await refuseExisting(out, way.overwrite);
  return type.format === "parquet"
    ? labelParquet(out, selection, labelling, way)
    : labelCsv(out, type, selection, labelling, way);
}

async function refuseSameFile(out: string, source: Input): Promise<void> {
  const target = await stat(out).catch(() => null);
  if (target === null) return;
  for (const path of await inputPaths(source)) {
    const origin = await stat(path).catch(() => null);
    if (target.ino !== origin?.ino || target.dev !== origin.dev) continue;
    throw new TablesError(
      "SAME_FILE",
      `${shownPath(out)} is the file that is read: write to another, so that it stays as it is.`,
    );
  }
}
