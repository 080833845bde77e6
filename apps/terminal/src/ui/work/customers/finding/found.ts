import type { Pause } from "../../pause.ts";
import { sharedIntegers } from "../../shared.ts";
import type { Query } from "../query.ts";
import { ordered } from "./ordered.ts";
import type { Records } from "./records.ts";
import { rowTest, searchTest } from "./tested.ts";

const ROWS_AT_ONCE = 2048;

/** The rows (0-based) that meet a query, in its order, in shared memory. */
export async function found({ search, tests, sorting }: Query, records: Records, pause: Pause): Promise<Int32Array> {
  const conditions = tests.map((test) => rowTest(test, records));
  if (search !== "") conditions.push(searchTest(search, records));
  const { rows } = records.table;
  const kept = new Int32Array(rows);
  let count = 0;
  for (let row = 0; row < rows; row++) {
    if (conditions.every((holds) => holds(row))) kept[count++] = row;
    if (row % ROWS_AT_ONCE === 0) await pause();
  }
  const passing = kept.subarray(0, count);
  return sharedIntegers(sorting === null ? passing : await ordered(passing, sorting, records, pause));
}
