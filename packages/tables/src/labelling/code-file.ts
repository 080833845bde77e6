import type { FileHandle } from "node:fs/promises";
import { identifier, literal, pathLiteral } from "../duckdb/sql-text.ts";
import { type ByteWriter, withByteWriter } from "../output/byte-writer.ts";
import type { Label } from "../table.ts";

const LINE_FEED = 0x0a;
const COMMA = 0x2c;
const ZERO = 0x30;

/** Takes the codes of the next rows, an array for each added column. */
export type PushCodes = (codes: readonly Int32Array[], rows: number) => Promise<void>;

/** Writes codes into a file from its beginning: a line a row, and in it a code for each added column, -1 for nothing. */
export async function writeCodes<T>(file: FileHandle, use: (push: PushCodes) => Promise<T>): Promise<T> {
  await file.truncate(0);
  return withByteWriter(file, false, (writer) =>
    use(async (codes, rows) => {
      for (let row = 0; row < rows; row++) {
        for (let i = 0; i < codes.length; i++) {
          if (i > 0) writer.byte(COMMA);
          writeCode(writer, codes[i][row] ?? -1);
        }
        writer.byte(LINE_FEED);
      }
      await writer.flushWhenFull();
    }),
  );
}

function writeCode(writer: ByteWriter, code: number): void {
  if (code >= 0 && code < 10) writer.byte(ZERO + code);
  else for (const character of String(code)) writer.byte(character.charCodeAt(0));
}

/** The codes of such a file as an SQL table expression with the columns l0, l1, ... */
export function codeTable(path: string, added: readonly Label[]): string {
  const columns = added.map(({ categories }, i) => `l${i}: '${codeType(categories.length)}'`);
  const options = `auto_detect = false, header = false, delim = ',', new_line = '\\n', compression = 'none'`;
  return `read_csv(${pathLiteral(path)}, ${options}, columns = {${columns.join(", ")}})`;
}

/** What the codes stand for, as SQL columns of these names. */
export function codeValues(names: readonly string[], added: readonly Label[]): string[] {
  return added.map(({ categories }, i) => {
    const values = categories.map((category) => literal(category.replaceAll("\0", "\ufffd")));
    // An index counts from 1, and of 0 there is NULL.
    return `([${values.join(", ")}]::VARCHAR[])[l${i} + 1] AS ${identifier(names[i])}`;
  });
}

/** The narrowest type, for all of the codes are held in memory. */
function codeType(categories: number): string {
  return categories < 2 ** 7 ? "TINYINT" : categories < 2 ** 15 ? "SMALLINT" : "INTEGER";
}
