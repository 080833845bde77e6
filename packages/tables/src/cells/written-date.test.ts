import fc from "fast-check";
import { expect, test } from "vitest";
import { evaluated } from "../testing/evaluated.ts";
import { type DateOrder, isWrittenDate, writtenDateSql } from "./written-date.ts";

const MS_PER_DAY = 86_400_000;
const daysOf = (iso: string | null): number => (iso === null ? Number.NaN : Date.parse(iso) / MS_PER_DAY);
const asDays = (texts: readonly string[], order: DateOrder): Promise<number[]> =>
  evaluated(texts, (text) => writtenDateSql(text, order));

/** A text, and the date that it is with the day first and with the month first; null for none. */
const cases: readonly (readonly [string, string | null, string | null])[] = [
  ...[
    ["2025-12-31", "2025-12-31"],
    ["2025-1-5", "2025-01-05"],
    ["2025/12/31", "2025-12-31"],
    ["2025.12.31", "2025-12-31"],
    ["1969-12-31", "1969-12-31"],
    ["0001-01-01", "0001-01-01"],
    [" 2025-12-31 ", "2025-12-31"],
    ["2025-12-31T10:30:00Z", "2025-12-31T10:30:00Z"],
    ["2025-12-31 10:30", "2025-12-31T10:30:00Z"],
    ["2025-12-31 10:30:15.250", "2025-12-31T10:30:15.250Z"],
    ["2025-12-31T10:30:15,5", "2025-12-31T10:30:15.500Z"],
    ["2025-12-31T01:30:00+02:00", "2025-12-30T23:30:00Z"],
    ["2025-12-31 22:30:00-0530", "2026-01-01T04:00:00Z"],
    ["2025-12-31 10:30:00+01", "2025-12-31T09:30:00Z"],
    ["2025-12-31 10:30:00 UTC", "2025-12-31T10:30:00Z"],
    ["31 Dec 2025", "2025-12-31"],
    ["31-DEC-2025", "2025-12-31"],
    ["1. February 2024", "2024-02-01"],
    ["3rd March 2025", "2025-03-03"],
    ["Dec 3, 2025", "2025-12-03"],
    ["September 3rd 2025 10:00", "2025-09-03T10:00:00Z"],
    ["Sept. 3, 2025", "2025-09-03"],
  ].map(([text, date]) => [text, date, date] as const),
  ["31.12.2025", "2025-12-31", null],
  ["31.12.2025 08:05", "2025-12-31T08:05:00Z", null],
  ["12/31/2025", null, "2025-12-31"],
  ["31/12/2025", "2025-12-31", null],
  ["3/4/2025", "2025-04-03", "2025-03-04"],
  ["03-04-2025", "2025-04-03", "2025-03-04"],
  ["31.12.25", "2025-12-31", null],
  ["01/02/70", "1970-02-01", "1970-01-02"],
  ["1/2/2025 1:05 PM", "2025-02-01T13:05:00Z", "2025-01-02T13:05:00Z"],
  ["1/2/2025 12:05 am", "2025-02-01T00:05:00Z", "2025-01-02T00:05:00Z"],
  ["1/2/2025, 12:05:30 p.m.", "2025-02-01T12:05:30Z", "2025-01-02T12:05:30Z"],
];

const none = [
  ...["", "2025", "20251231", "2025-12", "12/2025", "1.2.10", "31.12", "10:30", "2025-12-31-01", "2025-12/31"],
  ...["31 Foo 2025", "Monday", "May", "2025-12-31 25:00", "2025-12-31 10:60", "2025-12-31T", "2025-12-31 at noon"],
  ...["1/2/3", "1/2/25", "192.168.2025.1", "12345-12-31"],
];
const shapesOnly = ["2025-02-30", "2025-13-01", "31/02/2025", "00.01.2025", "Feb 30, 2025"];

test("reads a date with the day first, and with the month first", async () => {
  const texts = cases.map(([text]) => text);
  const [day, month] = [await asDays(texts, "day-first"), await asDays(texts, "month-first")];
  const expected = cases.map(([text, first, second]) => [text, daysOf(first), daysOf(second)]);
  expect(texts.map((text, i) => [text, day[i], month[i]])).toEqual(expected);
  expect(texts.filter((text) => !isWrittenDate(text))).toEqual([]);
});

test("takes nothing else for a date, and no day that the calendar lacks", async () => {
  for (const order of ["day-first", "month-first"] as const) {
    const read = await asDays([...none, ...shapesOnly], order);
    expect([...none, ...shapesOnly].filter((_, i) => !Number.isNaN(read[i]))).toEqual([]);
  }
  expect(none.filter(isWrittenDate)).toEqual([]);
});

test("gives back any second of two thousand years, however it is written", async () => {
  const second = fc.integer({ min: Date.parse("1000-01-01") / 1000, max: Date.parse("2999-12-31") / 1000 });
  const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
  type Writer = (y: string, m: number, d: number) => string;
  const styles: readonly (readonly [DateOrder, Writer])[] = [
    ["day-first", (y, m, d) => `${y}-${m}-${d}`],
    ["month-first", (y, m, d) => `${y}/${m}/${d}`],
    ["day-first", (y, m, d) => `${d}.${m}.${y}`],
    ["day-first", (y, m, d) => `${d}/${m}/${y}`],
    ["month-first", (y, m, d) => `${m}/${d}/${y}`],
    ["month-first", (y, m, d) => `${d} ${months[m - 1]} ${y}`],
  ];
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...styles),
      fc.constantFrom(0, 2, -11.5),
      fc.array(second, { minLength: 1, maxLength: 300 }),
      async ([order, write], offset, seconds) => {
        const zone = `${offset < 0 ? "-" : "+"}${new Date(Math.abs(offset) * 3_600_000).toISOString().slice(11, 16)}`;
        const texts = seconds.map((value) => {
          const there = new Date((value + offset * 3600) * 1000);
          const date = write(there.toISOString().slice(0, 4), there.getUTCMonth() + 1, there.getUTCDate());
          return `${date} ${there.toISOString().slice(11, 19)}${offset === 0 ? "" : zone}`;
        });
        expect(await asDays(texts, order)).toEqual(seconds.map((value) => value / 86_400));
      },
    ),
    { seed: 3, numRuns: 20 },
  );
});
