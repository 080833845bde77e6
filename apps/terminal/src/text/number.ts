/** A number for a narrow place: about four significant digits, thousands set apart, exponents only where needed. */
export function short(value: number): string {
  if (!Number.isFinite(value)) return "–";
  const size = Math.abs(value);
  if (size >= 1e9 || (size > 0 && size < 1e-3)) return value.toExponential(2).replace("e+", "e");
  const decimals = Number.isInteger(value) || size >= 1000 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3;
  return grouped(withoutMinusZero(value.toFixed(decimals)));
}

/** `short` for a column of a table: millions as `3.236M`, so that nothing takes more than eight cells. */
export function compact(value: number): string {
  const size = Math.abs(value);
  if (size < 999_999.5 || size >= 1e9) return short(value);
  const decimals = size >= 99_995_000 ? 1 : size >= 9_999_500 ? 2 : 3;
  return `${(value / 1e6).toFixed(decimals)}M`;
}

/** A number as it stands in a file, or `short` where that is long. */
export function asWritten(value: number): string {
  const text = String(value);
  return text.length <= 12 ? text : short(value);
}

/** A number with its sign and one decimal, for z-scores: `+1.2`, `-0.3`, `0.0`. */
export function signed(value: number): string {
  const shown = withoutMinusZero(value.toFixed(1));
  return value > 0 && shown !== "0.0" ? `+${shown}` : shown;
}

/** A whole number with thousands set apart: `1,234,567`. */
export function count(value: number): string {
  return grouped(String(Math.round(value)));
}

/** `1 row`, `2 rows`, `1,000 rows`. */
export function counted(value: number, one: string, many: string = `${one}s`): string {
  return `${count(value)} ${value === 1 ? one : many}`;
}

/** A share of 0 to 1 as a percentage with one decimal: `40.5 %`. Nothing reads as 0 or 100 that is not. */
export function percent(share: number): string {
  const shown = (share * 100).toFixed(1);
  if (shown === "0.0" && share > 0) return "<0.1 %";
  if (shown === "100.0" && share < 1) return ">99.9 %";
  return `${shown} %`;
}

/** Seconds for a progress line: `0.4 s`, `12 s`, `3 min 20 s`. */
export function seconds(milliseconds: number): string {
  const whole = Math.round(milliseconds / 1000);
  if (milliseconds < 9950) return `${(milliseconds / 1000).toFixed(1)} s`;
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}

/**
 * Numbers of one row of a table, all with the same number of decimals: about four significant digits of the largest,
 * exponents where the row is out of the readable range. `null` and what is not finite read as a dash.
 */
export function numbersOfRow(values: readonly (number | null)[]): string[] {
  const finite = values.filter((value) => value !== null && Number.isFinite(value)) as number[];
  const largest = finite.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const far = largest >= 1e12 || (largest > 0 && largest < 1e-4);
  const whole = finite.every(Number.isInteger);
  const decimals = whole ? 0 : Math.min(6, Math.max(0, 3 - Math.floor(Math.log10(largest))));
  return values.map((value) => {
    if (value === null || !Number.isFinite(value)) return "-";
    return far ? value.toExponential(2) : grouped(withoutMinusZero(value.toFixed(decimals)));
  });
}

function grouped(digits: string): string {
  const [whole = "", decimals] = digits.split(".");
  const apart = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return decimals === undefined ? apart : `${apart}.${decimals}`;
}

function withoutMinusZero(digits: string): string {
  return /^-0(\.0*)?$/.test(digits) ? digits.slice(1) : digits;
}
