import { resolve } from "node:path";
import { identify, type KnownFile, readingFault } from "../source/file-kind.ts";
import { readHead } from "../source/read-bytes.ts";
import { markedEncoding, type OtherEncoding } from "./encoding.ts";
import { STANDARD_INPUT } from "./input.ts";
import type { PrivateFile } from "./private-file.ts";
import { spool } from "./standard-input.ts";
import { transcode } from "./transcode.ts";

/** A file as DuckDB can read it: itself, or a temporary one with its text in UTF-8. */
export interface PreparedFile {
  readonly file: KnownFile;
  /** What was done to it, as a sentence. */
  readonly note: string | null;
  /** To be removed in the end. */
  readonly temporary: PrivateFile | null;
}

const HEAD_BYTES = 1 << 12;
const CALLED: Readonly<Record<Exclude<OtherEncoding, "utf-8-marked">, string>> = {
  "utf-16le": "read as UTF-16 text",
  "utf-16be": "read as UTF-16 text",
  "windows-1252": "not UTF-8, so read as Windows-1252 (Latin-1) text",
};

/** Finds out what a path holds; standard input is waited for. Throws what `identify`, `transcode` and writing a temporary file do. */
export async function prepareFile(path: string, signal?: AbortSignal): Promise<PreparedFile> {
  const standard = path === STANDARD_INPUT;
  const file = standard
    ? await identify((await spool(process.stdin, signal)).path, "Standard input")
    : await identify(resolve(path));
  try {
    const encoding = await markedEncoding(file);
    const same = { file, note: null, temporary: null };
    const prepared = encoding === null ? same : await reencoded(file, encoding, signal);
    return standard ? { ...prepared, file: await withKindOfText(prepared.file) } : prepared;
  } catch (error) {
    signal?.throwIfAborted();
    throw readingFault(error, file.name);
  }
}

/** The same file with its text, which is in this encoding, as UTF-8. */
export async function reencoded(file: KnownFile, from: OtherEncoding, signal?: AbortSignal): Promise<PreparedFile> {
  const temporary = await transcode(file, from, signal);
  const note = from === "utf-8-marked" ? null : `${file.name}: ${CALLED[from]}.`;
  return { file: { ...file, path: temporary.path, gzip: false }, note, temporary };
}

/** Where no name tells: JSON lines begin with an object (or, to be refused, with an array of them). */
async function withKindOfText(file: KnownFile): Promise<KnownFile> {
  if (file.kind !== "csv") return file;
  const { bytes } = await readHead(file.path, file.gzip, HEAD_BYTES);
  const json = /^\s*(?:\{\s*["}]|\[\s*[{\]])/.test(bytes.toString("utf8"));
  return json ? { ...file, kind: "json-lines" } : file;
}
