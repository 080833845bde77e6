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

/** An amount for a narrow place: as `amount`, but millions and more in words: "12.3M", "4.57bn", "1.2tn". */
export function short(value: number): string {
  const size = Math.abs(value);
  if (size < 999_500 || size >= 999.5e12) return amount(value);
  const [unit, name] = size < 999.5e6 ? [1e6, "M"] : size < 999.5e9 ? [1e9, "bn"] : [1e12, "tn"];
  return `${Number((value / unit).toPrecision(3))}${name}`;
}

/** A change against everybody as a signed percentage: "+43 %", "\u221218 %"; ten times and more as "\u00d714". */
export function change(ratio: number): string {
  if (ratio >= 9.5) return `\u00d7${amount(Math.round(ratio + 1))}`;
  const rounded = Math.round(ratio * 100);
  if (rounded === 0) return "0\u00a0%";
  return `${rounded > 0 ? "+" : "\u2212"}${Math.abs(rounded)}\u00a0%`;
}

/** From one number to another, for a narrow place: "48–62", "48.1k–56k", "-5 to 3". */
export function range(from: number, to: number): string {
  const said = [from, to].map((value) => {
    const size = Math.abs(value);
    if (size >= 10_000 && size < 999_500) return `${Number((value / 1000).toPrecision(3))}k`;
    return size >= 100 && size < 10_000 ? count(value) : short(value);
  });
  return said.join(from < 0 ? " to " : "–");
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
