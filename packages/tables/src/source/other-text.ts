import { TablesError } from "../tables-error.ts";

/** Refuses by its first bytes what is not text as UTF-8 has it: BAD_ENCODING for UTF-16, BINARY_FILE for NUL bytes. */
export function refuseOtherText(bytes: Buffer, name: string): void {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    throw new TablesError("BAD_ENCODING", `${name} is UTF-16 text: save it as UTF-8 (in Excel: CSV UTF-8).`);
  }
  if (bytes.includes(0)) {
    throw new TablesError(
      "BINARY_FILE",
      `${name} is not a text file: it holds NUL bytes. Expected CSV, Parquet or JSON lines.`,
    );
  }
}
