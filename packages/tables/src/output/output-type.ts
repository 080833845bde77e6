import { basename, extname } from "node:path";
import { shownPath, TablesError } from "../tables-error.ts";
import type { CsvStyle } from "./csv-style.ts";

/** What a file to be written holds. */
export type OutputType =
  | { readonly format: "csv"; readonly style: CsvStyle; readonly gzip: boolean }
  | { readonly format: "parquet" };

const OTHER_TYPES: readonly string[] = [".json", ".jsonl", ".ndjson", ".gz", ".xlsx", ".xls", ".ods"];

/**
 * What a file's name asks for: Parquet for .parquet, tabs for .tsv, CSV for all else that is not known for something
 * else; .csv.gz and .tsv.gz are gzip'd. With `excel` it must be CSV, in the way that Excel opens well.
 *
 * Throws OUTPUT_TYPE for what cannot be written.
 */
export function outputType(out: string, excel = false): OutputType {
  const gzip = /\.[ct]sv\.gz$/i.test(basename(out));
  const extension = extname(gzip ? out.slice(0, -".gz".length) : out).toLowerCase();
  if (OTHER_TYPES.includes(extension)) {
    throw new TablesError(
      "OUTPUT_TYPE",
      `${shownPath(out)} cannot be written: only CSV (.csv, .csv.gz), TSV (.tsv, .tsv.gz) and Parquet (.parquet) can.`,
    );
  }
  if (excel && (gzip || extension === ".parquet" || extension === ".tsv")) {
    throw new TablesError("OUTPUT_TYPE", `${shownPath(out)} cannot be written for Excel: only CSV (.csv) can.`);
  }
  if (extension === ".parquet") return { format: "parquet" };
  return { format: "csv", style: { delimiter: excel ? ";" : extension === ".tsv" ? "\t" : ",", excel }, gzip };
}
