/** Numbers from one to another, both included. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
const GROUPED = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;

/** A number as people type it, thousands set apart or not; null where it is none. */
export function readNumber(text: string): Range | null {
  const plain = GROUPED.test(text) ? text.replaceAll(",", "") : text;
  const value = NUMBER.test(plain) ? Number(plain) : Number.NaN;
  return Number.isFinite(value) ? { from: value, to: value } : null;
}

const DATE = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d))?)?)?)?$/;
const MS_PER_DAY = 86_400_000;
/** Dates are told to the second. */
const HALF_A_SECOND = 500 / MS_PER_DAY;

/** A year, a month, a day, a minute or a second as days since 1970-01-01; null where it is none. */
export function dateRange(text: string): Range | null {
  const parts = DATE.exec(text)
    ?.slice(1)
    .flatMap((part) => (part === undefined ? [] : [Number(part)]));
  if (parts === undefined) return null;
  const days = daysOf(parts);
  const isThere = new Date(Math.round(days * MS_PER_DAY)).toISOString().startsWith(text.replace(" ", "T"));
  if (!isThere) return null;
  // What comes after it: the last part that was typed, one more.
  const after = daysOf([...parts.slice(0, -1), parts.at(-1)! + 1]);
  return { from: days - HALF_A_SECOND, to: after - HALF_A_SECOND };
}

function daysOf([year = 1970, month = 1, day = 1, hour = 0, minute = 0, second = 0]: readonly number[]): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  date.setUTCHours(hour, minute, second);
  return date.getTime() / MS_PER_DAY;
}
