const MS_PER_DAY = 86_400_000;

/** Days since 1970-01-01 as a date of ISO 8601, with the time of day (to the second) where there is one: "2026-03-01T09:30:00". */
export function dateText(days: number): string {
  const text = new Date(Math.round((days * MS_PER_DAY) / 1000) * 1000).toISOString();
  return text.endsWith("T00:00:00.000Z") ? text.slice(0, -"T00:00:00.000Z".length) : text.slice(0, -".000Z".length);
}
