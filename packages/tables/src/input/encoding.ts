import type { KnownFile } from "../source/file-kind.ts";
import { readHead } from "../source/read-bytes.ts";

/** How a file's text is written, where that is not what DuckDB reads: plain UTF-8. */
export type OtherEncoding = "utf-8-marked" | "utf-16le" | "utf-16be" | "windows-1252";

const HEAD_BYTES = 1 << 16;

/**
 * The encoding that the first bytes of a text file tell: by its byte order mark, or, in UTF-16 without one, by every
 * other byte being zero for the most part. Null for UTF-8, and for what only the whole file can tell.
 */
export async function markedEncoding(file: KnownFile): Promise<OtherEncoding | null> {
  if (file.kind === "parquet") return null;
  const { bytes, whole } = await readHead(file.path, file.gzip, HEAD_BYTES);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) {
    return file.kind === "json-lines" ? "utf-8-marked" : null; // in CSV it is skipped anyway
  }
  return whole && bytes.length % 2 === 1 ? null : unmarkedUtf16(bytes);
}

function unmarkedUtf16(bytes: Buffer): OtherEncoding | null {
  const pairs = bytes.length >> 1;
  const zeros = [0, 0];
  for (let i = 0; i < pairs * 2; i++) if (bytes[i] === 0) zeros[i & 1]++;
  if (zeros[0] === 0 && zeros[1] > pairs / 2) return "utf-16le";
  return zeros[1] === 0 && zeros[0] > pairs / 2 ? "utf-16be" : null;
}
