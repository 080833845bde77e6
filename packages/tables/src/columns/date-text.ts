const SECONDS_PER_DAY = 86_400;
/** Days and years after which the calendar repeats. */
const CYCLE = { days: 146_097, years: 400 } as const;

/**
 * Days since 1970-01-01 as a date of ISO 8601, with the time of day (to the second) where there is one: "2026-03-01T09:30:00".
 * Years after 9999 have more digits, those before 0 a minus and six.
 */
export function dateText(days: number): string {
  const seconds = Math.round(days * SECONDS_PER_DAY);
  const cycles = Math.floor(seconds / (CYCLE.days * SECONDS_PER_DAY)); // a Date does not reach as far
  const text = new Date((seconds - cycles * CYCLE.days * SECONDS_PER_DAY) * 1000).toISOString();
  const year = Number(text.slice(0, 4)) + cycles * CYCLE.years;
  const shown = year < 0 ? `-${String(-year).padStart(6, "0")}` : String(year).padStart(4, "0");
  const [day, time] = [shown + text.slice(4, 10), text.slice(10, 19)];
  return time === "T00:00:00" ? day : day + time;
}
