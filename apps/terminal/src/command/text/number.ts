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
    return far ? value.toExponential(2) : withoutMinusZero(value.toFixed(decimals));
  });
}

/** A share of 0 to 1 as a percentage with one decimal: `40.5 %`. Nothing reads as 0 or 100 that is not. */
export function percent(share: number): string {
  const shown = (share * 100).toFixed(1);
  if (shown === "0.0" && share > 0) return "<0.1 %";
  if (shown === "100.0" && share < 1) return ">99.9 %";
  return `${shown} %`;
}

/** A whole number with thousands set apart, for sentences: `1,234,567`. */
export function count(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ",");
}

/** `1 row`, `2 rows`, `1,000 rows`. */
export function counted(value: number, one: string, many: string = `${one}s`): string {
  return `${count(value)} ${value === 1 ? one : many}`;
}

/** A number by itself, at most seven significant digits, never in more than fourteen characters. */
export function plainNumber(value: number): string {
  return String(Number(value.toPrecision(7)));
}

function withoutMinusZero(text: string): string {
  return /^-0(\.0*)?$/.test(text) ? text.slice(1) : text;
}
