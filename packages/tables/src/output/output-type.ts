import { extname } from "node:path";
import { shownPath, TablesError } from "../tables-error.ts";

const OTHER_TYPES: readonly string[] = [".parquet", ".json", ".jsonl", ".ndjson", ".gz", ".xlsx", ".xls", ".ods"];

/** The delimiter that a file's name asks for: tab for .tsv, comma for all else; OUTPUT_TYPE for what is not CSV. */
export function delimiterFor(out: string): "," | "\t" {
  const extension = extname(out).toLowerCase();
  if (OTHER_TYPES.includes(extension)) {
    throw new TablesError("OUTPUT_TYPE", `${shownPath(out)} cannot be written: only CSV (.csv) and TSV (.tsv) can.`);
  }
  return extension === ".tsv" ? "\t" : ",";
}
