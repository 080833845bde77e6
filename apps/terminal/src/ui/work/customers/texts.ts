import { cellsOf, visible } from "../../../text/visible.ts";
import type { Pause } from "../pause.ts";

/** More bytes than this are not held, for whatever columns. */
const MOST_BYTES = 2 ** 29;
const ROWS_AT_ONCE = 4096;
/** The widths of so many cells are looked at. */
const MEASURED = 1000;

/**
 * A text for each row in shared memory, so that handing it to another thread copies nothing: that of a row is the UTF-8
 * in `bytes` from `starts[row]` up to `starts[row + 1]`, empty where the cell is.
 */
export interface Texts {
  readonly starts: Uint32Array;
  readonly bytes: Uint8Array;
  /** The terminal cells that the widest takes, of those looked at. */
  readonly cells: number;
}

/** The text of a row, null where the cell is empty. */
export function textOfRow({ starts, bytes }: Texts, row: number): string | null {
  const [from, to] = [starts[row]!, starts[row + 1]!];
  return from === to ? null : Buffer.from(bytes.buffer, bytes.byteOffset + from, to - from).toString("utf8");
}

/** Texts in shared memory; null where they are too large. `textAt` gives that of each row, null where there is none. */
export async function sharedTexts(
  rows: number,
  textAt: (row: number) => string | null,
  pause: Pause,
): Promise<Texts | null> {
  const starts = new Uint32Array(new SharedArrayBuffer(4 * (rows + 1)));
  const step = Math.max(1, Math.floor(rows / MEASURED));
  let end = 0;
  let cells = 1;
  for (let row = 0; row < rows; row++) {
    const text = textAt(row) ?? "";
    end += Buffer.byteLength(text);
    if (end > MOST_BYTES) return null;
    starts[row + 1] = end;
    if (row % step === 0) cells = Math.max(cells, cellsOf(visible(text)));
    if (row % ROWS_AT_ONCE === 0) await pause();
  }
  const bytes = new Uint8Array(new SharedArrayBuffer(end));
  const into = Buffer.from(bytes.buffer);
  for (let row = 0; row < rows; row++) {
    into.write(textAt(row) ?? "", starts[row]!);
    if (row % ROWS_AT_ONCE === 0) await pause();
  }
  return { starts, bytes, cells };
}
