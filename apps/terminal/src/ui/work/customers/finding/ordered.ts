import type { Column } from "@kentro/segments";
import type { Pause } from "../../pause.ts";
import type { Sorting, Subject } from "../query.ts";
import { writtenIn } from "../written.ts";
import type { Records } from "./records.ts";
import { sorted } from "./sorted.ts";
import { columnOf, numbersOf, placesOf } from "./tested.ts";

const ROWS_AT_ONCE = 4096;

/** Rows (ascending) in the order of a query: what has no value last either way, equal ones as they come. */
export async function ordered(
  rows: Int32Array,
  { by, descending }: Sorting,
  records: Records,
  pause: Pause,
): Promise<Int32Array> {
  const keys = await keysOf(by, rows, records, pause);
  const sign = descending ? -1 : 1;
  const compare = (a: number, b: number): number => {
    const [one, other] = [keys[a]!, keys[b]!];
    if (one < other) return -sign;
    if (one > other) return sign;
    return one === other ? 0 : Number(Number.isNaN(one)) - Number(Number.isNaN(other));
  };
  return await sorted(rows, compare, pause);
}

/** A number for each of the rows, by row, that is in the order of what is sorted by; NaN where there is nothing. */
async function keysOf(by: Subject, rows: Int32Array, records: Records, pause: Pause): Promise<Float64Array> {
  const column = typeof by === "number" ? columnOf(records, by) : null;
  if (column?.type === "text") return await ranksOfCategories(column, pause);
  if (column?.type === "identifier") return await ranksOfTexts(by, column, rows, records, pause);
  const value = valuesOf(by, records);
  const keys = new Float64Array(records.table.rows);
  for (let i = 0; i < rows.length; i++) {
    keys[rows[i]!] = value(rows[i]!);
    if (i % ROWS_AT_ONCE === 0) await pause();
  }
  return keys;
}

function valuesOf(by: Subject, records: Records): (row: number) => number {
  if (by !== "segment" && by !== "second") return numbersOf(by, records);
  const own = by === "segment" ? records.labels : placesOf(records).second;
  return (row) => (own[row]! < 0 ? Number.NaN : own[row]!);
}

async function ranksOfCategories(
  { codes, categories }: Extract<Column, { type: "text" }>,
  pause: Pause,
): Promise<Float64Array> {
  const ranks = await ranksOf(categories, Int32Array.from(categories.keys()), pause);
  return Float64Array.from(codes, (code) => ranks[code] ?? Number.NaN);
}

async function ranksOfTexts(
  by: Subject,
  column: Column,
  rows: Int32Array,
  records: Records,
  pause: Pause,
): Promise<Float64Array> {
  const written = writtenIn(column, typeof by === "number" ? records.texts.get(by) : undefined);
  const texts: string[] = [];
  const known: number[] = [];
  for (let i = 0; i < rows.length; i++) {
    const text = written(rows[i]!);
    if (text !== null) {
      known.push(rows[i]!);
      texts.push(text);
    }
    if (i % ROWS_AT_ONCE === 0) await pause();
  }
  const ranks = await ranksOf(texts, Int32Array.from(known.keys()), pause);
  const keys = new Float64Array(records.table.rows).fill(Number.NaN);
  for (let i = 0; i < known.length; i++) keys[known[i]!] = ranks[i]!;
  return keys;
}

/** The place of each text among them by letters, case aside; those that are the same otherwise share it. */
async function ranksOf(texts: readonly string[], places: Int32Array, pause: Pause): Promise<Float64Array> {
  const small = texts.map((text) => text.toLowerCase());
  const compare = (a: number, b: number): number => (small[a]! < small[b]! ? -1 : small[a]! > small[b]! ? 1 : 0);
  const inOrder = await sorted(places, compare, pause);
  const ranks = new Float64Array(texts.length);
  let rank = 0;
  for (let i = 0; i < inOrder.length; i++) {
    if (i > 0 && compare(inOrder[i - 1]!, inOrder[i]!) !== 0) rank = i;
    ranks[inOrder[i]!] = rank;
  }
  return ranks;
}
