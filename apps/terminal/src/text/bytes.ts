const UNITS = ["kB", "MB", "GB", "TB"];

/** A size of files: `512 B`, `8.4 kB`, `212 kB`, `1.3 GB`. A kB is 1,000 bytes. */
export function bytesText(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  let [value, unit] = [bytes / 1000, 0];
  // 999.5 kB would be rounded to 1000 kB.
  while (value >= 999.5 && unit < UNITS.length - 1) [value, unit] = [value / 1000, unit + 1];
  return `${value < 9.95 ? value.toFixed(1) : Math.round(value)} ${UNITS[unit]}`;
}
