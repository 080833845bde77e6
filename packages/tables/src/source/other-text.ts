import { TablesError } from "../tables-error.ts";

/** Refuses by its first bytes what is no text: BINARY_FILE for NUL bytes. */
export function refuseOtherText(bytes: Buffer, name: string): void {
  if (!bytes.includes(0)) return;
  throw new TablesError(
    "BINARY_FILE",
    `${name} is not a text file: it holds NUL bytes. Expected CSV, Parquet or JSON lines.`,
  );
}
