import type { Pace } from "../pace.ts";
import { quoted } from "../quoted.ts";
import type { NumericColumn } from "../table.ts";

/** Fewer rows than this are no proof: any two of them lie on a line. */
const FEWEST_ROWS = 10;

/** Columns are compared on so many rows before they are compared on all. */
const FIRST_LOOK = 200;

/** What a line may leave unsaid of the variance of a copy, on all rows: cents that were rounded, not more. */
const UNSAID = 1e-6;
/** And in the first look, whose rows may vary less than all do. */
const UNSAID_AT_FIRST = 1e-2;

/** Variances beyond these are of numbers whose squares have lost their digits, or are out of range: they tell nothing. */
const VARIANCES = [1e-200, 1e200] as const;

/** y = slope * x + offset, and the share of y's variance that this leaves unsaid; NaN where one of them does not vary. */
interface Line {
  readonly rows: number;
  readonly slope: number;
  readonly offset: number;
  readonly unsaid: number;
}

/**
 * Which of the others a column is a copy of, in other units perhaps: "spend times 1.1", "temp times 1.8 plus 32". Null
 * where it is none: the squared correlation over the rows with both is 1 up to rounding, on at least ten rows.
 */
export async function copyOf(
  column: NumericColumn,
  others: readonly NumericColumn[],
  pace: Pace,
): Promise<string | null> {
  if (others.length === 0) return null;
  const some = firstLook(column.values);
  for (const other of others) {
    if (!(line(other.values, column.values, some).unsaid < UNSAID_AT_FIRST)) continue;
    const { rows, slope, offset, unsaid } = line(other.values, column.values, null);
    await pace.breathe();
    if (rows >= FEWEST_ROWS && unsaid < UNSAID) return words(quoted(other.name).slice(1, -1), slope, offset, column);
  }
  return null;
}

/** Rows all over the column, and of one that is mostly the same, such as 0, those that are not. */
function firstLook(values: Float64Array): readonly number[] {
  const every = Math.max(1, Math.floor(values.length / FIRST_LOOK));
  const rows: number[] = [];
  for (let row = 0; row < values.length; row += every) rows.push(row);
  const usual = rows.map((row) => values[row]!).find((value) => !Number.isNaN(value));
  if (usual === undefined || rows.some((row) => !Number.isNaN(values[row]!) && values[row] !== usual)) return rows;
  for (let row = 0; row < values.length && rows.length < 2 * FIRST_LOOK; row++) {
    if (!Number.isNaN(values[row]!) && values[row] !== usual) rows.push(row);
  }
  return rows;
}

/** @param some the rows to look at; null for all */
function line(x: Float64Array, y: Float64Array, some: readonly number[] | null): Line {
  let [rows, firstX, firstY] = [0, 0, 0];
  // About the first values, so that far columns keep their digits.
  let [sumX, sumY, squaresX, squaresY, products] = [0, 0, 0, 0, 0];
  const count = some === null ? x.length : some.length;
  for (let i = 0; i < count; i++) {
    const row = some === null ? i : some[i]!;
    if (Number.isNaN(x[row]!) || Number.isNaN(y[row]!)) continue;
    if (rows++ === 0) [firstX, firstY] = [x[row]!, y[row]!];
    const dx = x[row]! - firstX;
    const dy = y[row]! - firstY;
    sumX += dx;
    sumY += dy;
    squaresX += dx * dx;
    squaresY += dy * dy;
    products += dx * dy;
  }
  const varianceX = squaresX - (sumX * sumX) / rows;
  const varianceY = squaresY - (sumY * sumY) / rows;
  const covariance = products - (sumX * sumY) / rows;
  const slope = covariance / varianceX;
  const offset = firstY + sumY / rows - slope * (firstX + sumX / rows);
  const told = [varianceX, varianceY].every((variance) => variance > VARIANCES[0] && variance < VARIANCES[1]);
  const unsaid = told ? 1 - (covariance / varianceX) * (covariance / varianceY) : Number.NaN;
  return { rows, slope, offset, unsaid };
}

function words(other: string, slope: number, offset: number, { values }: NumericColumn): string {
  let largest = 0;
  for (const value of values) if (Math.abs(value) > largest) largest = Math.abs(value);
  const moved = Math.abs(offset) > largest * 1e-4;
  if (Math.abs(slope + 1) < 1e-4 && moved) return `${digits(offset)} minus ${other}`;
  const times = Math.abs(slope - 1) < 1e-4 ? other : `${other} times ${digits(slope)}`;
  if (!moved) return times === other ? `the same as ${other}` : times;
  return `${times} ${offset < 0 ? "minus" : "plus"} ${digits(Math.abs(offset))}`;
}

function digits(value: number): string {
  return String(Math.abs(value) < 1000 ? Number(value.toPrecision(4)) : Math.round(value));
}
