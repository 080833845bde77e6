/** A whole number with thousands separated: "12,345". */
export function count(value: number): string {
  return value.toLocaleString("en-US", { maximumFractionDigits: 0 });
}

/** A share of one as a percentage: "19.5 %"; what is there never reads as 0 %, what is missing never as 100 %. */
export function percent(share: number, digits = 1): string {
  const least = 10 ** -digits / 100;
  const format = (value: number) =>
    `${(value * 100).toLocaleString("en-US", { maximumFractionDigits: digits })}\u00a0%`;
  if (share > 0 && share < least) return `under ${format(least)}`;
  if (share < 1 && share > 1 - least) return `over ${format(1 - least)}`;
  return format(share);
}

/** A measured number to about three digits, without losing whole ones: "0.0123", "4.57", "86.5", "12,345", "1.2e+15". */
export function amount(value: number): string {
  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-4 || size >= 1e12)) return value.toPrecision(3);
  if (size >= 1000) return count(value);
  return value.toLocaleString("en-US", { maximumSignificantDigits: size >= 100 ? 4 : 3 });
}

/** "1 customer", "2 customers". */
export function counted(value: number, noun: string, plural: string = `${noun}s`): string {
  return `${count(value)} ${value === 1 ? noun : plural}`;
}

/** "a", "a and b", "a, b and c". */
export function listed(items: readonly string[]): string {
  if (items.length < 2) return items.join("");
  return `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;
}
