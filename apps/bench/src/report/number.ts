/** A time in milliseconds as a table shows it: three significant digits, and no exponents. */
export function milliseconds(value: number): string {
  const size = Math.abs(value);
  const decimals = size >= 100 || size === 0 ? 0 : Math.min(4, 2 - Math.floor(Math.log10(size)));
  return grouped(value.toFixed(decimals));
}

/** A whole number with thousands set apart: `1,000,000`. */
export function count(value: number): string {
  return grouped(String(value));
}

function grouped(digits: string): string {
  const [whole = "", decimals] = digits.split(".");
  const apart = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return decimals === undefined ? apart : `${apart}.${decimals}`;
}
