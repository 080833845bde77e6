/** A number as people write it: whole from 100 on, below in two digits, thousands apart from 10,000 on. */
export function amountWords(value: number, digits = 2): string {
  const size = Math.abs(value);
  if (size >= 1e15 || (size < 1e-6 && size > 0)) return value.toPrecision(digits);
  const rounded = size >= 10 ** digits ? Math.round(value) : Number(value.toPrecision(digits));
  return exactWords(rounded);
}

/** A number with all its digits, thousands apart from 10,000 on (years have none). */
export function exactWords(value: number): string {
  const size = Math.abs(value);
  // Formatting ends after 20 decimals, which small numbers go beyond.
  if (size >= 1e15 || (size < 1 && size > 0)) return String(value);
  return value.toLocaleString("en-US", { maximumFractionDigits: 20, useGrouping: size >= 10_000 }).replace(/^-0$/, "0");
}

/** Two numbers in as many digits as tell them apart; in few where they are equal. */
export function apartWords(one: number, other: number): readonly [string, string] {
  for (let digits = 2; digits <= 15; digits++) {
    const words = [amountWords(one, digits), amountWords(other, digits)] as const;
    if (words[0] !== words[1]) return words;
  }
  return [amountWords(one), amountWords(other)];
}

/** Units that are written behind a number as they stand in a column's name: "Annual Income (k$)". */
const UNITS =
  /[([]\s*([kKmM]?[$€£¥]|[kK]?(?:EUR|USD|GBP|CHF|JPY)|%|days?|weeks?|months?|years?|hours?|minutes?|km|cm|mm|kg|g)\s*[)\]]/u;
const LAST_WORD = /(?:^|[_\s.])(eur|euro|euros|usd|dollars|gbp|chf|pct|percent|days|weeks|months|years)$/iu;

/** " k$", " days": the unit that a column's name says, after a space; empty where it says none. */
export function unitOf(column: string): string {
  const unit = UNITS.exec(column)?.[1] ?? LAST_WORD.exec(column.trim())?.[1];
  if (unit === undefined) return "";
  const short = SHORT[unit.toLowerCase()] ?? unit;
  return ` ${short}`;
}

const SHORT: Readonly<Record<string, string>> = {
  ...{ eur: "EUR", euro: "EUR", euros: "EUR", usd: "USD", dollars: "USD", gbp: "GBP", chf: "CHF" },
  ...{ pct: "%", percent: "%" },
};
