import { checkTable } from "../columns/check-table.ts";
import { byName, findColumn } from "../columns/find.ts";
import { checkNumeric } from "../columns/numeric.ts";
import { counted } from "../counted.ts";
import { SegmentsError } from "../error.ts";
import { checkKeys, type Keys, keysOf } from "../keys/keys.ts";
import { MOST_SEGMENTS } from "../model/limits.ts";
import type { Pace } from "../pace.ts";
import { inChunks } from "../preparation/chunks.ts";
import type { Column, Table } from "../table.ts";

/** The columns that a labelled table has beside its own. */
const SEGMENT = "segment";
const SEGMENT_NAME = "segment_name";

/** A segment as a labelled table has it. */
export interface LabelledSegment {
  readonly letter: string;
  /** Null where the table has no names. */
  readonly name: string | null;
}

/** A labelled table, by customer: those of its different ids, in the order of their first rows, which are the ones that count. */
export interface Labelled {
  readonly idColumn: string;
  readonly customers: number;
  readonly idOf: (customer: number) => string | number;
  /** In the order of their letters: A to Z, AA, AB, ... */
  readonly segments: readonly LabelledSegment[];
  /** The segment of each customer; -1 for none. */
  readonly labels: Int32Array;
  /** NaN where there is none; null where the table has no such column, or none was asked for. */
  readonly values: Float64Array | null;
  readonly withoutId: number;
  /** Rows whose id an earlier row has. */
  readonly repeatedIds: number;
}

/**
 * Reads a labelled table.
 * @param which of the two it is
 * @param value the name of a column of numbers; null for none
 * @throws SegmentsError as `findColumn` and `checkKeys` do, `NOT_NUMERIC`, `INVALID_TABLE`, `TOO_MANY`
 */
export async function labelled(
  which: "first" | "second",
  table: Table,
  id: string,
  value: Column | null,
  pace: Pace,
): Promise<Labelled> {
  checkTable(table);
  const idColumn = checkKeys(findColumn(table, id));
  const ids = await keysOf(idColumn, pace);
  const found = byName(table, SEGMENT);
  if (found === null) {
    const message = `The ${which} table has no column "${SEGMENT}": label it first.`;
    throw new SegmentsError("UNKNOWN_COLUMN", message, { column: SEGMENT });
  }
  const letters = await keysOf(checkKeys(found), pace);
  const { segments, placeOf } = segmentsOf(table, letters);
  const numbers = value === null ? null : checkNumeric(value).values;
  const seen = new Uint8Array(ids.count);
  const rows = new Int32Array(ids.count);
  let [customers, withoutId, repeatedIds] = [0, 0, 0];
  await inChunks(table.rows, pace, (from, to) => {
    for (let row = from; row < to; row++) {
      const code = ids.codes[row]!;
      if (code < 0) withoutId++;
      else if (seen[code] === 1) repeatedIds++;
      else {
        seen[code] = 1;
        rows[customers++] = row;
      }
    }
  });
  const first = rows.subarray(0, customers);
  return {
    idColumn: idColumn.name,
    customers,
    idOf: (customer) => ids.idOf(ids.codes[first[customer]!]!),
    segments,
    labels: first.map((row) => (letters.codes[row]! < 0 ? -1 : placeOf[letters.codes[row]!]!)),
    values: numbers && Float64Array.from(first, (row) => numbers[row]!),
    withoutId,
    repeatedIds,
  };
}

function segmentsOf(
  table: Table,
  letters: Keys,
): { readonly segments: readonly LabelledSegment[]; readonly placeOf: Int32Array } {
  const rowOf = new Int32Array(letters.count).fill(-1);
  for (let row = table.rows - 1; row >= 0; row--) if (letters.codes[row]! >= 0) rowOf[letters.codes[row]!] = row;
  const used = Array.from(rowOf.keys()).filter((code) => rowOf[code]! >= 0);
  if (used.length > MOST_SEGMENTS) {
    const message = `Column "${SEGMENT}" has ${counted(used.length, "different value")}, more than the ${MOST_SEGMENTS.toLocaleString("en-US")} segments that there can be.`;
    throw new SegmentsError("TOO_MANY", message, { column: SEGMENT });
  }
  const letterOf = (code: number) => String(letters.idOf(code));
  used.sort((a, b) => byLetter(letterOf(a), letterOf(b)));
  const placeOf = new Int32Array(letters.count).fill(-1);
  for (const [place, code] of used.entries()) placeOf[code] = place;
  const names = byName(table, SEGMENT_NAME);
  const segments = used.map((code) => {
    const name = names?.type === "text" ? names.categories[names.codes[rowOf[code]!]!] : undefined;
    return { letter: letterOf(code), name: name ?? null };
  });
  return { segments, placeOf };
}

function byLetter(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : 1);
}
