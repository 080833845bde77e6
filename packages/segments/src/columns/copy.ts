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

/** y = slope * x + offset, and the share of y's variance that this leaves unsaid. */
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
  const every = Math.max(1, Math.floor(column.values.length / FIRST_LOOK));
  for (const other of others) {
    if (!(line(other.values, column.values, every).unsaid < UNSAID_AT_FIRST)) continue;
    const { rows, slope, offset, unsaid } = line(other.values, column.values, 1);
    await pace.breathe();
    if (rows >= FEWEST_ROWS && unsaid < UNSAID) return words(quoted(other.name).slice(1, -1), slope, offset, column);
  }
  return null;
}

function line(x: Float64Array, y: Float64Array, every: number): Line {
  let [rows, firstX, firstY] = [0, 0, 0];
  // About the first values, so that far columns keep their digits.
  let [sumX, sumY, squaresX, squaresY, products] = [0, 0, 0, 0, 0];
  for (let row = 0; row < x.length; row += every) {
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
  return { rows, slope, offset, unsaid: 1 - (covariance / varianceX) * (covariance / varianceY) };
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
