import { fileName } from "../../../text/file-name.ts";
import type { OutputOption } from "../../work/export/protocol.ts";

/** Endings of tables, with those of a compressed one. */
const TABLE = /\.(?:csv|tsv|txt|parquet|jsonl|ndjson|json)?(?:\.gz)?$/i;
/** What no file name should have, or stands for several files in a pattern. */
const UNFIT = /[\p{Cc}*?[\]{}<>|":]+/gu;

/** Where something is written if nothing else is said: where the user stands, by the name of the table. */
export function suggestedPath(source: string, option: OutputOption): string {
  const file = fileName(source);
  const name =
    file
      .replace(TABLE, "")
      .replace(UNFIT, "")
      .replace(/^[-.]+/, "") || "customers";
  switch (option) {
    case "--out":
      return `${name}-segments${/\.(?:parquet|tsv)$/i.exec(file)?.[0].toLowerCase() ?? ".csv"}`;
    case "--model":
      return `${name}-model.json`;
    case "--report":
      return `${name}-report.html`;
    case "--charts":
      return `${name}-charts`;
    default:
      return option satisfies never;
  }
}
