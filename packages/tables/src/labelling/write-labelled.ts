import { stat } from "node:fs/promises";
import { refuseExisting } from "../output/atomic-file.ts";
import { outputType } from "../output/output-type.ts";
import { shownPath, TablesError } from "../tables-error.ts";
import { labelCsv } from "./label-csv.ts";
import { labelParquet } from "./label-parquet.ts";
import type { Labelled, Labelling, Way } from "./labelling.ts";

/** Writes the file at `path` and what labels its rows to `out`, as its name asks for. */
export async function writeLabelled(
  out: string,
  path: string,
  labelling: Labelling,
  way: Way & { readonly excel: boolean },
): Promise<Labelled> {
  const type = outputType(out, way.excel);
  await refuseSameFile(out, path);
  await refuseExisting(out, way.overwrite);
  return type.format === "parquet"
    ? labelParquet(out, path, labelling, way)
    : labelCsv(out, type, path, labelling, way);
}

async function refuseSameFile(out: string, source: string): Promise<void> {
  const [target, origin] = await Promise.all([stat(out).catch(() => null), stat(source).catch(() => null)]);
  if (target === null || origin === null) return;
  if (target.ino === origin.ino && target.dev === origin.dev) {
    throw new TablesError(
      "SAME_FILE",
      `${shownPath(out)} is the file that is read: write to another, so that it stays as it is.`,
    );
  }
}
