import { writeFileSync } from "node:fs";
import fc from "fast-check";
import { afterAll, expect, it } from "vitest";
import { attempt } from "./attempt.ts";
import { workplace } from "./program.ts";

const place = workplace();
afterAll(() => place.remove());

const cell = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: -1000, max: 1000 }).map(String) },
  { weight: 2, arbitrary: fc.double({ noNaN: false }).map(String) },
  {
    weight: 1,
    arbitrary: fc.constantFrom("", "NA", "1.234,56", "€ 12", "12 %", "2026-03-01", "31.12.2025", "yes", "no"),
  },
  { weight: 1, arbitrary: fc.constantFrom('"', ",", ";", "\n", "\r", "=1+1", "<script>", "\u001b[2J", "__proto__") },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 12 }) },
);
const quoted = (text: string): string => (/[",;\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** Tables as people and programs write them, and torn ones. */
const csv = fc
  .record({
    header: fc.array(fc.oneof(fc.string({ minLength: 1, maxLength: 8 }), cell), { minLength: 1, maxLength: 5 }),
    rows: fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { maxLength: 30 }),
    delimiter: fc.constantFrom(",", ";", "\t"),
    lineEnd: fc.constantFrom("\n", "\r\n"),
    even: fc.boolean(),
    torn: fc.boolean(),
  })
  .map(({ header, rows, delimiter, lineEnd, even, torn }) => {
    const width = header.length;
    const lines = even ? rows.map((row) => Array.from({ length: width }, (_, i) => row[i % row.length]!)) : rows;
    const text = [header, ...lines].map((row) => row.map(quoted).join(delimiter)).join(lineEnd);
    return torn ? text.slice(0, Math.ceil(text.length / 2)) : text;
  });

/** What a number that is none, or a value that is missing, reads as where nobody has thought of it. */
const SLIPS = ["NaN", "Infinity", "undefined", "[object"];

it("ends with 0 or 1 for any CSV, with what it found or one sentence, and never with a NaN or a trace", async () => {
  const file = place.at("made.csv");
  const ends = { 0: 0, 1: 0 };
  const property = fc.asyncProperty(csv, async (text) => {
    writeFileSync(file, text);
    const { code, stdout, stderr } = await attempt(["segment", file, "--k-max", "4", "--resamples", "3"]);
    expect(code === 0 ? stderr : stdout).toBe("");
    if (code !== 0 && code !== 1) throw new Error(`Expected an exit code of 0 or 1, got ${code}: ${stderr}`);
    ends[code]++;
    if (code === 1) expect(stderr).toMatch(/^kentro: [^\n]+\n$/);
    expect(stderr).not.toMatch(/unexpected|\bat .*:\d+:\d+/);
    for (const slip of SLIPS) if (!text.includes(slip)) expect(stdout + stderr).not.toContain(slip);
    expect(stdout).not.toMatch(/(?!\n)\p{Cc}/u);
  });
  await fc.assert(property, { seed: 11, numRuns: 120, interruptAfterTimeLimit: 100_000, markInterruptAsFailure: true });
  // Neither of the two is what it always says.
  expect(Math.min(ends[0], ends[1])).toBeGreaterThan(10);
}, 120_000);
