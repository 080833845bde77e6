/** A number for a narrow place: about four significant digits, thousands set apart, exponents only where they are needed. */
export function short(value: number): string {
  if (!Number.isFinite(value)) return "–";
  const size = Math.abs(value);
  if (size >= 1e9 || (size > 0 && size < 1e-3)) return value.toExponential(2).replace("e+", "e");
  const decimals = Number.isInteger(value) || size >= 1000 ? 0 : size >= 100 ? 1 : size >= 10 ? 1 : size >= 1 ? 2 : 3;
  return grouped(withoutMinusZero(value.toFixed(decimals)));
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

/** A share of 0 to 1 in per cent with one decimal: `40.5 %`. */
export function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}

/** Seconds for a progress line: `0.4 s`, `12 s`, `3 min 20 s`. */
export function seconds(milliseconds: number): string {
  const whole = Math.round(milliseconds / 1000);
  if (milliseconds < 9950) return `${(milliseconds / 1000).toFixed(1)} s`;
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}

function grouped(digits: string): string {
  const [whole = "", decimals] = digits.split(".");
  const apart = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return decimals === undefined ? apart : `${apart}.${decimals}`;
}

function withoutMinusZero(digits: string): string {
  return /^-0(\.0*)?$/.test(digits) ? digits.slice(1) : digits;
}
