import { open, stat } from "node:fs/promises";
import { basename, extname } from "node:path";
import { shown, TablesError } from "../tables-error.ts";

/** A file that can be read, and what is in it. */
export interface KnownFile {
  readonly path: string;
  /** The base name, fit to stand in a sentence. */
  readonly name: string;
  readonly kind: "csv" | "parquet" | "json-lines";
  readonly gzip: boolean;
  /** The delimiter that the extension suggests. */
  readonly preferredDelimiter: "," | "\t";
}

const JSON_EXTENSIONS: readonly string[] = [".jsonl", ".ndjson", ".json"];
const SPREADSHEET_EXTENSIONS: readonly string[] = [".xlsx", ".xls", ".xlsm", ".xlsb", ".ods", ".numbers"];

/** First bytes of files packed in a way that is not read. */
const PACKED: readonly (readonly [string, readonly number[]])[] = [
  ["zstd", [0x28, 0xb5, 0x2f, 0xfd]],
  ["xz", [0xfd, 0x37, 0x7a, 0x58, 0x5a]],
  ["7-Zip", [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]],
];

/**
 * What kind of table a file holds: by its first bytes where they tell (Parquet, gzip, spreadsheets), otherwise by its
 * extension (.jsonl, .ndjson and .json are JSON lines), and CSV for everything else. `name` is for people.
 *
 * Throws NOT_FOUND, IS_DIRECTORY, NOT_A_FILE, NO_PERMISSION, EMPTY_FILE, SPREADSHEET, BINARY_FILE and DAMAGED_FILE.
 */
export async function identify(path: string, name: string = shown(basename(path))): Promise<KnownFile> {
  const start = await firstBytes(path, name);
  const gzip = start[0] === 0x1f && start[1] === 0x8b;
  const inner = gzip ? path.replace(/\.gz$/i, "") : path;
  const extension = extname(inner).toLowerCase();

  if (SPREADSHEET_EXTENSIONS.includes(extension) || startsWith(start, [0xd0, 0xcf, 0x11, 0xe0])) {
    throw new TablesError(
      "SPREADSHEET",
      `${name} is a spreadsheet: save it as CSV (in Excel: File, Save As, CSV UTF-8).`,
    );
  }
  if (startsWith(start, [0x50, 0x4b, 0x03, 0x04])) {
    throw new TablesError(
      "SPREADSHEET",
      `${name} is a ZIP archive or a spreadsheet: unpack it, or save the spreadsheet as CSV.`,
    );
  }
  const packed = PACKED.find(([, magic]) => startsWith(start, magic));
  if (packed !== undefined || isBzip2(start)) {
    throw new TablesError(
      "BINARY_FILE",
      `${name} is packed with ${packed?.[0] ?? "bzip2"}: unpack it, or pack it with gzip instead.`,
    );
  }
  const parquet = startsWith(start, [0x50, 0x41, 0x52, 0x31]);
  if (extension === ".parquet" && !parquet) {
    throw new TablesError(
      "DAMAGED_FILE",
      `${name} is not a Parquet file, or it is damaged: it does not begin as one does.`,
    );
  }
  const kind = parquet ? "parquet" : JSON_EXTENSIONS.includes(extension) ? "json-lines" : "csv";
  return { path, name, kind, gzip, preferredDelimiter: extension === ".tsv" || extension === ".tab" ? "\t" : "," };
}

async function firstBytes(path: string, name: string): Promise<Buffer> {
  try {
    const status = await stat(path);
    if (status.isDirectory()) throw new TablesError("IS_DIRECTORY", `${name} is a folder, not a file.`);
    if (!status.isFile()) throw new TablesError("NOT_A_FILE", `${name} is not a regular file.`);
    if (status.size === 0) throw new TablesError("EMPTY_FILE", `${name} is empty.`);
    const file = await open(path);
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(8), 0, 8, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  } catch (error) {
    throw readingFault(error, name);
  }
}

/** The sentence for what the file system or zlib said while reading; other errors come back as they are. */
export function readingFault(error: unknown, name: string): unknown {
  const code = error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
  if (error instanceof TablesError) return error;
  if (code === "ENOENT" || code === "ENOTDIR") return new TablesError("NOT_FOUND", `There is no file ${name}.`);
  if (code === "EACCES" || code === "EPERM") {
    return new TablesError("NO_PERMISSION", `${name} cannot be read: permission denied.`);
  }
  if (code === "ENAMETOOLONG" || code === "ERR_INVALID_ARG_VALUE") {
    return new TablesError("NOT_FOUND", `There is no file ${name}: such a name is not possible.`);
  }
  if (code.startsWith("Z_")) {
    return new TablesError("DAMAGED_FILE", `${name} is a damaged gzip file: it is cut short or was changed.`);
  }
  if (code !== "" && error instanceof Error && "syscall" in error)
    return new TablesError("UNREADABLE_FILE", `${name} cannot be read (${code}).`);
  return error;
}

function startsWith(bytes: Buffer, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte);
}

/** "BZh", a digit, and the number pi. */
function isBzip2(bytes: Buffer): boolean {
  return startsWith(bytes, [0x42, 0x5a, 0x68]) && startsWith(bytes.subarray(4), [0x31, 0x41, 0x59, 0x26]);
}
