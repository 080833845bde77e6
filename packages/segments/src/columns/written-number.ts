/** A number as people write it: with a sign of money or percent, a comma, thousands apart. */
const WRITTEN = /^[$€£¥]?\s?[-+]?(?:\d{1,3}(?:[.,'’\u00a0\u202f]\d{3})+|\d+)(?:[.,]\d+)?\s?[$€£¥%]?$/;

/** The share of its different values that makes text a column of such numbers. */
const MOST = 0.8;

/**
 * The first value that is a number to people but not to programs ("2177,83", "1,234.50", "$12"), where most values
 * are numbers to people; undefined where they are words, or numbers as programs write them. It is not read as a number:
 * "1,234" is one in Berlin and another in Boston.
 */
export function writtenNumber(values: readonly string[]): string | undefined {
  const written = values.filter((value) => WRITTEN.test(value.trim()));
  if (written.length < MOST * values.length) return undefined;
  return written.find((value) => Number.isNaN(Number(value)));
}
